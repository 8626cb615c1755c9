import {
  characterKind,
  classOf,
  groupOf,
  isBeyondAscii,
  isUpper,
  isWord,
  KIND_DIGIT,
  KIND_IGNORED,
  KIND_LETTER,
  KIND_MARK,
  KIND_PLAIN,
  KIND_SIGN,
  rarityOf,
  SCRIPT_ANY,
  SCRIPT_EAST_ASIAN,
  SCRIPT_GREEK,
  SCRIPT_LATIN,
} from './character-kind.ts';

/**
 * Points of a sign that stands alone, after a letter, before a letter, between letters, and beside another sign, in the
 * order of `SIGNS`: a euro sign inside a word is odd, one before a number is not. Set by hand: about 10 for what a careful
 * text never holds and a careless one may, 20 and more for what hardly any text holds.
 */
const SIGN_COSTS: readonly (readonly [number, number, number, number, number])[] = [
  [0, 0, 0, 0, 0], // apostrophe
  [0, 3, 0, 8, 0], // “ ‘
  [0, 20, 0, 25, 4], // „ ‚
  [0, 0, 6, 22, 0], // ”
  [0, 2, 2, 22, 4], // « »
  [0, 2, 2, 3, 0], // – —
  [0, 0, 2, 5, 0], // …
  [6, 22, 0, 30, 8], // ¡ ¿
  [2, 8, 10, 30, 10], // € £
  [0, 4, 8, 30, 10], // © ® ™
  [6, 6, 22, 28, 14], // ² ³ ¹
  [2, 8, 5, 28, 8], // ª º °
  [0, 16, 12, 30, 14], // ¼ ½ ¾
  [0, 12, 6, 28, 10], // × √
  [0, 8, 8, 28, 8], // § ¶ †
  [6, 8, 8, 20, 10], // ´ ¨
  [12, 20, 20, 30, 14], // ¤ ¦ ‰ ƒ
  [0, 14, 14, 25, 2], // line drawing
  [10, 10, 10, 10, 0], // replacement character
  [12, 12, 12, 12, 0], // C1 controls that are characters of Windows-1252
  [30, 30, 30, 30, 0], // C1 controls that are none
  [60, 60, 60, 60, 0], // private use
  [80, 80, 80, 80, 0], // unassigned
  [2, 3, 3, 12, 2], // anything else
];
const RARITY_COSTS = [0, 4, 45, 45];

const IGNORED_COST = 4;
const ACCENT_COST = 1;

function costOfSign(kind: number, before: number, after: number): number {
  const costs = SIGN_COSTS[groupOf(kind)] ?? SIGN_COSTS[0] ?? [0, 0, 0, 0, 0];
  const followsLetter = classOf(before) === KIND_LETTER || classOf(before) === KIND_MARK;
  const leadsLetter = classOf(after) === KIND_LETTER;
  const place = (followsLetter ? 1 : 0) + (leadsLetter ? 2 : 0);
  const besideSign = classOf(before) === KIND_SIGN && (SIGN_COSTS[groupOf(before)]?.[4] ?? 0) > 0;
  return (costs[place] ?? 0) + (besideSign ? costs[4] : 0);
}

/** Where letters of two scripts touch. Latin names stand in Greek and East Asian words more than elsewhere. */
function costOfScripts(a: number, b: number): number {
  if (a === b || a === SCRIPT_ANY || b === SCRIPT_ANY) return 0;
  if (a === SCRIPT_EAST_ASIAN || b === SCRIPT_EAST_ASIAN) return 10;
  if (a + b === SCRIPT_LATIN + SCRIPT_GREEK) return 6;
  return 25;
}

/** A small letter before a capital, or a small letter with an accent after two capitals. */
function costOfCase(kind: number, before: number, earlier: number): number {
  if (groupOf(kind) === SCRIPT_EAST_ASIAN) return 0;
  const isPlain = !isBeyondAscii(kind) && !isBeyondAscii(before);
  if (isUpper(kind) && !isUpper(before)) return isPlain ? 4 : 20;
  if (isUpper(kind) || !isUpper(before)) return 0;
  if (classOf(earlier) !== KIND_LETTER || !isUpper(earlier)) return 0;
  return isPlain ? 2 : 16;
}

