import type { Cleanup } from '../../tests/faults/cleanup.ts';
import { readTexts } from './article-texts.ts';
import { type BaseFigures, compareWithBase } from './base/compare-with-base.ts';
import { NoBaseError } from './base/open-base.ts';
import type { BenchOptions, PartName } from './bench-options.ts';
import type { BenchRecord, LeftOut } from './bench-record.ts';
import { describeMachine } from './describe-machine.ts';
import { measureGrowth, SIZES } from './growth/measure-growth.ts';
import { listFailures } from './list-failures.ts';
import { measureArticle } from './measure-article.ts';
import { measureDesk } from './measure-desk.ts';
import { measureHtml } from './measure-html.ts';
import type { Rounds } from './take-turns.ts';

/** Rounds that count. One that warms up for each: until then the engine compiles. */
const ROUNDS: Readonly<Record<'article' | 'html' | 'desk' | 'base', number>> = { article: 40, html: 30, desk: 30, base: 20 };
/** Processes of each side. */
const PAIRS = { whole: 6, short: 3 };
/** Texts that each works through in a turn. */
const IN_A_ROW = 4;
/** Articles that the desk takes for each round that its moderation is measured in. */
const DESK_ARTICLES = 10;

type Tell = (progress: string) => void;

/** The base's figures, or why there are none. A commit that was asked for has to be there. */
async function measureBase(options: BenchOptions, rounds: Rounds, cleanup: Cleanup, tell: Tell): Promise<BaseFigures | LeftOut> {
  const pairs = options.isShort ? PAIRS.short : PAIRS.whole;
  try {
    return await compareWithBase({ tree: options.tree, ref: options.base, pairs, rounds, file: options.file }, cleanup, tell);
  } catch (error) {
    if (error instanceof NoBaseError && options.base === undefined) return { leftOut: error.message };
    throw error;
  }
}

/** Runs the parts that are wanted, one after the other. */
export async function runParts(options: BenchOptions, cleanup: Cleanup, tell: Tell): Promise<BenchRecord> {
  const { parts, file, largest } = options;
  const has = (part: PartName): boolean => parts.includes(part);
  const roundsOf = (part: keyof typeof ROUNDS): Rounds => {
    const counted = options.rounds ?? ROUNDS[part];
    return { warmUp: counted, counted };
  };
  const texts = readTexts(file);
  const machine = describeMachine();
  const article = has('article') && (await measureArticle(texts, { ...roundsOf('article'), inARow: IN_A_ROW }, tell));
  const html = has('html') && (await measureHtml(texts, roundsOf('html'), tell));
  const rounds = roundsOf('desk');
  const desk = has('desk') && (await measureDesk(texts, { rounds, articles: rounds.counted * DESK_ARTICLES }, cleanup, tell));
  const base = has('base') && (await measureBase(options, roundsOf('base'), cleanup, tell));
  const growth =
    has('growth') &&
    (await measureGrowth(
      SIZES.filter((size) => size <= largest),
      tell,
    ));
  const figures = {
    ...(article && { article }),
    ...(html && { html }),
    ...(desk && { desk }),
    ...(base && { base }),
    ...(growth && { growth }),
  };
  return { schema: 'copydesk.bench/1', machine, ...figures, failures: listFailures(figures) };
}
