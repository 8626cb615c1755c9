import { setTimeout as sleep } from 'node:timers/promises';
import { parseKey } from '../../src/service/access/api-key.ts';
import { type Mode, readConfig } from '../../src/service/config.ts';
import { openTransport } from '../../src/service/queue/open-transport.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import type { SqlPool } from '../../src/service/store/sql-pool.ts';
import { CANARY } from '../service/examine-log.ts';
import { examineLogs } from './check/examine-logs.ts';
import { listLeftOver, verifyStore } from './check/verify-store.ts';
import type { Cleanup } from './cleanup.ts';
import type { Fault, Stage } from './fault.ts';
import { plantCanaries } from './load/plant-canaries.ts';
import { Publisher } from './load/publisher.ts';
import { WebhookReceiver } from './load/webhook-receiver.ts';
import { writeArticle } from './load/write-article.ts';
import { openStage, type Scenery } from './open-stage.ts';
import type { CellOutcome } from './outcome.ts';

export interface CellSettings {
  readonly fault: Fault;
  readonly mode: Mode;
  /** Articles. */
  readonly count: number;
  /** Hears what goes on. */
  readonly tell: (line: string) => void;
  readonly cleanup: Cleanup;
}

const CLIENTS = 8;
const START_SECONDS = 120;
/** For a share of the articles, and for the end. */
const PATIENCE_SECONDS = 240;
const LOOK_MS = 100;

async function until(what: string, seconds: number, look: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(LOOK_MS)) if (await look()) return;
  throw new Error(`${what}: not within ${seconds} s`);
}

function demand<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`there is no ${name} in this run`);
  return thing;
}

/** What was struck, and when, by the clock of `performance`. */
interface Stroke {
  readonly name: string;
  readonly from: number;
  to: number;
}

/** One fault in one mode: a desk, a publisher, a receiver. */
class Cell {
  readonly settings: CellSettings;
  readonly scenery: Scenery;
  readonly receiver: WebhookReceiver;
  readonly publisher: Publisher;
  readonly strokes: Stroke[] = [];
  readonly violations: string[] = [];
  /** How many more articles may be acknowledged than delivered. */
  #ahead: number;

