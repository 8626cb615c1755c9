import {
  characterKind,
  classOf,
  groupOf,
  isBeyondAscii,
  isCommon,
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
  [0, 4, 4, 30, 10], // © ® ™
  [6, 6, 22, 28, 14], // ² ³ ¹
  [2, 8, 5, 28, 8], // ª º °
  [0, 16, 12, 30, 14], // ¼ ½ ¾
  [0, 12, 6, 28, 10], // × √
  [0, 8, 8, 28, 8], // § ¶ †
  [6, 8, 8, 20, 10], // ´ ¨
  [12, 20, 20, 30, 14], // ¤ ¦ ‰ ƒ
  [0, 14, 14, 25, 2], // line drawing
  [10, 10, 10, 10, 0], // replacement character
  [20, 20, 20, 20, 0], // C1 controls that are characters of Windows-1252
  [30, 30, 30, 30, 0], // C1 controls that are none
  [60, 60, 60, 60, 0], // private use
  [80, 80, 80, 80, 0], // unassigned
  [2, 3, 3, 12, 2], // anything else
];
const RARITY_COSTS = [0, 4, 60, 60];

const IGNORED_COST = 4;
const ACCENT_COST = 1;
const UNCOMMON_COST = 2;
/** "ß" stands behind a vowel. */
const SHARP_S_COST = 8;
/** "ü" behind a vowel, or at the end of a word. */
const UMLAUT_COST = 3;

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
  const uncommon = isCommon(kind) ? 0 : UNCOMMON_COST;
  const cost = (RARITY_COSTS[rarityOf(kind)] ?? 0) + (isBeyondAscii(kind) ? ACCENT_COST + uncommon : 0);
  const previous = classOf(before);
  if (previous === KIND_DIGIT) return cost + (isBeyondAscii(kind) && groupOf(kind) === SCRIPT_LATIN ? 10 : 0);
  if (previous !== KIND_LETTER) {
    const isAlone =
      isBeyondAscii(kind) && previous !== KIND_MARK && classOf(after) !== KIND_LETTER && classOf(after) !== KIND_MARK;
    if (!isAlone || isWord(kind)) return cost;
    return cost + (groupOf(kind) === SCRIPT_LATIN || groupOf(kind) === SCRIPT_EAST_ASIAN ? 6 : 20);
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

const NO_BREAK_SPACE = 0xa0;
const SHARP_S = 0xdf;
const SMALL_UE = 0xfc;
const SMALL_OE = 0xf6;
const CAPITAL_UE = 0xdc;
const SMALL_B = 0x62;

const toCodes = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (one) => one.charCodeAt(0)));

/** First bytes of most letters and signs of Western Europe as Windows-1252 shows them. */
const CAPITAL_A_TILDE = 0xc3;
const CAPITAL_A_CIRCUMFLEX = 0xc2;
/** First bytes of the letters of Central Europe, as Windows-1252 shows them. */
const CENTRAL_LEADS = toCodes('ÄÅ');
/** First bytes of Western and Central letters as Windows-1250 and ISO-8859-2 show them. */
const BREVE_LEADS = toCodes('ĂĹ');
const ROMANIAN_CAPITALS = toCodes('ĂÂÎȘȚŞŢ');
/** First bytes of the same in Mac Roman. */
const MAC_LEADS = toCodes('√¬≈');
/** What mathematics and faces drawn with signs put behind them. */
const MAC_EXCEPTIONS = toCodes('πΩ≈√');
const ACUTE = 0xb4;
/** What goes on after "â", the first byte of most punctuation, and is no sign. */
const AFTER_CIRCUMFLEX = toCodes('œ');
const SMALL_A_CIRCUMFLEX = 0xe2;
const SOFT_HYPHEN = 0xad;
const LAST_OF_LATIN_1 = 0xff;
/** Signs that may follow a capital: closing quotation marks, dashes, an ellipsis. */
const FOLLOWING = toCodes('’”»›–—…');
/** Signs with which no word goes on. */
const STOPPING = toCodes('–—…');
/** Signs that are put behind names. */
const BRANDING = toCodes('™®©');
const VOWELS = toCodes('aeiouyäöüáéíóúàèâêôAEIOUÄÖÜ');

/** What stands around a pair of characters, and the kind of the second one. */
interface Pair {
  readonly first: number;
  readonly second: number;
  readonly before: number;
  readonly kind: number;
  readonly beyond: number;
}

function stopsInWord({ second, beyond }: Pair): boolean {
  return STOPPING.has(second) && classOf(beyond) === KIND_LETTER;
}

