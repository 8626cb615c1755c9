import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=Bench', '-c', 'user.email=bench@copydesk.example', ...args], {
    encoding: 'utf8',
  });

/** Writes a library whose `moderate()` spends so many milliseconds of CPU. */
export function writeLibrary(folder: string, milliseconds: number): void {
  mkdirSync(join(folder, 'src'), { recursive: true });
  const spend = `const { user, system } = process.cpuUsage();
  for (let now = process.cpuUsage(); now.user + now.system - user - system < ${milliseconds * 1000}; now = process.cpuUsage());`;
  const source = `export const loadRuleset = (): object => ({});\nexport function moderate(): void {\n  ${spend}\n}\n`;
  writeFileSync(join(folder, 'src/index.ts'), source);
}

/** A repository whose commits are libraries that spend so many milliseconds, the last one last. */
export function plantLibrary(...milliseconds: readonly number[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-planted-'));
  git(folder, 'init', '--quiet');
  for (const time of milliseconds) {
    writeLibrary(folder, time);
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--allow-empty', '-m', `${time} ms`);
  }
  return folder;
}

/** The folders in which a repository is checked out: its own alone, when nothing was left. */
export const listWorktrees = (folder: string): readonly string[] =>
  git(folder, 'worktree', 'list', '--porcelain')
    .split('\n')
    .filter((line) => line.startsWith('worktree '));
