/** What stands beside nothing odd: white space, ASCII punctuation, the edge of the text. */
export const KIND_PLAIN = 0;
export const KIND_DIGIT = 1;
export const KIND_LETTER = 2;
export const KIND_MARK = 3;
/** Signs, by where they are usual; see `SIGN_COSTS`. */
export const KIND_SIGN = 4;
/** Marks, joiners and separators that take no room. */
export const KIND_IGNORED = 5;

const CLASS_BITS = 7;
const UPPER = 1 << 3;
const ACCENTED = 1 << 4;
const GROUP_SHIFT = 5;
const RARE_SHIFT = 11;
const IS_WORD = 1 << 13;
const COMMON_BIT = 1 << 14;

/** Scripts that stand together in one word or line count as one. */
const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Bengali}/u,
  /\p{Script=Tamil}/u,
  /\p{Script=Telugu}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Armenian}/u,
];
export const SCRIPT_LATIN = 0;
export const SCRIPT_GREEK = 1;
export const SCRIPT_EAST_ASIAN = 5;
const SCRIPT_OTHER = 13;
/** Marks that go with letters of any script. */
export const SCRIPT_ANY = 14;

/** Letters that hardly any text of today holds. */
const RARE =
  /[\u{149}\u{138}\u{17f}\u{180}-\u{19f}\u{1a2}-\u{1ae}\u{1b1}-\u{1cc}\u{1dd}-\u{1e5}\u{1ee}-\u{1f7}\u{1fa}-\u{217}\u{21c}-\u{24f}\u{250}-\u{2af}\u{2b0}-\u{2ba}\u{2bd}-\u{2c5}\u{370}-\u{377}\u{37b}-\u{37f}\u{3cf}-\u{3ff}\u{460}-\u{48f}\u{4c1}-\u{4cf}\u{4fa}-\u{52f}\u{559}\u{60b}-\u{61a}\u{63b}-\u{63f}\u{6ea}-\u{6ff}\u{700}-\u{8ff}\u{10a0}-\u{10cf}\u{1680}-\u{1d7f}\u{1d80}-\u{1dff}\u{1e00}-\u{1e7f}\u{1f00}-\u{1fff}\u{2c00}-\u{2dff}\u{a000}-\u{abff}\u{fb13}-\u{fb4f}]/u;
/** Marks that hardly any text of today holds, and points of Hebrew. */
const RARE_MARK =
  /[\u{302}\u{305}\u{307}\u{30d}-\u{31a}\u{31c}-\u{322}\u{324}\u{325}\u{329}-\u{334}\u{337}-\u{36f}\u{591}-\u{5c7}]/u;
const SOMEWHAT_RARE = /[þðÞÐÿýŸĸĦħĲĳĿŀŊŋŦŧĠġĊċĜĝĤĥĴĵŜŝŬŭĎĹĺĽŔŕŢţƠơƯưǍ-ǜǦ-ǭ]/u;

const IGNORED = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/u;

/** Signs by where they are usual; the names of `SIGN_COSTS`. */
const SIGNS: readonly RegExp[] = [
  /[’ʼʻ]/u,
  /[‘“]/u,
  /[„‚]/u,
  /”/u,
  /[«»‹›]/u,
  /[–—―−‐‑]/u,
  /[…·]/u,
  /[¡¿]/u,
  /[\p{Sc}]/u,
  /[©®™℠]/u,
  /[²³¹]/u,
  /[ªº°]/u,
  /[¼½¾]/u,
  /[\u00d7\u00f7±¬√∞≤≥≠≈∂∑∏∫∆◊≡∩⌠⌡⌐]/u,
  /[§¶†‡•]/u,
  /[´¨¸ˆ˜¯ˇ˘˙˝˛]/u,
  /[¤¦‰ƒ\u{2c2}-\u{2df}\u{2e5}-\u{2ff}\u{375}-\u{37e}\u{384}\u{385}\u{55a}-\u{58f}\u{5be}-\u{5f4}\u{600}-\u{61f}\u{66a}-\u{66d}\u{6d4}-\u{6fe}\u{700}-\u{70f}\u{7c0}-\u{7ff}]/u,
  /[\u2500-\u259f■]/u,
  /\ufffd/u,
  /[\u0080\u0082-\u008c\u008e\u0091-\u009c\u009e\u009f]/u,
  /[\u0081\u008d\u008f\u0090\u009d]/u,
  /[\p{Co}\p{Cs}]/u,
  /\p{Cn}/u,
];
/** Anything else: arrows, emoji, punctuation of other scripts. */
const SIGN_OTHER = SIGNS.length;