/** What "Ã" and "Â" cost before what no language puts there. */
function costOfWesternLead(pair: Pair): number {
  const { first, second, before, kind, beyond } = pair;
  const isLetterNext = classOf(beyond) === KIND_LETTER;
  if (second === NO_BREAK_SPACE) return isUpper(before) && (!isLetterNext || isUpper(beyond)) ? 8 : 24;
  if (second === SOFT_HYPHEN) return 24;
  // A word in capitals, with a sign behind it.
  if (first === CAPITAL_A_CIRCUMFLEX && isUpper(before) && !isLetterNext) return 4;
  if (first === CAPITAL_A_TILDE && FOLLOWING.has(second)) return stopsInWord(pair) ? 18 : 0;
  if (classOf(kind) === KIND_SIGN || (classOf(kind) === KIND_LETTER && second > LAST_OF_LATIN_1)) return 22;
  return classOf(kind) === KIND_PLAIN && classOf(before) === KIND_PLAIN ? 10 : 0;
}

/** What "Ă" and "Ĺ" cost before what no language puts there. */
function costOfBreveLead(pair: Pair): number {
  const { second, before, kind } = pair;
  if (stopsInWord(pair)) return 18;
  if (second === NO_BREAK_SPACE) return isUpper(before) ? 0 : 16;
  if (second === SOFT_HYPHEN) return 20;
  if (classOf(kind) === KIND_SIGN) return isOddSign(kind) && !BRANDING.has(second) ? 10 : 0;
  return second > LAST_OF_LATIN_1 && classOf(kind) === KIND_LETTER && !ROMANIAN_CAPITALS.has(second) ? 18 : 0;
}

const isOddSign = (kind: number): boolean => classOf(kind) === KIND_SIGN && (SIGN_COSTS[groupOf(kind)]?.[4] ?? 0) > 0;

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

/** A decoding that gives control characters is hardly one. */
const DECODED_CONTROL_COST = 20;

/** Words begin with "Üb" and hardly with "öb". */
function costOfInitial(codePoint: number, previous: number, next: number): number {
  const isInitial = classOf(characterKind(previous)) !== KIND_LETTER;
  return isInitial && (codePoint === SMALL_OE) === (next === SMALL_B) ? UMLAUT_COST : 0;
}

/** Places where German has no such letter: they tell code pages apart that differ in a few characters. */
function costOfUmlaut(codePoint: number, previous: number, next: number, after: number): number {
  if (codePoint === SHARP_S) return VOWELS.has(previous) ? 0 : SHARP_S_COST;
  if (codePoint === SMALL_OE || codePoint === CAPITAL_UE) return costOfInitial(codePoint, previous, next);
  if (codePoint !== SMALL_UE) return 0;
  return VOWELS.has(previous) || (classOf(after) !== KIND_LETTER && previous > 0x40) ? UMLAUT_COST : 0;
}

function isWesternLead(codePoint: number): boolean {
  return codePoint === CAPITAL_A_TILDE || codePoint === CAPITAL_A_CIRCUMFLEX;
}

function isControl(codePoint: number): boolean {
  return codePoint >= 0x80 && codePoint <= 0x9f;
}

/** What "√", "¬" and "≈" cost before what is neither mathematics nor a face. */
function costOfMacLead({ second, kind, beyond }: Pair): number {
  if (second === ACUTE) return classOf(beyond) === KIND_LETTER ? 14 : 0;
  return isBeyondAscii(kind) && !MAC_EXCEPTIONS.has(second) ? 14 : 0;
}

/** Pairs that hardly any text holds, and mojibake all the time. */
function costOfPair(pair: Pair): number {
  const { first, second, kind } = pair;
  if (first === CAPITAL_A_TILDE || first === CAPITAL_A_CIRCUMFLEX) return costOfWesternLead(pair);
  if (CENTRAL_LEADS.has(first)) return stopsInWord(pair) ? 12 : 0;
  if (BREVE_LEADS.has(first)) return costOfBreveLead(pair);
  if (MAC_LEADS.has(first)) return costOfMacLead(pair);
  if (first !== SMALL_A_CIRCUMFLEX) return 0;
  return AFTER_CIRCUMFLEX.has(second) || isOddSign(kind) ? 14 : 0;
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
    if (isSuspicious || !isWesternLead(previous) || classOf(kind) !== KIND_SIGN) points += costOf(kind, before, earlier, after);
    if (!isSuspicious && isControl(codePoint)) points += DECODED_CONTROL_COST;
    if (isSuspicious && codePoint > 0x7f) {
      const beyond = characterKind(text.codePointAt(place + 1) ?? 0x20);
      points += costOfPair({ first: codePoint, second: next, before, kind: after, beyond });
    }
    earlier = before;
    before = kind;
    kind = after;
    points += costOfUmlaut(codePoint, previous, next, after);
    previous = codePoint;
    codePoint = next;
    place += next > 0xffff ? 2 : 1;
  }
  return points;
}
