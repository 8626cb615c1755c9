import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CANARY } from './examine-log.ts';
import { findProgram, freePort, PROGRAM_FOLDERS, type PrivateServer, stopper, succeeds, untilTrue } from './private-server.ts';

export function findRedis(): string | undefined {
  return findProgram('redis-server', PROGRAM_FOLDERS) ?? findProgram('valkey-server', PROGRAM_FOLDERS);
}

/** Starts a Redis with an append-only file and a password, which no log may hold; `settings` are more of its options, and come before ours. */
export async function startRedis(program: string, settings: readonly string[] = []): Promise<PrivateServer> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-redis-'));
  const port = await freePort();
  const args = [
    '--requirepass',
    CANARY,
    ...settings,
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--save',
    '',
  ];
  const child = spawn(program, args, { stdio: 'ignore' });
  const client = join(program, '..', 'redis-cli');
  await untilTrue('Redis', () => succeeds(client, ['-p', `${port}`, '-a', CANARY, '--no-auth-warning', 'ping']));
  return { url: `redis://:${CANARY}@127.0.0.1:${port}`, pid: child.pid ?? 0, stop: stopper(child, 'SIGKILL', folder) };
}
