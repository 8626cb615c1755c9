import type { Span } from '../../model/span.ts';
import { listOverlapping } from './list-overlapping.ts';
import type { PhraseWord } from './phrase-word.ts';
import { PHRASE_WORDS } from './phrase-words.ts';

const MAX_WORDS = 3;
/** Words of a name, at most: what is longer is a list or a repetition that was taken for one name, and says nothing as a phrase. */
const MAX_NAME_WORDS = 16;
/** Endings of words that say how or that something was done: no phrase ends with them. */
const NO_NOUN = /(?:ed|ly|est)$/u;
const MIN_ENDED = 5;

/** Words that follow each other, and whether they are a whole name. */
export interface Candidate {
  readonly words: readonly PhraseWord[];
  readonly isName: boolean;
}

const isNoun = ({ key, isVerb, isModifier, isCapital }: PhraseWord): boolean =>
  isCapital ||
  !(
    isVerb ||
    isModifier ||
    PHRASE_WORDS.verbs.has(key) ||
    PHRASE_WORDS.qualifiers.has(key) ||
    (key.length >= MIN_ENDED && NO_NOUN.test(key))
  );

const canOpen = ({ key, isVerb, isCapital }: PhraseWord): boolean =>
  isCapital || !(isVerb || PHRASE_WORDS.verbs.has(key) || key.endsWith('ly'));

/** True when the last word is a noun, and more than a weak one where it stands alone. */
const isPhrase = (words: readonly PhraseWord[], last: PhraseWord): boolean =>
  isNoun(last) && (words.length > 1 || !PHRASE_WORDS.weak.has(last.key));

/** True when a run of words begins or ends inside one of the names that share words with it. */
function cutsName(start: number, end: number, shared: readonly Span[]): boolean {
  return shared.some((name) => name.start < start || name.end > end);
}

/** Runs of content words: a function word, a number or punctuation ends a run. */
function splitRuns(words: readonly PhraseWord[]): readonly (readonly PhraseWord[])[] {
  const runs: PhraseWord[][] = [];
  let isOpen = false;
  for (const word of words) {
    if (!word.isContent) {
      isOpen = false;
      continue;
    }
    const run = runs.at(-1);
    if (isOpen && word.isJoined && run) run.push(word);
    else runs.push([word]);
    isOpen = true;
  }
  return runs;
}

function listParts(run: readonly PhraseWord[], names: readonly Span[]): readonly Candidate[] {
  const parts: Candidate[] = [];
  for (let from = 0; from < run.length; from++) {
    for (let to = from + 1; to <= Math.min(run.length, from + MAX_WORDS); to++) {
      const words = run.slice(from, to);
      const [first, last] = [words[0], words.at(-1)];
      if (!first || !last || !words.every(canOpen) || !isPhrase(words, last)) continue;
      const shared = listOverlapping(names, first.start, last.end);
      if (cutsName(first.start, last.end, shared)) continue;
      parts.push({ words, isName: shared.some((name) => name.start === first.start && name.end === last.end) });
    }
  }
  return parts;
}

/**
 * What may be a keyphrase in a sentence: up to three content words that follow each other and end like a noun, and whole
 * names of up to 16. Nothing begins or ends inside a name; `names` are those of this sentence, in order and disjoint.
 */
export function listCandidates(words: readonly PhraseWord[], names: readonly Span[]): readonly Candidate[] {
  const parts = splitRuns(words).flatMap((run) => listParts(run, names));
  const longNames = names.flatMap((name) => {
    const inside = listOverlapping(words, name.start, name.end).filter(
      ({ start, end }) => start >= name.start && end <= name.end,
    );
    const isListed = inside.length <= MAX_WORDS && inside.every(({ isContent }) => isContent);
    return isListed || inside.length > MAX_NAME_WORDS ? [] : [{ words: inside, isName: true }];
  });
  return [...parts, ...longNames];
}
