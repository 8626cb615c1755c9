import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { CANARY } from '../../service/examine-log.ts';
import { postgresUser } from '../../service/find-postgres.ts';
import { freePort, succeeds, untilTrue } from '../../service/private-server.ts';
import type { Cleanup } from '../cleanup.ts';
import { awaitExit } from './await-exit.ts';

const SETTINGS = { listen_addresses: '127.0.0.1', max_connections: '200' };

/** The processes that a process has started, which may be gone already. */
function listChildren(pid: number): readonly number[] {
  try {
    return execFileSync('ps', ['-o', 'pid=', '--ppid', `${pid}`], { encoding: 'utf8' })
      .split('\n')
      .map(Number)
      .filter((child) => child > 0);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A PostgreSQL that can be restarted and killed; what it has committed outlives its processes. */
export class PostgresServer {
  readonly port: number;
  readonly #program: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'copydesk-faults-pg-'));
  readonly #user = postgresUser();
  #child: ChildProcess | undefined;
  #databases = 0;
  #isRemoved = false;

  private constructor(program: string, port: number) {
    this.#program = program;
    this.port = port;
  }

  static async create(program: string, cleanup: Cleanup): Promise<PostgresServer> {
    const server = new PostgresServer(program, await freePort());
    cleanup.add(() => server.remove());
    server.own(server.#folder);
    const args = ['-D', server.#data, '-U', 'copydesk', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
    execFileSync(server.#tool('initdb'), args, { ...server.#user, cwd: server.#folder, stdio: 'ignore' });
    await server.start();
    return server;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Makes a folder the server's own, when it runs under another account. */
  own(folder: string): void {
    const { uid, gid } = this.#user;
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  }

  async start(): Promise<void> {
    if (this.#isRemoved) return;
    const settings = Object.entries({ ...SETTINGS, unix_socket_directories: this.#folder });
    const args = ['-D', this.#data, '-p', `${this.port}`, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    this.#child = spawn(this.#program, args, { ...this.#user, cwd: this.#folder, stdio: 'ignore' });
    const probe = ['-h', '127.0.0.1', '-p', `${this.port}`, '-d', 'postgres', '-U', 'copydesk'];
    await untilTrue('PostgreSQL', () => succeeds(this.#tool('pg_isready'), probe));
  }

  /** As `pg_ctl stop -m fast` does it: transactions are rolled back, the rest is written. */
  async stop(): Promise<void> {
    await this.#end(this.#child, 'SIGINT');
  }

  /** The postmaster and all that it has started, with no word of warning. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child?.pid) return;
    const children = listChildren(child.pid);
    await this.#end(child, 'SIGKILL');
    for (const pid of children) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    await untilTrue('the end of PostgreSQL', () => !children.some(isAlive));
  }

  /** A new database, on the folder given or where the others are. Returns its name. */
  async createDatabase(folder?: string): Promise<string> {
    const name = `desk_${++this.#databases}`;
    const client = new pg.Client({ connectionString: this.urlOf('postgres') });
    await client.connect();
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      this.own(folder);
      await client.query(`CREATE TABLESPACE small_${name} LOCATION '${folder}'`);
    }
    await client.query(`CREATE DATABASE ${name} ${folder === undefined ? '' : `TABLESPACE small_${name}`}`);
    await client.end();
    return name;
  }

  /** With a password, which this server does not ask for and no log may hold. */
  urlOf(database: string, port = this.port): string {
    return `postgres://copydesk:${CANARY}@127.0.0.1:${port}/${database}`;
  }

  /** Once removed it does not start again. */
  async remove(): Promise<void> {
    this.#isRemoved = true;
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
    if (!child) return;
    child.kill(signal);
    await awaitExit(child);
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  #tool(name: string): string {
    return join(this.#program, '..', name);
  }
}
