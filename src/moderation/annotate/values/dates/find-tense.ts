import type { Span } from '../../../model/span.ts';
import { VALUE_WORDS } from '../value-words.ts';

/** UTF-16 code units before and after a date in which its tense is looked for. */
const REACH = 60;
const SENTENCE_END = /[.!?;]\s/u;
const WORD = /\p{L}+/gu;
const PAST =
  /(?:ed|said|told|was|were|had|did|went|came|met|won|lost|held|took|began|fell|rose|found|made|left|sank|broke|gave|saw|ran|grew|sold|built|sent|brought|caught|became|showed|been)$/u;

/** What a sentence speaks of. */
export type Tense = 'past' | 'future' | 'unknown';

/** By the first word that says so. */
function readTense(words: readonly string[]): Tense {
  for (const word of words) {
    if (VALUE_WORDS.futureCues.has(word)) return 'future';
    if (PAST.test(word)) return 'past';
  }
  return 'unknown';
}

/** Whether the words around a date speak of what was or of what is to come; those before it count first, the nearest most. */
export function findTense(text: string, { start, end }: Span, floor: number, limit: number): Tense {
  const before =
    text
      .slice(Math.max(floor, start - REACH), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const after = text.slice(end, Math.min(limit, end + REACH)).split(SENTENCE_END)[0] ?? '';
  const told = readTense((before.toLowerCase().match(WORD) ?? []).reverse());
  return told === 'unknown' ? readTense(after.toLowerCase().match(WORD) ?? []) : told;
}
