import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const PARTS = ['article', 'html', 'desk', 'base', 'growth'] as const;
export type PartName = (typeof PARTS)[number];

export interface BenchOptions {
  readonly parts: readonly PartName[];
  /** Fewer processes and rounds, for a check rather than a figure. */
  readonly isShort: boolean;
  /** The working tree, and the commit that it is compared with. */
  readonly tree: string;
  readonly base: string | undefined;
  /** A folder for `bench.json` and `growth.svg`. */
  readonly output: string | undefined;
  /** Rounds that count, in place of each part's own. */
  readonly rounds: number | undefined;
  /** A plain text in place of our own articles. */
  readonly file: string | undefined;
  /** The largest article of growth, in UTF-16 code units. */
  readonly largest: number;
}

export const BENCH_HELP = `npm run bench -- [options]

What Copydesk costs, beside what others cost on the same texts: CPU time, medians of rounds in which all have their turn.

  --only PART       one of ${PARTS.join(', ')}; may be repeated
    article         moderate() as a whole and by stage, compromise, wink-nlp, retext
    html            moderate() of web pages and its reading alone, Readability, defuddle
    desk            queue, store, API and webhooks beside moderation: embedded, and on Redis and PostgreSQL where installed
    base            the working tree against a commit, both by their ratio to compromise; fails when the tree is over 15 % slower
    growth          time and memory from 1 KB to 10 MB of text, Markdown and HTML; fails when a step is not linear
  --base COMMIT     what the tree is compared with: by default HEAD when its sources have changed since, else HEAD~1
  --tree FOLDER     another working tree for base, by default this one
  --file ARTICLE    a plain text in place of the articles of examples/ and tests/golden/
  --rounds N        rounds that count, for article, html, desk and each process of base
  --largest N       the largest article of growth in characters, by default 10000000
  --short           fewer processes for base
  --output FOLDER   writes bench.json and growth.svg there
  --help

Exit codes: 0, 1 when the tree is slower than its base or a growth is not linear, 64 for options that are none.
`;

/** An option that is none, or one with a value that it cannot have. */
export class BenchUsageError extends Error {
  override readonly name = 'BenchUsageError';
}

const TREE = fileURLToPath(new URL('../..', import.meta.url));

const OPTIONS = {
  only: { type: 'string', multiple: true },
  base: { type: 'string' },
  tree: { type: 'string', default: TREE },
  file: { type: 'string' },
  rounds: { type: 'string' },
  largest: { type: 'string', default: '10000000' },
  short: { type: 'boolean', default: false },
  output: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new BenchUsageError(error instanceof Error ? error.message : String(error));
  }
}

function toCount(name: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(value)) throw new BenchUsageError(`--${name} is a whole number from 1 on, not ${value}`);
  return Number(value);
}

function toPart(name: string): PartName {
  const part = PARTS.find((known) => known === name);
  if (part === undefined) throw new BenchUsageError(`--only is one of ${PARTS.join(', ')}, not ${name}`);
  return part;
}

/** Reads the command's options; nothing when only help is wanted. Throws `BenchUsageError`. */
export function readBenchOptions(args: readonly string[]): BenchOptions | undefined {
  const { only, base, tree, file, rounds, largest, short, output, help } = parse(args);
  if (help) return undefined;
  const wanted = only?.map(toPart);
  if (file !== undefined && !existsSync(file)) throw new BenchUsageError(`--file: there is no ${file}`);
  return {
    parts: PARTS.filter((part) => wanted?.includes(part) ?? true),
    isShort: short,
    tree: resolve(tree),
    base,
    output,
    rounds: rounds === undefined ? undefined : toCount('rounds', rounds),
    file,
    largest: toCount('largest', largest),
  };
}