/** Letters beyond ASCII that are words, or names of letters, in some language. */
const WORD = /[àáâéèêëíìîóòôõöúùûůåæøœýßàÀÁÉÈÍÓÔÖÚÅÆØ]|[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** The letters beyond ASCII that are met most, whatever the language; other scripts have no such order here. */
const COMMON = /[äöüßéèàáíóñçãčšžłąężÄÖÜÉÈÀÁÍÓÑÇÃ]|\P{Script=Latin}/u;

const memo = new Uint16Array(0x10000);
const KNOWN = 1 << 15;

function computeLetter(character: string): number {
  const script = SCRIPTS.findIndex((pattern) => pattern.test(character));
  const isUpper = /[\p{Lu}\p{Lt}]/u.test(character);
  const isAscii = character <= '\x7f';
  const rarity = isAscii ? 0 : RARE.test(character) ? 2 : SOMEWHAT_RARE.test(character) ? 1 : 0;
  const group = script < 0 ? SCRIPT_OTHER : script;
  const flags =
    (isUpper ? UPPER : 0) |
    (isAscii ? 0 : ACCENTED) |
    (WORD.test(character) ? IS_WORD : 0) |
    (COMMON.test(character) ? COMMON_BIT : 0);
  return KIND_LETTER | flags | (group << GROUP_SHIFT) | (rarity << RARE_SHIFT);
}

function computeMark(character: string): number {
  const script = SCRIPTS.findIndex((pattern) => pattern.test(character));
  const rarity = RARE.test(character) || RARE_MARK.test(character) ? 2 : 0;
  return KIND_MARK | ACCENTED | ((script < 0 ? SCRIPT_ANY : script) << GROUP_SHIFT) | (rarity << RARE_SHIFT);
}

function computeKind(character: string): number {
  if (character !== 'ƒ' && character !== 'ª' && character !== 'º' && /\p{L}/u.test(character) && !/[ʼʻ]/u.test(character)) {
    return computeLetter(character);
  }
  if (IGNORED.test(character)) return KIND_IGNORED;
  if (/\p{M}/u.test(character)) return computeMark(character);
  if (/[\s\u3000]/u.test(character)) return KIND_PLAIN;
  if (character <= '\x7f') return /\d/u.test(character) ? KIND_DIGIT : KIND_PLAIN;
  const sign = SIGNS.findIndex((pattern) => pattern.test(character));
  if (sign < 0 && /\p{N}/u.test(character)) return KIND_DIGIT | ACCENTED | (SCRIPT_OTHER << GROUP_SHIFT);
  return KIND_SIGN | ACCENTED | ((sign < 0 ? SIGN_OTHER : sign) << GROUP_SHIFT);
}

/** What a code point is to somebody who asks whether it is odd in its place; read with the functions below. */
export function characterKind(codePoint: number): number {
  if (codePoint > 0xffff) return computeKind(String.fromCodePoint(codePoint));
  const known = memo[codePoint] ?? 0;
  if (known !== 0) return known & ~KNOWN;
  const computed = computeKind(String.fromCharCode(codePoint));
  memo[codePoint] = computed | KNOWN;
  return computed;
}

/** One of the `KIND_` constants. */
export function classOf(kind: number): number {
  return kind & CLASS_BITS;
}

/** Script of a letter or mark; of a sign its place in the table of costs. */
export function groupOf(kind: number): number {
  return (kind >>> GROUP_SHIFT) & 0x3f;
}

/** 0 usual, 1 somewhat rare, 2 hardly ever met. */
export function rarityOf(kind: number): number {
  return (kind >>> RARE_SHIFT) & 3;
}

export function isUpper(kind: number): boolean {
  return (kind & UPPER) !== 0;
}

/** True for a letter beyond ASCII that may stand alone. */
export function isWord(kind: number): boolean {
  return (kind & IS_WORD) !== 0;
}

/** True for one of the letters of its script that are met most. */
export function isCommon(kind: number): boolean {
  return (kind & COMMON_BIT) !== 0;
}

/** True for every character beyond ASCII that is no white space. */
export function isBeyondAscii(kind: number): boolean {
  return (kind & ACCENTED) !== 0;
}
