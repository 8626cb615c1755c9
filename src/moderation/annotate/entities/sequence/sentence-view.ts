import { createWordMemo } from '../../../text/word-memo.ts';
import { NAME_CLASS } from '../name-class.ts';
import type { ClassList } from './class-list.ts';
import { listBarriers } from './list-barriers.ts';
import type { NameToken } from './name-token.ts';
import { GAP, readGap } from './read-gap.ts';
import { readPhrases } from './read-phrases.ts';
import { type Run, readRuns } from './read-runs.ts';
import { readStyle, STYLE } from './read-style.ts';
import { CASE, readWordFacts, type WordFacts } from './word-facts.ts';

/** What features of the words of a sentence are made of; all lists have a row for each word. */
export interface SentenceView {
  readonly facts: readonly WordFacts[];
  /** Kinds of the gaps before each word, and after the last. */
  readonly gaps: readonly number[];
  /** True where no name may go on from the word before. */
  readonly barriers: readonly boolean[];
  readonly classes: readonly ClassList[];
  readonly runs: readonly (Run | undefined)[];
  readonly style: number;
  /** True for words that cannot be part of a name and need no scoring. */
  readonly plain: readonly boolean[];
}

/** What is known of words by their text, for a training: it has more words than are remembered from text to text. */
export type WordCache = Map<string, WordFacts>;

const NAMES =
  NAME_CLASS.given |
  NAME_CLASS.surname |
  NAME_CLASS.person |
  NAME_CLASS.country |
  NAME_CLASS.region |
  NAME_CLASS.city |
  NAME_CLASS.town |
  NAME_CLASS.body |
  NAME_CLASS.company |
  NAME_CLASS.media |
  NAME_CLASS.club |
  NAME_CLASS.school |
  NAME_CLASS.people;

const recallWordFacts = createWordMemo(readWordFacts);

function factsOf(word: string, cache: WordCache | undefined): WordFacts {
  if (!cache) return recallWordFacts(word);
  const known = cache.get(word);
  if (known) return known;
  const facts = recallWordFacts(word);
  cache.set(word, facts);
  return facts;
}

/** True for a word that is not known as a name, or is an ordinary word too. */
export function isOrdinary({ mask }: WordFacts): boolean {
  return (mask & NAMES) === 0 || (mask & NAME_CLASS.ordinary) !== 0;
}

/** An ordinary word in small letters outside of any run of capitals. */
function isPlain(fact: WordFacts, run: Run | undefined): boolean {
  return !run && (fact.case === CASE.lower || fact.case === CASE.digits) && isOrdinary(fact);
}

/** Looks at the words of a sentence once for all their features. Linear. */
export function viewSentence(words: readonly NameToken[], tail: string, cache?: WordCache): SentenceView {
  const facts = words.map(({ text }) => factsOf(text, cache));
  const gaps = words.map(({ gap }, at) => (at === 0 && gap === '' ? GAP.start : readGap(gap)));
  gaps.push(readGap(tail));
  const barriers = listBarriers(facts, gaps);
  const style = readStyle(facts, tail);
  const runs = readRuns(facts, barriers);
  const plain = words.map(({ technical }, at) => {
    const fact = facts[at];
    return technical || (style !== STYLE.small && fact !== undefined && isPlain(fact, runs[at]));
  });
  return { facts, gaps, barriers, classes: readPhrases(facts, barriers), runs, style, plain };
}
