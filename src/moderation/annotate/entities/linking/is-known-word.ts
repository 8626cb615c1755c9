import { lookUpName } from '../look-up-name.ts';
import { NAME_CLASS } from '../name-class.ts';
import { toNameKey } from '../name-key.ts';

/** Whether the gazetteer knows a word by itself, as a name or as an English word, so that it is no slip for another. */
export function isKnownWord(word: string): boolean {
  return (lookUpName(toNameKey(word)) & ~NAME_CLASS.begins) !== 0;
}
