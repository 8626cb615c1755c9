import { lookUpName } from '../look-up-name.ts';
import { NAME_CLASS } from '../name-class.ts';
import type { WordFacts } from './word-facts.ts';

const NOUN =
  NAME_CLASS.personNoun |
  NAME_CLASS.groupNoun |
  NAME_CLASS.placeNoun |
  NAME_CLASS.thingNoun |
  NAME_CLASS.actNoun |
  NAME_CLASS.timeNoun |
  NAME_CLASS.otherNoun;
/** Letters of a part at least; and of a word that is looked at, at most. */
const MIN_PART = 3;
const MAX_LENGTH = 24;

const isNoun = (word: string): boolean => (lookUpName(word) & NAME_CLASS.ordinary) !== 0 && (lookUpName(word) & NOUN) !== 0;

/** Whether a word that the gazetteer does not know is made of two English nouns: "meltwater", "windfarms". */
export function isCompound({ lowerText, mask }: WordFacts): boolean {
  if ((mask & ~NAME_CLASS.begins) !== 0 || lowerText.length > MAX_LENGTH) return false;
  for (let cut = MIN_PART; cut <= lowerText.length - MIN_PART; cut++)
    if (isNoun(lowerText.slice(0, cut)) && isNoun(lowerText.slice(cut))) return true;
  return false;
}
