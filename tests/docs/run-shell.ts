import { spawn } from 'node:child_process';
import process from 'node:process';
import { text } from 'node:stream/consumers';

/** What one block of a script printed, and its exit code. */
export interface ShellRun {
  readonly output: string;
  readonly code: number;
}

/** Stands between the outputs of two blocks; no text of ours holds it. */
const SEPARATOR = '\u001e';

/** Runs blocks one after the other in one shell, as a reader does who types them in. */
export async function runShell(
  blocks: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly ShellRun[]> {
  const script = blocks.map((block) => `${block}\nprintf '${SEPARATOR}%s${SEPARATOR}' "$?"\n`).join('');
  const child = spawn('bash', ['-c', script], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const parts = output.split(SEPARATOR);
  return blocks.map((_, at) => ({ output: `${parts[2 * at] ?? ''}${errors}`, code: Number(parts[2 * at + 1]) }));
}
