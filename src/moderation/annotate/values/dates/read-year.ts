import { matchAt } from '../match-at.ts';
import { readPhrase } from '../read-phrase.ts';
import type { Anchor, ReadDate } from '../read-value.ts';
import { VALUE_WORDS } from '../value-words.ts';

const YEAR = /((?:1[5-9]|20)\d\d)(?![\p{L}\d%]|[.,]\d)/uy;
/** A year before 1500, only behind "in" and where no noun follows. */
const EARLY_YEAR =
  /(1[0-4]\d\d)(?![\p{L}\d%-]|[.,:]\d)(?! (?!(?:an?|the|he|she|they|it|when|by|and|as|after|at)(?!\p{L}))[\p{Ll}\d])/uy;
const IN = /(?<!\p{L})in $/iu;
const RANGE = /((?:1[5-9]|20)\d\d)(?: ?[–-] ?| to | and | until )((?:1[5-9]|20)?\d\d)(?![\p{L}\d%-]|[.,]\d)/uy;
const DECADE = /((?:1[5-9]|20)\d)0s(?!\p{L})/uy;
/** Words before a year. After the second kind, only a year of our times is one. */
const BEFORE_ANY =
  /(?<!\p{L})(?:in|since|until|till|during|circa|early|late|mid|(?:year|summer|spring|autumn|fall|winter|end|start|beginning|half|quarter|class|wars?|crisis|elections?|revolution|floods?|storm|fire|earthquake|act|treaty) of|year)[ -]$/iu;
const BEFORE_RECENT = /(?<!\p{L})(?:by|before|after|through)[ -]$/iu;
const BEFORE_RANGE = /(?<!\p{L})(?:from|between|in|since|the|during)[ ]$|\($/iu;
/** "from 2015 to 2018" counts years only where a preposition says so; with a dash no word is needed. */
const DASH = /\d ?[–-]/u;
const LOOK_BACK = 16;
const FIRST_RECENT = 1900;
/** A noun of many, which makes the number a count, a title of a work, or a street. */
const COUNTED =
  /^ (?!(?:was|is|has|its|as|this|does|plus|unless|across|his|us)(?!\p{L}))[a-z]{2,14}s(?!\p{L})|^: \p{Lu}|^ \p{Lu}\p{L}{1,14} (?:Street|Road|Avenue|Lane|Square)(?!\p{L})/u;
const COUNTED_LENGTH = 32;
const CENTURY = 100;

const year = (value: string, start: number, end: number): ReadDate => ({
  type: 'date',
  start,
  end,
  value,
  precision: 'year',
  isRelative: false,
});

function readRange({ text, at }: Anchor, before: string): ReadDate | undefined {
  const match = matchAt(RANGE, text, at);
  if (!match?.[1] || !match[2] || !(DASH.test(match[0]) || BEFORE_RANGE.test(before))) return undefined;
  const last = match[2].length === 2 ? Math.floor(Number(match[1]) / CENTURY) * CENTURY + Number(match[2]) : Number(match[2]);
  return last > Number(match[1]) ? year(`${match[1]}/${last}`, at, at + match[0].length) : undefined;
}

/** "in 2019", "since 1998", "between 2015 and 2018", "2015–18", "the 1990s": a year only where the words around say that it is one. */
export function readYear(anchor: Anchor): ReadDate | undefined {
  const { text, at, floor } = anchor;
  const before = text.slice(Math.max(floor, at - LOOK_BACK), at);
  const decade = matchAt(DECADE, text, at);
  if (decade) return { ...year(`${decade[1]}0/${decade[1]}9`, at, at + decade[0].length), precision: 'decade' };
  const range = readRange(anchor, before);
  if (range) return range;
  const early = IN.test(before) ? matchAt(EARLY_YEAR, text, at) : null;
  if (early?.[1]) return year(early[1], at, at + early[0].length);
  const match = matchAt(YEAR, text, at);
  if (!match?.[1] || !(BEFORE_ANY.test(before) || (Number(match[1]) >= FIRST_RECENT && BEFORE_RECENT.test(before))))
    return undefined;
  const end = at + match[0].length;
  const isCount = readPhrase(text, end, VALUE_WORDS.units) !== undefined || COUNTED.test(text.slice(end, end + COUNTED_LENGTH));
  return isCount ? undefined : year(match[1], at, end);
}
