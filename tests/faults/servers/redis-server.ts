import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CANARY } from '../../service/examine-log.ts';
import { freePort, succeeds, untilTrue } from '../../service/private-server.ts';
import type { Cleanup } from '../cleanup.ts';
import { awaitExit } from './await-exit.ts';

/** A Redis with an append-only file, which can be killed, frozen and emptied; its data outlive its process. */
export class RedisServer {
  readonly port: number;
  readonly #program: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'copydesk-faults-redis-'));
  #child: ChildProcess | undefined;
  #isRemoved = false;

  private constructor(program: string, port: number) {
    this.#program = program;
    this.port = port;
  }

  static async create(program: string, cleanup: Cleanup): Promise<RedisServer> {
    const server = new RedisServer(program, await freePort());
    cleanup.add(() => server.remove());
    await server.start();
    return server;
  }

  /** With a password, which no log may hold; behind a link it has another port. */
  urlOf(port = this.port): string {
    return `redis://:${CANARY}@127.0.0.1:${port}`;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async start(): Promise<void> {
    if (this.#isRemoved) return;
    const settings = ['--requirepass', CANARY, '--bind', '127.0.0.1', '--dir', this.#folder, '--appendonly', 'yes', '--save', ''];
    this.#child = spawn(this.#program, ['--port', `${this.port}`, ...settings], { stdio: 'ignore' });
    await untilTrue('Redis', () => succeeds(this.#client, [...this.#address, 'ping']));
  }

  async kill(): Promise<void> {
    if (!this.#child) return;
    this.#child.kill('SIGKILL');
    await awaitExit(this.#child);
  }

  /** It stops running, with its connections open. */
  async freeze(ms: number): Promise<void> {
    this.#child?.kill('SIGSTOP');
    await sleep(ms);
    this.#child?.kill('SIGCONT');
  }

  flush(): void {
    execFileSync(this.#client, [...this.#address, 'flushall'], { stdio: 'ignore' });
  }

  /** Once removed it does not start again. */
  async remove(): Promise<void> {
    this.#isRemoved = true;
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #address(): readonly string[] {
    return ['-p', `${this.port}`, '-a', CANARY, '--no-auth-warning'];
  }

  get #client(): string {
    return join(this.#program, '..', 'redis-cli');
  }
}
