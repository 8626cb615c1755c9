import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';

/** Children that run; a signal ends them. */
const running = new Set<ChildProcess>();

/** Ends every script that runs. */
export function endScripts(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** Runs a script of ours in a process of its own and reads the JSON it prints. Rejects when it fails, with what it said. */
export async function runScript(script: string, args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  try {
    const [stdout, stderr, [status, signal]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    if (status !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${signal ?? status}: ${stderr.slice(-2000)}`);
    return JSON.parse(stdout);
  } finally {
    running.delete(child);
  }
}
