import { lookUpName, MAX_NAME_WORDS } from './look-up-name.ts';
import { NAME_CLASS } from './name-class.ts';
import { toNameKey } from './name-key.ts';

/** Words that stand in the gazetteer together. */
export interface NameMatch {
  /** Row of the first word, and of the word after the last. */
  readonly from: number;
  readonly to: number;
  /** Bits of `NAME_CLASS`, without `begins`; never 0. */
  readonly mask: number;
}

function longestAt(keys: readonly string[], from: number): NameMatch | undefined {
  let found: NameMatch | undefined;
  let key = '';
  for (let to = from + 1; to <= Math.min(keys.length, from + MAX_NAME_WORDS); to++) {
    key = to === from + 1 ? (keys[from] ?? '') : `${key} ${keys[to - 1]}`;
    const mask = lookUpName(key);
    const known = mask & ~NAME_CLASS.begins;
    if (known !== 0) found = { from, to, mask: known };
    if ((mask & NAME_CLASS.begins) === 0) break;
  }
  return found;
}

/** The longest known name or word at each word, in order; they may overlap. At most seven look-ups a word. */
export function matchNames(words: readonly string[]): readonly NameMatch[] {
  const keys = words.map(toNameKey);
  return keys.flatMap((_, from) => longestAt(keys, from) ?? []);
}
