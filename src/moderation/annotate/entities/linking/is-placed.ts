import { lookUpName } from '../look-up-name.ts';
import { NAME_CLASS } from '../name-class.ts';
import { toNameKey } from '../name-key.ts';
import type { NamedSpan } from '../named-span.ts';
import { VARIANT_WORDS } from './variant-words.ts';

const { country, region, city, town } = NAME_CLASS;
const PLACES = country | region | city | town;
/** UTF-16 code units that hold the longest preposition. */
const LOOK_BACK = 14;
const WORD_BEFORE = /(?<!\p{L})(\p{L}+)\s{1,2}$/u;
/** Longest name of a place that is looked up. */
const MAX_LENGTH = 40;

/** Whether a mention is that of a known place by the word before it: "in Austin". */
export function isPlaced(text: string, { start, end, sentence }: NamedSpan): boolean {
  const [, before = ''] = WORD_BEFORE.exec(text.slice(Math.max(sentence.start, start - LOOK_BACK), start)) ?? [];
  if (end - start > MAX_LENGTH || !VARIANT_WORDS.placePrepositions.has(before.toLowerCase())) return false;
  return (lookUpName(toNameKey(text.slice(start, end))) & PLACES) !== 0;
}
