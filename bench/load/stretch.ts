import { type CpuReading, readCpu } from './cpu-reading.ts';
import { toCpuUse } from './cpu-use.ts';
import type { Sent } from './journal.ts';
import { type BacklogSample, judgeBacklog } from './judge-backlog.ts';
import type { LoadedDesk } from './loaded-desk.ts';
import type { Measurement } from './measurement.ts';
import { toPercentiles } from './percentiles.ts';
import { readMemory } from './read-memory.ts';

/** What is counted at the beginning or the end of a stretch. */
interface Mark {
  readonly cpu: CpuReading;
  readonly accepted: number;
  readonly decided: number;
  readonly bytesReceived: number;
  readonly refusals: ReadonlyMap<string, number>;
}

function setMark(desk: LoadedDesk): Mark {
  const { accepted, decided, bytesReceived, refusals } = desk.journal;
  return { cpu: readCpu(desk), accepted, decided, bytesReceived, refusals: new Map(refusals) };
}

function listLatencies(sent: readonly Sent[]): Measurement['latency'] {
  const until = (what: 'answeredAt' | 'startedAt' | 'storedAt' | 'decidedAt' | 'sentAt') =>
    toPercentiles(sent.flatMap((one) => (one[what] === undefined ? [] : [one[what] - one.dueAt])));
  return {
    answer: until('answeredAt'),
    started: until('startedAt'),
    stored: until('storedAt'),
    webhook: until('decidedAt'),
    sending: until('sentAt'),
  };
}

/** A stretch of time in which a desk is measured: what was sent in it is followed to its end, all else is counted within it. */
export class Stretch {
  readonly #desk: LoadedDesk;
  readonly #from: Mark;
  readonly #samples: BacklogSample[] = [];
  #to: Mark;
  #memory: Readonly<Record<string, number>> = {};

  /** Begins now. */
  constructor(desk: LoadedDesk) {
    this.#desk = desk;
    this.#from = setMark(desk);
    this.#to = this.#from;
  }

  sample(): void {
    this.#samples.push({ seconds: (performance.now() - this.#from.cpu.at) / 1000, backlog: this.#desk.journal.backlog });
  }

  /** Ends now. */
  end(): void {
    this.#to = setMark(this.#desk);
    this.#memory = readMemory(this.#desk);
  }

  /** After the desk has decided all. `rate` is what was to be sent a second, or null where there was always work. */
  describe(name: string, share: number | null, rate: number | null): Measurement {
    const [from, to] = [this.#from, this.#to];
    const sent = this.#desk.journal.all.filter(({ dueAt }) => dueAt >= from.cpu.at && dueAt < to.cpu.at);
    const seconds = (to.cpu.at - from.cpu.at) / 1000;
    const decided = to.decided - from.decided;
    const refused = [...to.refusals].map(([code, count]) => [code, count - (from.refusals.get(code) ?? 0)] as const);
    return {
      ...{ name, share, seconds },
      offered: rate ?? sent.length / seconds,
      sent: sent.length,
      accepted: sent.filter(({ articleId }) => articleId !== undefined).length,
      refused: Object.fromEntries(refused.filter(([, count]) => count > 0)),
      decided: sent.filter(({ decidedAt }) => decidedAt !== undefined).length,
      decidedPerSecond: decided / seconds,
      backlog: rate === null ? null : judgeBacklog(this.#samples, rate),
      latency: listLatencies(sent),
      cpu: toCpuUse(from.cpu, to.cpu),
      memory: this.#memory,
      bytesSent: sent.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, sent.length),
      bytesReceived: (to.bytesReceived - from.bytesReceived) / Math.max(1, decided),
    };
  }
}
