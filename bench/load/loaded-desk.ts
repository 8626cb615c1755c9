import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Agent, request } from 'undici';
import type { Article } from '../../src/index.ts';
import type { Mode } from '../../src/service/config.ts';
import type { Cleanup } from '../../tests/faults/cleanup.ts';
import { openStage, type Scenery } from '../../tests/faults/open-stage.ts';
import { Journal } from './journal.ts';
import { LogTimes } from './log-times.ts';
import { startDecisionReceiver } from './start-decision-receiver.ts';

const WATCH = fileURLToPath(new URL('watch-moderation.ts', import.meta.url));
const START_SECONDS = 120;
const TENANTS = ['gazette', 'tidings', 'courier', 'observer'];
const CONNECTIONS = 128;

export interface LoadedDeskSettings {
  readonly mode: Mode;
  readonly workers: number;
  /** Of each worker. */
  readonly threads: number;
  /** Where each process leaves a profile of its CPU when it ends. */
  readonly profiles?: string | undefined;
}

/** An article as it is sent. */
export interface PreparedArticle {
  readonly id: string;
  readonly body: Buffer;
}

/** So that nothing but sending is left to do while the desk is measured. */
export function prepareArticle(article: Article): PreparedArticle {
  return { id: article.id, body: Buffer.from(JSON.stringify(article)) };
}

/** A desk with servers of its own and four publishers that hear of decisions by webhook. */
export class LoadedDesk {
  readonly journal = new Journal();
  readonly settings: LoadedDeskSettings;
  readonly scenery: Scenery;
  /** Where threads note their CPU. */
  readonly moderationFolder: string;
  readonly #agent = new Agent({ connections: CONNECTIONS, pipelining: 1 });
  readonly #logTimes: LogTimes;
  readonly #keys: string[] = [];
  #turn = 0;

  private constructor(settings: LoadedDeskSettings, scenery: Scenery, moderationFolder: string) {
    this.settings = settings;
    this.scenery = scenery;
    this.moderationFolder = moderationFolder;
    this.#logTimes = new LogTimes(join(scenery.folder, 'logs'));
  }

  /** Resolves when publishers may send. Whatever is opened is told to `cleanup`. */
  static async open(settings: LoadedDeskSettings, cleanup: Cleanup): Promise<LoadedDesk> {
    let folder = '';
    const profiling = settings.profiles === undefined ? '' : ` --cpu-prof --cpu-prof-dir=${settings.profiles}`;
    const scenery = await openStage(settings.mode, {}, cleanup, {
      workers: settings.workers,
      moreOf: (_, own) => {
        folder = join(own, 'moderation');
        const NODE_OPTIONS = `--import=${WATCH}${profiling}`;
        return { NODE_OPTIONS, BENCH_MODERATION: folder, COPYDESK_CONCURRENCY: `${settings.threads}` };
      },
    });
    mkdirSync(folder);
    const desk = new LoadedDesk(settings, scenery, folder);
    await desk.#start(cleanup);
    return desk;
  }

  async #start(cleanup: Cleanup): Promise<void> {
    const receiver = await startDecisionReceiver((id, bytes) => this.journal.noteDecided(id, bytes));
    cleanup.add(() => receiver.close());
    cleanup.add(() => this.#agent.destroy());
    this.scenery.desk.start();
    await this.#untilUp();
    for (const id of TENANTS) {
      await this.#manage('default', 'POST', '/v1/tenants', { id });
      await this.#manage(id, 'PUT', '/v1/tenant', { webhookUrl: receiver.url });
      // As the API's own shapes say.
      const made = (await this.#manage(id, 'POST', '/v1/keys', { name: 'load', scopes: ['submit'] })) as { readonly key: string };
      this.#keys.push(made.key);
    }
  }

  async #untilUp(): Promise<void> {
    for (const end = performance.now() + START_SECONDS * 1000; performance.now() < end; await sleep(200)) {
      const isUp = await this.#manage('default', 'GET', '/v1/tenants').then(
        () => true,
        () => false,
      );
      if (isUp) return;
    }
    throw new Error(`the desk did not start within ${START_SECONDS} s: ${this.scenery.desk.ownEnds.join('; ')}`);
  }

  async #manage(tenant: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<unknown> {
    const { url, key } = this.scenery.desk;
    const headers = { authorization: `Bearer ${key}`, 'copydesk-tenant': tenant, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await request(`${url}${path}`, { method, headers, ...sent, dispatcher: this.#agent });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  /** Sends it for one of the publishers in turn; `dueAt` is when it was to be sent. Never rejects: the journal knows what came of it. */
  async send({ id, body }: PreparedArticle, dueAt = performance.now()): Promise<void> {
    const key = this.#keys[this.#turn++ % this.#keys.length] ?? '';
    this.journal.noteSent(id, body.length, dueAt);
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': `"${id}"` };
    try {
      const answer = await request(`${this.scenery.desk.url}/v1/articles`, {
        method: 'POST',
        headers,
        body,
        dispatcher: this.#agent,
      });
      const told = await answer.body.json();
      // As the API's own shapes say.
      if (answer.statusCode < 300) this.journal.noteAccepted(id, (told as { readonly id: string }).id);
      else this.journal.noteRefused(`${answer.statusCode}`);
    } catch (error) {
      this.journal.noteRefused(error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
    }
  }

  /** Resolves when nothing is left to decide, or after so many seconds; then what the logs say is in the journal. */
  async drain(seconds: number): Promise<void> {
    for (const end = performance.now() + seconds * 1000; performance.now() < end && this.journal.backlog > 0; await sleep(100));
    await sleep(500);
    this.#logTimes.tell(this.journal);
  }
}
