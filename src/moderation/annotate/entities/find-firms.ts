import { LEXICON } from './lexicon.ts';
import type { NameToken } from './sequence/name-token.ts';
import type { LabelledName } from './sequence/read-labels.ts';

/** Confidence in a name that stands in the list. */
const LISTED = 0.9;
const FIRST_WORD = /^\p{L}+/u;
const LETTER = /^[\p{L}\p{N}]/u;

/** Names with "'s" by their first word, the longest first. */
const FIRMS: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...LEXICON.possessiveFirms].sort((a, b) => b.length - a.length),
  (name) => FIRST_WORD.exec(name)?.[0] ?? '',
);

/** A firm of the list whose name begins with the word in row `at`. */
function firmAt(text: string, words: readonly NameToken[], at: number): LabelledName | undefined {
  const start = words[at]?.start ?? 0;
  const name = FIRMS.get(words[at]?.text ?? '')?.find((firm) => {
    const end = start + firm.length;
    return text.slice(start, end).replaceAll('’', "'") === firm && !LETTER.test(text.slice(end, end + 1));
  });
  if (name === undefined) return undefined;
  let to = at + 1;
  while ((words[to]?.start ?? Number.POSITIVE_INFINITY) < start + name.length) to++;
  return { from: at, to, type: 'ORG', confidence: LISTED };
}

/**
 * Names with the firms of the list that are written with "'s" in the place of what stands there; a longer name, such as that of a person
 * with her own "'s", stays. `names` are in order and disjoint, and so is the result. `isBearer`: words of persons' names in the document.
 */
export function findFirms(
  text: string,
  words: readonly NameToken[],
  names: readonly LabelledName[],
  isBearer: (word: string) => boolean,
): readonly LabelledName[] {
  const firms: LabelledName[] = [];
  for (let at = 0; at < words.length; at++) {
    const firm = firmAt(text, words, at);
    if (firm && !isBearer(words[at]?.text ?? '')) firms.push(firm);
  }
  if (firms.length === 0) return names;
  const overlaps = (a: LabelledName, b: LabelledName): boolean => a.from < b.to && b.from < a.to;
  const kept = firms.filter((firm, row) => {
    const isTaken = row > 0 && overlaps(firms[row - 1] ?? firm, firm);
    return !isTaken && names.every((name) => !overlaps(firm, name) || (name.from >= firm.from && name.to <= firm.to));
  });
  const others = names.filter((name) => !kept.some((firm) => overlaps(firm, name)));
  return [...others, ...kept].sort((a, b) => a.from - b.from);
}
