import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CopydeskProcess, spawnCopydesk } from '../../service/spawn-process.ts';

const RESTART_MS = 200;
const LAST_WORDS = 500;
/** A process that is being loaded does not listen to signals yet, and has nothing in hand. */
const LOADING_MS = 15_000;

export interface Command {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

/** What one process left behind: its log, all that it said beside it, and how it ended. */
export interface Remains {
  readonly name: string;
  readonly log: string;
  readonly output: string;
  readonly isKilled: boolean;
}

interface Past {
  readonly process: CopydeskProcess;
  readonly log: string;
  /** How it ended, when it has. */
  end: number | NodeJS.Signals | undefined;
}

/** A process of Copydesk that is started again whenever it ends, as by systemd or a container's restart policy. */
export class SupervisedProcess {
  readonly name: string;
  /** How it ended by itself: exit code and last words. */
  readonly ownEnds: string[] = [];
  readonly #command: Command;
  readonly #env: Readonly<Record<string, string>>;
  readonly #logs: string;
  readonly #past: Past[] = [];
  #isWanted = false;
  #startedAt = 0;
  #current: CopydeskProcess | undefined;
  #running: Promise<void> | undefined;

  /** Each of its processes writes a log of its own into the folder `logs`. */
  constructor(command: Command, env: Readonly<Record<string, string>>, logs: string) {
    this.#logs = logs;
    this.name = command.name;
    this.#command = command;
    this.#env = env;
  }

  get pid(): number | undefined {
    return this.#current?.child.pid;
  }

  /** Of all its processes, also those that were killed. */
  get remains(): readonly Remains[] {
    return this.#past.map(({ process, log, end }, index) => ({
      name: `${this.name} ${index + 1}`,
      log: existsSync(log) ? readFileSync(log, 'utf8') : '',
      output: process.output(),
      isKilled: end === 'SIGKILL',
    }));
  }

  start(): void {
    this.#isWanted = true;
    this.#running = this.#keepUp();
  }

  /** It is started again by itself. */
  kill(): void {
    this.#current?.child.kill('SIGKILL');
  }

  /** Asks it to stop and resolves to its exit code or, when it had to be killed after `seconds`, to `SIGKILL`. */
  async stop(seconds: number): Promise<number | NodeJS.Signals> {
    this.#isWanted = false;
    const current = this.#current;
    const isLoading = performance.now() - this.#startedAt < LOADING_MS;
    current?.child.kill('SIGTERM');
    const timer = setTimeout(() => current?.child.kill('SIGKILL'), seconds * 1000);
    await this.#running;
    clearTimeout(timer);
    const end = (await current?.ended) ?? 0;
    return end === 'SIGTERM' && isLoading ? 0 : end;
  }

  async #keepUp(): Promise<void> {
    while (this.#isWanted) {
      const log = join(this.#logs, `${this.name}-${this.#past.length}.ndjson`);
      const current = spawnCopydesk(this.#command.script, this.#command.args, { env: { ...this.#env, COPYDESK_LOG: log } });
      const past: Past = { process: current, log, end: undefined };
      this.#past.push(past);
      this.#current = current;
      this.#startedAt = performance.now();
      const end = await current.ended;
      past.end = end;
      if (this.#isWanted && end !== 'SIGKILL') this.ownEnds.push(`${this.name} ${end}: ${current.output().slice(-LAST_WORDS)}`);
      if (this.#isWanted) await sleep(RESTART_MS);
    }
  }
}
