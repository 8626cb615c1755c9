import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Agent, fetch } from 'undici';
import type { Article } from '../../src/index.ts';
import type { Mode } from '../../src/service/config.ts';
import { ROLES } from '../../src/service/roles.ts';
import type { Cleanup } from '../../tests/faults/cleanup.ts';
import { openStage, type Scenery } from '../../tests/faults/open-stage.ts';
import { startReceiver } from '../../tests/service/delivery/start-receiver.ts';
import { freePort } from '../../tests/service/private-server.ts';
import { cpuSecondsOf } from '../measuring/cpu-seconds-of.ts';
import type { Telling } from './telling.ts';

const PRELOAD = fileURLToPath(new URL('switched-telemetry.ts', import.meta.url));
const AT_ONCE = 16;
/**
 * A scrape for so much CPU of the desk: each five seconds of two cores that do nothing else, three times as often as
 * `observability/prometheus.yml` has it. By the clock, a machine with other work would be scraped more for the same articles.
 */
const SCRAPE_CPU_MS = 10_000;
const LOOK_MS = 500;
const START_SECONDS = 120;
const PATIENCE_SECONDS = 600;
/** By then each process has seen the switch. */
const SWITCH_MS = 400;
/** What was delivered has to be written down too. */
const SETTLE_MS = 1000;

async function until(what: string, seconds: number, look: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(20)) if (await look()) return;
  throw new Error(`${what}: not within ${seconds} s`);
}

/** Takes spans as a collector does, and keeps nothing. */
async function startTaker(cleanup: Cleanup): Promise<string> {
  const taker = await startReceiver((response) => {
    taker.received.length = 0;
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  cleanup.add(() => taker.close());
  return taker.url;
}

/** A desk with servers of its own, whose CPU is measured while it works. What it tells can be switched. */
export class MeasuredDesk {
  readonly #scenery: Scenery;
  readonly #ports: readonly number[];
  readonly #agent = new Agent({ connections: AT_ONCE, pipelining: 1 });
  #decided = 0;
  #hook = '';
  /** CPU milliseconds since the last scrape, of the time when there was something to scrape. */
  #unscraped = 0;

  private constructor(scenery: Scenery, ports: readonly number[]) {
    this.#scenery = scenery;
    this.#ports = ports;
  }

  /** Resolves when it answers. Whatever is opened is told to `cleanup`. */
  static async open(mode: Mode, cleanup: Cleanup): Promise<MeasuredDesk> {
    const ports = new Map<string, number>();
    for (const name of mode === 'embedded' ? ['desk'] : ROLES) ports.set(name, await freePort());
    const endpoint = await startTaker(cleanup);
    const scenery: Scenery = await openStage(mode, {}, cleanup, {
      preload: PRELOAD,
      moreOf: (name, folder) => ({
        BENCH_TELLING: join(folder, 'telling'),
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        COPYDESK_METRICS_PORT: `${ports.get(name)}`,
      }),
    });
    const desk = new MeasuredDesk(scenery, [...ports.values()]);
    await desk.#start(cleanup);
    return desk;
  }

  async #start(cleanup: Cleanup): Promise<void> {
    const receiver = await startReceiver((response) => {
      this.#decided++;
      receiver.received.length = 0;
      response.writeHead(204).end();
    });
    cleanup.add(() => receiver.close());
    this.#hook = `${receiver.url}/decisions`;
    this.#tell('traces too');
    this.#scenery.desk.start();
    const isUp = () =>
      this.#call('default', '/v1/tenants', 'GET').then(
        () => true,
        () => false,
      );
    await until('the start of the desk', START_SECONDS, isUp);
  }

  async addTenant(id: string): Promise<void> {
    await this.#call('default', '/v1/tenants', 'POST', { id });
    await this.#call(id, '/v1/tenant', 'PUT', { webhookUrl: this.#hook });
  }

  /**
   * Has it work on all articles for a tenant, and tell so much, until each decision is delivered. It is scraped when it tells metrics. CPU
   * milliseconds of that, by process.
   */
  async work(tenant: string, telling: Telling, articles: readonly Article[]): Promise<ReadonlyMap<string, number>> {
    this.#tell(telling);
    await sleep(SWITCH_MS);
    const before = this.#readCpu();
    const used = () => new Map([...this.#readCpu()].map(([name, ms]) => [name, ms - (before.get(name) ?? 0)]));
    const working = this.#submit(tenant, articles).then(() => sleep(SETTLE_MS));
    if (telling !== 'nothing') await this.#scrapeWhile(working, used);
    await working;
    return used();
  }

  async #scrapeWhile(working: Promise<void>, used: () => ReadonlyMap<string, number>): Promise<void> {
    let isOver = false;
    const ended = working.finally(() => {
      isOver = true;
    });
    for (let seen = 0; !isOver; await Promise.race([ended, sleep(LOOK_MS)])) {
      const now = [...used().values()].reduce((sum, ms) => sum + ms, 0);
      this.#unscraped += now - seen;
      seen = now;
      if (this.#unscraped < SCRAPE_CPU_MS) continue;
      this.#unscraped -= SCRAPE_CPU_MS;
      await this.#scrape();
    }
  }

  /** Stops it. Milliseconds that its processes used for telling so much itself, since the start. */
  async stop(): Promise<ReadonlyMap<Telling, number>> {
    await this.#scenery.desk.stop();
    const lines = readFileSync(join(this.#scenery.folder, 'telling.own'), 'utf8').split('\n').filter(Boolean);
    const own = new Map<Telling, number>();
    // Written by `own-cpu.ts`.
    for (const [telling, microseconds] of lines.flatMap((line) => JSON.parse(line) as [Telling, number][])) {
      own.set(telling, (own.get(telling) ?? 0) + microseconds / 1000);
    }
    return own;
  }

  async #submit(tenant: string, articles: readonly Article[]): Promise<void> {
    const wanted = this.#decided + articles.length;
    const waiting = articles[Symbol.iterator]();
    const client = async () => {
      for (const article of waiting) await this.#call(tenant, '/v1/articles', 'POST', article);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    await until('the last decision', PATIENCE_SECONDS, () => this.#decided >= wanted);
  }

  async #call(tenant: string, path: string, method: string, body?: object): Promise<void> {
    const { desk } = this.#scenery;
    const headers = { authorization: `Bearer ${desk.key}`, 'copydesk-tenant': tenant, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${desk.url}${path}`, { method, headers, ...sent, dispatcher: this.#agent });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
  }

  #tell(telling: Telling): void {
    writeFileSync(join(this.#scenery.folder, 'telling'), telling);
  }

  async #scrape(): Promise<void> {
    for (const port of this.#ports) await fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text());
  }

  #readCpu(): ReadonlyMap<string, number> {
    const { desk, postgres, redis } = this.#scenery;
    const pids = new Map(desk.processes.map(({ name, pid }) => [name, pid] as const));
    if (postgres) pids.set('PostgreSQL', postgres.pid);
    if (redis) pids.set('Redis', redis.pid);
    return new Map([...pids].map(([name, pid]) => [name, cpuSecondsOf(pid ?? 0) * 1000]));
  }
}
