import type { Span } from '../../model/span.ts';
import { listOverlapping } from './list-overlapping.ts';
import type { PhraseWord } from './phrase-word.ts';

const MAX_WORDS = 3;
/** Words of a name, at most: what is longer is a list or a repetition that was taken for one name, and says nothing as a phrase. */
const MAX_NAME_WORDS = 16;

/** Words `[from, to)` of `words`, which follow each other, and whether they are a whole name. */
export interface Candidate {
  readonly words: readonly PhraseWord[];
  readonly from: number;
  readonly to: number;
  readonly isName: boolean;
}

const isNoun = ({ form, isVerb, isModifier, isCapital }: PhraseWord): boolean =>
  isCapital || !(isVerb || isModifier || form.isNoNoun);

const canOpen = ({ form, isVerb, isCapital }: PhraseWord): boolean => isCapital || !(isVerb || form.isNoOpener);

/** True when a run of words begins or ends inside one of the names that share words with it. */
function cutsName(start: number, end: number, shared: readonly Span[]): boolean {
  return shared.some((name) => name.start < start || name.end > end);
}

/** Where the run of content words ends that begins in row `from`: a function word, a number or punctuation ends it. */
function endOfRun(words: readonly PhraseWord[], from: number): number {
  let to = from + 1;
  while (words[to]?.form.isContent && words[to]?.isJoined) to++;
  return to;
}

/** Adds the parts of a run up to row `end` that begin with the word in row `from`: of words that may open a phrase, with a noun at the end. */
function addPartsAt(parts: Candidate[], words: readonly PhraseWord[], from: number, end: number, names: readonly Span[]): void {
  const start = words[from]?.start ?? 0;
  for (let to = from + 1; to <= Math.min(end, from + MAX_WORDS); to++) {
    const last = words[to - 1];
    if (!last || !canOpen(last)) break;
    // A weak noun is no phrase where it stands alone.
    if (!isNoun(last) || (to === from + 1 && last.form.isWeak)) continue;
    const shared = names.length === 0 ? names : listOverlapping(names, start, last.end);
    if (cutsName(start, last.end, shared)) continue;
    parts.push({ words, from, to, isName: shared.some((name) => name.start === start && name.end === last.end) });
  }
}

/** Adds the names of which no run has a part as long as they are. */
function addLongNames(parts: Candidate[], words: readonly PhraseWord[], names: readonly Span[]): void {
  for (const name of names) {
    const inside = listOverlapping(words, name.start, name.end).filter(
      ({ start, end }) => start >= name.start && end <= name.end,
    );
    const isListed = inside.length <= MAX_WORDS && inside.every(({ form }) => form.isContent);
    if (isListed || inside.length > MAX_NAME_WORDS) continue;
    parts.push({ words: inside, from: 0, to: inside.length, isName: true });
  }
}

/**
 * What may be a keyphrase in a sentence: up to three content words that follow each other and end like a noun, and whole
 * names of up to 16. Nothing begins or ends inside a name; `names` are those of this sentence, in order and disjoint.
 */
export function listCandidates(words: readonly PhraseWord[], names: readonly Span[]): readonly Candidate[] {
  const parts: Candidate[] = [];
  let end = 0;
  for (let from = 0; from < words.length; from++) {
    if (from >= end && words[from]?.form.isContent) end = endOfRun(words, from);
    if (from < end) addPartsAt(parts, words, from, end, names);
  }
  addLongNames(parts, words, names);
  return parts;
}
