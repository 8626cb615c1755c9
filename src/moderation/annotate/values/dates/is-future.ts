import type { Span } from '../../../model/span.ts';
import { VALUE_WORDS } from '../value-words.ts';

/** UTF-16 code units before and after a weekday in which its tense is looked for. */
const REACH = 60;
const SENTENCE_END = /[.!?;]\s/u;
const WORD = /\p{L}+/gu;
const PAST = /(?:ed|said|told|was|were|had|did|went|came|met|won|lost|held|took|began|fell|rose)$/u;

/** True or false by the first word that says so. */
function readTense(words: readonly string[]): boolean | undefined {
  for (const word of words) {
    if (VALUE_WORDS.futureCues.has(word)) return true;
    if (PAST.test(word)) return false;
  }
  return undefined;
}

/** True when the words around a weekday speak of what is to come; those before it count first, the nearest of them most. */
export function isFuture(text: string, { start, end }: Span, floor: number, limit: number): boolean {
  const before =
    text
      .slice(Math.max(floor, start - REACH), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const after = text.slice(end, Math.min(limit, end + REACH)).split(SENTENCE_END)[0] ?? '';
  const wordsBefore = (before.toLowerCase().match(WORD) ?? []).reverse();
  return readTense(wordsBefore) ?? readTense(after.toLowerCase().match(WORD) ?? []) ?? false;
}
