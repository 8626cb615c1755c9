import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CANARY } from './examine-log.ts';
import { postgresUser } from './find-postgres.ts';
import { freePort, type PrivateServer, stopper, succeeds, untilTrue } from './private-server.ts';

/**
 * Starts a PostgreSQL with a cluster of its own; `more` are further settings of it. It asks for no password; its address has one, which no log may
 * hold.
 */
export async function startPostgres(program: string, more: readonly string[] = []): Promise<PrivateServer> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-pg-'));
  const user = postgresUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(join(program, '..', 'initdb'), ['-D', data, '-U', 'copydesk', '-A', 'trust', '-E', 'UTF8', '--no-sync'], options);
  const port = await freePort();
  const own = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'max_connections=300'];
  const settings = [...own, ...more].flatMap((setting) => ['-c', setting]);
  const child = spawn(program, ['-D', data, '-p', `${port}`, ...settings], options);
  await untilTrue('PostgreSQL', () => succeeds(join(program, '..', 'pg_isready'), ['-h', '127.0.0.1', '-p', `${port}`]));
  return { url: `postgres://copydesk:${CANARY}@127.0.0.1:${port}`, pid: child.pid ?? 0, stop: stopper(child, 'SIGINT', folder) };
}
