import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runGit } from './base/open-base.ts';

/** Where and on what figures were taken. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryMegabytes: number;
  readonly platform: string;
  readonly node: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  /** Null outside of a repository. */
  readonly commit: string | null;
  /** Whether files that git knows differ from the commit. */
  readonly isDirty: boolean;
  /** Of those that we are measured by. */
  readonly versions: Readonly<Record<string, string>>;
}

const PEERS = [
  'compromise',
  'wink-nlp',
  'wink-eng-lite-web-model',
  'retext',
  'retext-english',
  'retext-equality',
  'retext-indefinite-article',
  'retext-passive',
  'retext-quotes',
  'retext-readability',
  'retext-repeated-words',
  'retext-simplify',
  '@mozilla/readability',
  'linkedom',
  'defuddle',
] as const;

const TREE = fileURLToPath(new URL('../..', import.meta.url));

function readVersion(name: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(TREE, 'node_modules', name, 'package.json'), 'utf8'));
  return version;
}

function readCommit(): Pick<Machine, 'commit' | 'isDirty'> {
  try {
    const isDirty = runGit(TREE, 'status', '--porcelain', '--untracked-files=no') !== '';
    return { commit: runGit(TREE, 'rev-parse', 'HEAD'), isDirty };
  } catch {
    return { commit: null, isDirty: false };
  }
}

/** Describes this machine and this working tree. */
export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryMegabytes: Math.round(totalmem() / 2 ** 20),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    date: new Date().toISOString(),
    ...readCommit(),
    versions: Object.fromEntries(PEERS.map((name) => [name, readVersion(name)])),
  };
}
