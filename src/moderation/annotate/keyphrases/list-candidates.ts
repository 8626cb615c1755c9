import type { Span } from '../../model/span.ts';
import { listOverlapping } from './list-overlapping.ts';
import type { PhraseWord } from './phrase-word.ts';

const MAX_WORDS = 3;
/** Words of a name, at most: what is longer is a list or a repetition that was taken for one name, and says nothing as a phrase. */
const MAX_NAME_WORDS = 16;

/** Words that follow each other, and whether they are a whole name. */
export interface Candidate {
  readonly words: readonly PhraseWord[];
  readonly isName: boolean;
}

const isNoun = ({ form, isVerb, isModifier, isCapital }: PhraseWord): boolean =>
  isCapital || !(isVerb || isModifier || form.isNoNoun);

const canOpen = ({ form, isVerb, isCapital }: PhraseWord): boolean => isCapital || !(isVerb || form.isNoOpener);

/** True when a run of words begins or ends inside one of the names that share words with it. */
function cutsName(start: number, end: number, shared: readonly Span[]): boolean {
  return shared.some((name) => name.start < start || name.end > end);
}

/** Runs of content words: a function word, a number or punctuation ends a run. */
function splitRuns(words: readonly PhraseWord[]): readonly (readonly PhraseWord[])[] {
  const runs: PhraseWord[][] = [];
  let isOpen = false;
  for (const word of words) {
    if (!word.form.isContent) {
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

/** Adds the parts of a run that begin with the word in row `from`: of words that may open a phrase, with a noun at the end. */
function addPartsAt(parts: Candidate[], run: readonly PhraseWord[], from: number, names: readonly Span[]): void {
  const start = run[from]?.start ?? 0;
  for (let to = from + 1; to <= from + MAX_WORDS; to++) {
    const last = run[to - 1];
    if (!last || !canOpen(last)) break;
    // A weak noun is no phrase where it stands alone.
    if (!isNoun(last) || (to === from + 1 && last.form.isWeak)) continue;
    const shared = names.length === 0 ? names : listOverlapping(names, start, last.end);
    if (cutsName(start, last.end, shared)) continue;
    parts.push({ words: run.slice(from, to), isName: shared.some((name) => name.start === start && name.end === last.end) });
  }
}

/**
 * What may be a keyphrase in a sentence: up to three content words that follow each other and end like a noun, and whole
 * names of up to 16. Nothing begins or ends inside a name; `names` are those of this sentence, in order and disjoint.
 */
export function listCandidates(words: readonly PhraseWord[], names: readonly Span[]): readonly Candidate[] {
  const parts: Candidate[] = [];
  for (const run of splitRuns(words)) for (let from = 0; from < run.length; from++) addPartsAt(parts, run, from, names);
  const longNames = names.flatMap((name) => {
    const inside = listOverlapping(words, name.start, name.end).filter(
      ({ start, end }) => start >= name.start && end <= name.end,
    );
    const isListed = inside.length <= MAX_WORDS && inside.every(({ form }) => form.isContent);
    return isListed || inside.length > MAX_NAME_WORDS ? [] : [{ words: inside, isName: true }];
  });
  return [...parts, ...longNames];
}
