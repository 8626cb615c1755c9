import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cleanup } from '../../../tests/faults/cleanup.ts';

/** A commit, checked out in a folder of its own. */
export interface Base {
  readonly ref: string;
  readonly commit: string;
  readonly folder: string;
}

/** There is no such commit: a shallow clone, the first commit, or no repository at all. */
export class NoBaseError extends Error {
  override readonly name = 'NoBaseError';
}

/** What speed depends on. What else has changed in the tree makes no other base. */
const SOURCES = ['src', 'models', 'rules', 'package.json'];

/** Runs git in a folder and gives what it prints; throws when it fails. */
export function runGit(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** The last commit when sources of the tree differ from it, else the commit before. */
function chooseRef(folder: string): string {
  return runGit(folder, 'status', '--porcelain', '--', ...SOURCES) === '' ? 'HEAD~1' : 'HEAD';
}

function findCommit(folder: string, wanted: string | undefined): Omit<Base, 'folder'> {
  try {
    const ref = wanted ?? chooseRef(folder);
    return { ref, commit: runGit(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`) };
  } catch {
    throw new NoBaseError(
      `there is no ${wanted ?? 'commit before this one'} here: a shallow clone has none, nor has the first commit`,
    );
  }
}

/**
 * Checks out the commit that a tree is measured by in a folder for a while, with the packages of the tree. `ref` is by default
 * `HEAD` when the sources have changes that are not committed, else `HEAD~1`. Throws `NoBaseError`.
 */
export function openBase(tree: string, wanted: string | undefined, cleanup: Cleanup): Base {
  const { ref, commit } = findCommit(tree, wanted);
  const parent = mkdtempSync(join(tmpdir(), 'copydesk-base-'));
  cleanup.add(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'base');
  cleanup.add(() => void runGit(tree, 'worktree', 'prune'));
  runGit(tree, 'worktree', 'add', '--quiet', '--detach', folder, commit);
  cleanup.add(() => void runGit(tree, 'worktree', 'remove', '--force', folder));
  const packages = join(tree, 'node_modules');
  if (existsSync(packages)) {
    const link = join(folder, 'node_modules');
    symlinkSync(packages, link, 'junction');
    cleanup.add(() => unlinkSync(link));
  }
  return { ref, commit, folder };
}