  constructor(settings: CellSettings, scenery: Scenery, receiver: WebhookReceiver) {
    this.settings = settings;
    this.scenery = scenery;
    this.receiver = receiver;
    this.#ahead = Math.max(20, settings.count * 0.2);
    const { url, key } = scenery.desk;
    this.publisher = new Publisher({ url, key, clients: CLIENTS, mayGoOn: () => this.#mayGoOn() });
  }

  /** Resolves once the desk answers and knows where decisions go. */
  async prepare(): Promise<void> {
    const { desk } = this.scenery;
    desk.start();
    await until('the start of the desk', START_SECONDS, async () => {
      const headers = { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ webhookUrl: `${this.receiver.url}/hook?token=${CANARY}` });
      const answer = await fetch(`${desk.url}/v1/tenant`, { method: 'PUT', headers, body }).catch(() => undefined);
      if (!answer?.ok) return false;
      const told: unknown = await answer.json();
      if (typeof told === 'object' && told !== null && 'webhookSecret' in told)
        this.receiver.expectSecret(String(told.webhookSecret));
      return true;
    });
  }

  async run(): Promise<void> {
    const { count, fault } = this.settings;
    const articles = Array.from({ length: count }, (_, number) => plantCanaries(writeArticle(number)));
    const sending = this.publisher.send(articles);
    try {
      await fault.strike(this.#stage);
      await until('the acknowledgement of all articles', PATIENCE_SECONDS, () => this.publisher.acknowledged.size === count);
      await until('the delivery of all decisions', PATIENCE_SECONDS, () => this.receiver.taken.size >= count);
    } catch (error) {
      this.violations.push(error instanceof Error ? error.message : String(error));
    } finally {
      this.publisher.stop();
      await sending;
    }
  }

  get repeated(): number {
    return [...this.receiver.decisions.values()].filter(({ received }) => received > 1).length;
  }

  get silenceSeconds(): number {
    const times = [...this.receiver.decisions.values()].flatMap(({ takenAt }) => takenAt ?? []).sort((a, b) => a - b);
    return times.reduce((longest, time, index) => Math.max(longest, time - (times[index - 1] ?? time)), 0) / 1000;
  }

  /** The last stroke or acknowledgement. */
  get lastAt(): number {
    const answers = [...this.publisher.acknowledged.values()].map(({ sentAt, seconds }) => sentAt + seconds * 1000);
    return Math.max(0, ...answers, ...this.strokes.map(({ to }) => to));
  }

  get slowestSeconds(): number | undefined {
    const during = [...this.publisher.acknowledged.values()].filter(({ sentAt }) =>
      this.strokes.some(({ from, to }) => sentAt >= from && sentAt <= to),
    );
    return during.length > 0 ? Math.max(...during.map(({ seconds }) => seconds)) : undefined;
  }

  async #mayGoOn(): Promise<void> {
    while (this.publisher.acknowledged.size - this.receiver.taken.size >= this.#ahead) await sleep(20);
  }

  get #stage(): Stage {
    const { count, mode, tell } = this.settings;
    const { desk, redis, postgres, redisLink, postgresLink, disk } = this.scenery;
    const reach = (what: string, size: () => number) => (share: number) =>
      until(`${Math.round(share * 100)} % of the articles ${what}`, PATIENCE_SECONDS, () => size() >= share * count);
    return {
      mode,
      desk,
      get redis() {
        return demand(redis, 'Redis');
      },
      get postgres() {
        return demand(postgres, 'PostgreSQL');
      },
      get redisLink() {
        return demand(redisLink, 'link to Redis');
      },
      get postgresLink() {
        return demand(postgresLink, 'link to PostgreSQL');
      },
      get disk() {
        return demand(disk, 'small disk');
      },
      untilAcknowledged: reach('acknowledged', () => this.publisher.acknowledged.size),
      untilDelivered: reach('delivered', () => this.receiver.taken.size),
      stroke: async (name, work) => {
        const { acknowledged } = this.publisher;
        tell(`  ${acknowledged.size} acknowledged, ${this.receiver.taken.size} delivered: ${name}`);
        this.#ahead += Math.max(10, count * 0.1);
        const stroke = { name, from: performance.now(), to: Number.POSITIVE_INFINITY };
        this.strokes.push(stroke);
        await Promise.resolve(work()).finally(() => {
          stroke.to = performance.now();
        });
      },
    };
  }
}

/** The store of the run as an onlooker sees it, and how many jobs are on the queue. */
async function openOnlooker(
  scenery: Scenery,
): Promise<{ pool: SqlPool; countJobs: () => Promise<number>; close: () => Promise<void> }> {
  const config = readConfig(scenery.desk.envOf(scenery.settings));
  const store = await openStore(config.store, () => undefined);
  const transport = await openTransport(config, store.pool, () => undefined);
  return {
    pool: store.pool,
    countJobs: async () => {
      const { waiting, active, delayed } = await transport.queue.count();
      return waiting + active + delayed;
    },
    close: async () => {
      await transport.close();
      await store.close();
    },
  };
}

const noOutcome = { lost: [], doubled: [], broken: [], leftOver: [], restartSeconds: undefined };

/** Looks at the store when all is over; the embedded one when its process is gone, because it belongs to that alone. */
async function examine(cell: Cell): Promise<Pick<CellOutcome, keyof typeof noOutcome | 'quietSeconds'>> {
  const { scenery, publisher, receiver, violations } = cell;
  const isEmbedded = cell.settings.mode === 'embedded';
  // The receiver has heard it; the desk has to write that down.
  if (isEmbedded) {
    await sleep(2000);
    violations.push(...(await scenery.desk.stop()));
  }
  const { pool, countJobs, close } = await openOnlooker(scenery);
  try {
    const isQuiet = async () => (await listLeftOver(pool)).length === 0 && (await countJobs()) === 0;
    await until('quiet', isEmbedded ? 1 : 60, isQuiet).catch((error: unknown) => violations.push(String(error)));
    const quietSeconds = (performance.now() - cell.lastAt) / 1000;
    const jobs = await countJobs();
    const account = await verifyStore({ session: pool, publisher, receiver, workerKills: scenery.desk.workerKills });
    const leftOver = [...account.leftOver, ...(jobs > 0 ? [`${jobs} jobs`] : [])];
    return { ...account, leftOver, quietSeconds };
  } finally {
    await close();
    if (!isEmbedded) violations.push(...(await scenery.desk.stop()));
  }
}

/** Runs one fault in one mode and says what became of every article. Rejects when the run itself could not be made. */
export async function runCell(settings: CellSettings): Promise<CellOutcome> {
  const { fault, mode, count, cleanup } = settings;
  const from = performance.now();
  const scenery = await openStage(mode, fault, cleanup);
  const receiver = await WebhookReceiver.create();
  cleanup.add(() => receiver.close());
  const cell = new Cell(settings, scenery, receiver);
  try {
    await cell.prepare();
    await cell.run();
    const found = await examine(cell);
    const logs = examineLogs(scenery.desk.remains, [parseKey(scenery.desk.key)?.secret ?? scenery.desk.key]);
    return {
      ...found,
      fault: fault.name,
      mode,
      count,
      acknowledged: cell.publisher.acknowledged.size,
      refused: Object.fromEntries(cell.publisher.refusals),
      repeated: cell.repeated,
      silenceSeconds: cell.silenceSeconds,
      slowestSeconds: cell.slowestSeconds,
      seconds: (performance.now() - from) / 1000,
      logs,
      violations: cell.violations,
      ownEnds: scenery.desk.ownEnds,
    };
  } finally {
    await cleanup.run();
  }
}
