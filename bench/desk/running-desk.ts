import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch } from 'undici';
import type { Mode } from '../../src/service/config.ts';
import type { Cleanup } from '../../tests/faults/cleanup.ts';
import { openStage, type Scenery } from '../../tests/faults/open-stage.ts';
import { startReceiver } from '../../tests/service/delivery/start-receiver.ts';
import { cpuSecondsOf } from '../measuring/cpu-seconds-of.ts';

/** Requests at a time. */
const AT_ONCE = 16;
const START_SECONDS = 120;
const SETTLE_MS = 1500;
const SERVERS = ['PostgreSQL', 'Redis'];

export interface DeskSetting {
  readonly mode: Mode;
  /** A module that each process loads before anything else: it puts something in the place of moderation. */
  readonly preload: string;
  /** Each article, which says its id at the end. */
  readonly text: string;
  /** What each process has in its environment besides. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What the desk takes for each of many articles at a time. */
export interface DeskCost {
  readonly mode: Mode;
  /** CPU milliseconds by article of each process, servers included. */
  readonly processes: Readonly<Record<string, number>>;
  /** The sum of our own processes. */
  readonly ours: number;
  readonly articles: number;
  readonly articlesPerSecond: number;
}

/** Waits until something is so, at most for so many seconds. */
export async function until(what: string, seconds: number, look: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(5)) if (await look()) return;
  throw new Error(`${what}: not within ${seconds} s`);
}

/** A desk of real processes and servers, with a receiver of its decisions. Linux only. */
export class RunningDesk {
  /** When the decision about an article came, by the publisher's id. */
  readonly decidedAt = new Map<string, number>();
  readonly #agent = new Agent({ connections: AT_ONCE, pipelining: 1 });
  readonly #scenery: Scenery;
  readonly #setting: DeskSetting;

  private constructor(scenery: Scenery, setting: DeskSetting) {
    this.#scenery = scenery;
    this.#setting = setting;
  }

  /** Starts it; whatever it opens is told to `cleanup`. */
  static async open(setting: DeskSetting, cleanup: Cleanup): Promise<RunningDesk> {
    const { mode, preload, env = {} } = setting;
    const scenery = await openStage(mode, {}, cleanup, { preload, moreOf: () => env });
    const running = new RunningDesk(scenery, setting);
    const receiver = await startReceiver((response, { body }) => {
      const id = /"externalId":"([^"]+)"/u.exec(body)?.[1] ?? '';
      running.decidedAt.set(id, performance.now());
      response.writeHead(204).end();
    });
    cleanup.add(() => receiver.close());
    cleanup.add(() => running.#agent.destroy());
    scenery.desk.start();
    const hook = { webhookUrl: `${receiver.url}/decisions` };
    const isUp = () =>
      running.#call('/v1/tenant', 'PUT', hook).then(
        () => true,
        () => false,
      );
    await until('the start of the desk', START_SECONDS, isUp);
    return running;
  }

  async #call(path: string, method: string, body: object, more: Readonly<Record<string, string>> = {}): Promise<number> {
    const { desk } = this.#scenery;
    const headers = { authorization: `Bearer ${desk.key}`, 'content-type': 'application/json', ...more };
    const answer = await fetch(`${desk.url}${path}`, { method, headers, body: JSON.stringify(body), dispatcher: this.#agent });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    return answer.status;
  }

  /** Hands an article in; resolves to the status of the answer. */
  submit(id: string, more: Readonly<Record<string, string>> = {}): Promise<number> {
    const article = { id, source: 'bench', title: 'A bench', text: `${this.#setting.text} ${id}` };
    return this.#call('/v1/articles', 'POST', article, { 'idempotency-key': `"${id}"`, ...more });
  }

  async #submitMany(prefix: string, count: number): Promise<void> {
    const before = this.decidedAt.size;
    let next = 0;
    const client = async () => {
      while (next < count) await this.submit(`${prefix}-${next++}`);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    await until('the last decision', 600, () => this.decidedAt.size >= before + count);
  }

  /** CPU milliseconds by process. */
  #readCpu(): ReadonlyMap<string, number> {
    const { desk, postgres, redis } = this.#scenery;
    const pids = new Map(desk.processes.map(({ name, pid }) => [name, pid] as const));
    if (postgres) pids.set('PostgreSQL', postgres.pid);
    if (redis) pids.set('Redis', redis.pid);
    return new Map([...pids].map(([name, pid]) => [name, cpuSecondsOf(pid ?? 0) * 1000]));
  }

  /** CPU for each of so many articles, many at once, after others that warm up. */
  async measureMany(articles: number, warmUp: number): Promise<DeskCost> {
    await this.#submitMany('warm', warmUp);
    await sleep(SETTLE_MS);
    const before = this.#readCpu();
    const from = performance.now();
    await this.#submitMany('many', articles);
    const seconds = (performance.now() - from) / 1000;
    // What was delivered has to be written down too.
    await sleep(SETTLE_MS);
    const each = [...this.#readCpu()].map(([name, ms]) => [name, (ms - (before.get(name) ?? 0)) / articles] as const);
    const ours = each.filter(([name]) => !SERVERS.includes(name)).reduce((sum, [, ms]) => sum + ms, 0);
    const processes = Object.fromEntries(each);
    return { mode: this.#setting.mode, processes, ours, articles, articlesPerSecond: articles / seconds };
  }
}