function costOfLetter(kind: number, before: number, earlier: number, after: number): number {
  const cost = (RARITY_COSTS[rarityOf(kind)] ?? 0) + (isBeyondAscii(kind) ? ACCENT_COST : 0);
  const previous = classOf(before);
  if (previous === KIND_DIGIT) return cost + (isBeyondAscii(kind) && groupOf(kind) === SCRIPT_LATIN ? 10 : 0);
  if (previous !== KIND_LETTER) {
    const isAlone = isBeyondAscii(kind) && previous !== KIND_MARK && classOf(after) !== KIND_LETTER && classOf(after) !== KIND_MARK;
    return cost + (isAlone && !isWord(kind) ? 6 : 0);
  }
  const scripts = costOfScripts(groupOf(kind), groupOf(before));
  return cost + (scripts > 0 ? scripts : costOfCase(kind, before, earlier));
}

function costOfMark(kind: number, before: number): number {
  const rarity = RARITY_COSTS[rarityOf(kind)] ?? 0;
  const previous = classOf(before);
  if (previous === KIND_DIGIT) return rarity + 6;
  if (previous !== KIND_LETTER && previous !== KIND_MARK) return rarity + 16;
  return rarity + (groupOf(kind) === SCRIPT_ANY ? 4 : costOfScripts(groupOf(kind), groupOf(before)));
}

const CAPITAL_A_TILDE = 0xc3;
const CAPITAL_A_CIRCUMFLEX = 0xc2;
const SMALL_A_CIRCUMFLEX = 0xe2;
const SMALL_OE = 0x153;
const NO_BREAK_SPACE = 0xa0;
/** Signs that may follow a capital: closing quotation marks, dashes, an ellipsis. */
const FOLLOWING = new Set("’”»›–—…".split('').map((sign) => sign.charCodeAt(0)));
/** Signs with which no word goes on. */
const STOPPING = new Set('–—…'.split('').map((sign) => sign.charCodeAt(0)));

/** What "Ã" and "Â" are in mojibake: the first bytes of most letters and signs of Western Europe. */
function costOfLead(before: number, second: number, kind: number, beyond: number): number {
  if (second === NO_BREAK_SPACE) return isUpper(before) && isUpper(beyond) ? 8 : 24;
  if (classOf(kind) === KIND_SIGN) {
    if (!FOLLOWING.has(second)) return 18;
    return STOPPING.has(second) && classOf(beyond) === KIND_LETTER ? 18 : 0;
  }
  return classOf(kind) === KIND_PLAIN && classOf(before) === KIND_PLAIN ? 10 : 0;
}

function costOf(kind: number, before: number, earlier: number, after: number): number {
  switch (classOf(kind)) {
    case KIND_LETTER:
      return costOfLetter(kind, before, earlier, after);
    case KIND_MARK:
      return costOfMark(kind, before);
    case KIND_SIGN:
      return costOfSign(kind, before, after);
    case KIND_IGNORED:
      return IGNORED_COST;
    default:
      return 0;
  }
}

function isLead(codePoint: number): boolean {
  return codePoint === CAPITAL_A_TILDE || codePoint === CAPITAL_A_CIRCUMFLEX;
}

function costOfPair(codePoint: number, before: number, second: number, kind: number, beyond: number): number {
  if (isLead(codePoint)) return costOfLead(before, second, kind, beyond);
  if (codePoint !== SMALL_A_CIRCUMFLEX) return 0;
  return second === SMALL_OE || (classOf(kind) === KIND_SIGN && (SIGN_COSTS[groupOf(kind)]?.[4] ?? 0) > 0) ? 14 : 0;
}

/**
 * How odd the characters of a text are in their places, in points: near 0 for plain prose of any language, 15 and more for
 * one clear fault. `isSuspicious`: pairs that are rare and a usual sight in mojibake count as odd by themselves.
 */
export function measureOddity(text: string, isSuspicious: boolean): number {
  let points = 0;
  let earlier = KIND_PLAIN;
  let before = KIND_PLAIN;
  let kind = KIND_PLAIN;
  let previous = 0x20;
  let codePoint = 0x20;
  let place = 0;
  while (place <= text.length) {
    const next = text.codePointAt(place) ?? 0x20;
    const after = characterKind(next);
    // A sign behind a lead waits for the next decoding.
    if (isSuspicious || !isLead(previous) || classOf(kind) !== KIND_SIGN) points += costOf(kind, before, earlier, after);
    if (isSuspicious && codePoint > 0x7f) {
      points += costOfPair(codePoint, before, next, after, characterKind(text.codePointAt(place + 1) ?? 0x20));
    }
    earlier = before;
    before = kind;
    kind = after;
    previous = codePoint;
    codePoint = next;
    place += next > 0xffff ? 2 : 1;
  }
  return points;
}
