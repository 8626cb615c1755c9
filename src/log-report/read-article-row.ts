import { ARTICLE_STATES } from '../schema/article-states.ts';
import { type ArticleColumns, ATTEMPTS, bitOf, WORD } from './article-columns.ts';
import type { RestRow } from './chain-rest.ts';
import { keyOfAttempt } from './key-of-attempt.ts';

/** One article, as `read` hands it out. */
export interface ArticleRow {
  readonly first: number;
  readonly last: number;
  readonly missing: number;
  readonly processing: number;
  readonly review: number;
  readonly delivery: number;
  /** Milliseconds; NaN when there was no such line. */
  readonly receivedAt: number;
  readonly startedAt: number;
  readonly unended: number;
  readonly unendedLast: number;
}

/** From 1. */
const lowestBit = (word: number): number => WORD - Math.clz32(word & -word);

function countBits(word: number): number {
  let left = word;
  let bits = 0;
  for (; left !== 0; bits++) left &= left - 1;
  return bits;
}

/** What a slot of the table and the rest of its chain say together; `column` gives the value of the slot. */
export function readArticleRow(column: (name: keyof ArticleColumns) => number, rest: RestRow): ArticleRow {
  const low = column('numbers');
  const high = column('moreNumbers');
  const distinct = countBits(low) + countBits(high) + rest.numbers;
  const inBits = low === 0 ? WORD + lowestBit(high) : lowestBit(low);
  const first = low === 0 && high === 0 ? rest.first : inBits;
  const states = column('states');
  const review = Math.floor(states / ARTICLE_STATES.delivery.length);
  const open = (column('started') & ~column('ended')) >>> 0;
  const top = column('started') === 0 ? 0 : WORD - Math.clz32(column('started'));
  const newest = top === 0 ? 0 : keyOfAttempt(Math.floor((top - 1) / ATTEMPTS) + 1, ((top - 1) % ATTEMPTS) + 1);
  const isNewestOpen = newest > rest.newest ? (open & bitOf(top - 1)) !== 0 : rest.isNewestOpen;
  return {
    first,
    last: column('last'),
    // What was refused for want of room counts as there.
    missing: distinct === 0 ? 0 : Math.max(0, column('last') - first + 1 - distinct - rest.refused),
    processing: Math.floor(review / ARTICLE_STATES.review.length),
    review: review % ARTICLE_STATES.review.length,
    delivery: states % ARTICLE_STATES.delivery.length,
    receivedAt: column('receivedAt'),
    startedAt: column('startedAt'),
    unended: countBits(open) + rest.unended,
    unendedLast: Number(isNewestOpen),
  };
}
