import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mode } from '../../../src/service/config.ts';
import { ROLES, type Role } from '../../../src/service/roles.ts';
import { freePort } from '../../service/private-server.ts';
import { type Command, type Remains, SupervisedProcess } from './supervised-process.ts';

export interface DeskSettings {
  readonly mode: Mode;
  /** Of logs, clocks and the embedded store. */
  readonly folder: string;
  /** The embedded store, when it lies elsewhere. */
  readonly data?: string | undefined;
  readonly databaseUrl?: string | undefined;
  readonly redisUrl?: string | undefined;
  /** Whether the clocks of its processes can be set. */
  readonly hasClocks: boolean;
  /** A module that each process loads before anything else. */
  readonly preload?: string | undefined;
  /** What each process has in its environment besides, by its name and the folder of this desk. */
  readonly moreOf?: ((name: string, folder: string) => Readonly<Record<string, string>>) | undefined;
  /** Processes that moderate, on a shared store; one when absent. The second is called `worker 2`. */
  readonly workers?: number | undefined;
}

const CLOCK = fileURLToPath(new URL('clock-of-process.ts', import.meta.url));
const STOP_SECONDS = 30;

/** As an operator would set it for a receiver on this machine; what is not named has the default that is shipped. */
const SETTINGS = {
  COPYDESK_CONCURRENCY: '2',
  COPYDESK_WEBHOOK_PRIVATE: '127.0.0.0/8',
  COPYDESK_WEBHOOK_SECONDS: '5',
  COPYDESK_RATE_PER_SECOND: '100000',
  COPYDESK_BURST: '100000',
};

function commandOf(role: Role, number = 1): Command {
  const name = number === 1 ? role : `${role} ${number}`;
  return { name, script: `workers/${role === 'worker' ? 'moderate' : role}.worker.ts`, args: [] };
}

function listCommands({ mode, workers = 1 }: DeskSettings): readonly Command[] {
  if (mode === 'embedded') return [{ name: 'desk', script: 'src/cli/main.ts', args: ['serve'] }];
  const more = Array.from({ length: workers - 1 }, (_, at) => commandOf('worker', at + 2));
  return [...ROLES.map((role) => commandOf(role)), ...more];
}

/** Every process of a desk, supervised. Embedded, it is one that plays all roles. */
export class DeskUnderFault {
  readonly key = `ck_${randomBytes(6).toString('hex')}_${randomBytes(32).toString('hex')}`;
  readonly url: string;
  readonly processes: readonly SupervisedProcess[];
  /** Kills of processes that moderate, in milliseconds since 1970. */
  readonly workerKills: number[] = [];
  #isRemoved = false;
  readonly #clocks: string;
  readonly #preload: string | undefined;

  private constructor(settings: DeskSettings, port: number) {
    const { folder, preload, moreOf } = settings;
    this.#preload = preload;
    this.url = `http://127.0.0.1:${port}`;
    this.#clocks = join(folder, 'clocks');
    mkdirSync(this.#clocks, { recursive: true });
    const env = { ...this.envOf(settings), COPYDESK_PORT: `${port}` };
    this.processes = listCommands(settings).map((command) => {
      const clock = settings.hasClocks ? this.#clockOf(command.name) : {};
      const processEnv = { ...env, ...this.#preloading(settings.hasClocks), ...clock, ...moreOf?.(command.name, folder) };
      return new SupervisedProcess(command, processEnv, join(folder, 'logs'));
    });
  }

  static async create(settings: DeskSettings): Promise<DeskUnderFault> {
    return new DeskUnderFault(settings, await freePort());
  }

  envOf({ folder, data, databaseUrl, redisUrl }: DeskSettings): Readonly<Record<string, string>> {
    return {
      ...SETTINGS,
      COPYDESK_DATA: data ?? join(folder, 'data'),
      COPYDESK_OPERATOR_KEY: this.key,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...(redisUrl && { REDIS_URL: redisUrl }),
    };
  }

  start(): void {
    if (this.#isRemoved) return;
    for (const one of this.processes) one.start();
  }

  kill(role: Role): void {
    const one = this.#processOf(role);
    if (role === 'worker' || one.name === 'desk') this.workerKills.push(Date.now());
    one.kill();
  }

  /** Asks all to stop. Resolves to what ended other than with 0. */
  async stop(): Promise<readonly string[]> {
    const ends = await Promise.all(this.processes.map(async (one) => [one.name, await one.stop(STOP_SECONDS)] as const));
    return ends.filter(([, end]) => end !== 0).map(([name, end]) => `${name} ended with ${end} when asked to stop`);
  }

  /** Stops it for good. */
  async remove(): Promise<void> {
    this.#isRemoved = true;
    await this.stop();
  }

  /** Sets the clock of a role's process ahead, or behind. */
  setClock(role: Role, ms: number): void {
    writeFileSync(join(this.#clocks, this.#processOf(role).name), `${ms}`);
  }

  get ownEnds(): readonly string[] {
    return this.processes.flatMap(({ ownEnds }) => ownEnds);
  }

  /** What all its processes left behind. */
  get remains(): readonly Remains[] {
    return this.processes.flatMap(({ remains }) => remains);
  }

  #processOf(role: Role): SupervisedProcess {
    const found = this.processes.find(({ name }) => name === role || name === 'desk');
    if (!found) throw new Error(`no process plays ${role}`);
    return found;
  }

  #preloading(hasClocks: boolean): Readonly<Record<string, string>> {
    const modules = [...(hasClocks ? [CLOCK] : []), ...(this.#preload === undefined ? [] : [this.#preload])];
    return modules.length > 0 ? { NODE_OPTIONS: modules.map((path) => `--import=${path}`).join(' ') } : {};
  }

  #clockOf(name: string): Readonly<Record<string, string>> {
    return { FAULTS_CLOCK: join(this.#clocks, name) };
  }
}
