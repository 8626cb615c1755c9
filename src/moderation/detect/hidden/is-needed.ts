import { BREAKER, FILLER, JOINER, OPERATOR, OWN_SCRIPT, SELECTOR } from './invisible-class.ts';

const LETTER = /[\p{L}\p{M}]/u;
/** Scripts whose letters never change with their neighbours, so that a joiner between them does nothing. */
const PLAIN =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Cherokee}\p{Script=Ethiopic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Canadian_Aboriginal}\u3164\uffa0]|[\u0300-\u036f]/u;
/** Scripts without spaces between words: there a character without width says where a line may end. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Sundanese}\p{Script=Cham}\p{Script=Batak}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const BEFORE_JOINED_PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u;
/** What may be shown as a picture or as a sign. */
const STYLED = /[\p{Emoji}\p{Extended_Pictographic}\p{S}]/u;
/** Characters with standardised variants. */
const VARIED =
  /[0\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Script=Egyptian_Hieroglyphs}\p{Script=Hebrew}\p{Sm}\u2654-\u265f\u3000-\u303f\uff00-\uff9f]/u;
const IDEOGRAPH = /\p{Script=Han}/u;
const FORMULA = /[\p{Nd}\p{Sm}()[\]{}\u{1d400}-\u{1d7ff}]/u;
const MARK = /\p{M}/u;
const ZERO_WIDTH_NON_JOINER = 0x200c;
const BREAKERS: ReadonlySet<number> = new Set([0x200b, 0x2060, 0xfeff]);

const test = (pattern: RegExp, code: number): boolean => code > 0 && pattern.test(String.fromCodePoint(code));
const within = (code: number, first: number, last: number): boolean => code >= first && code <= last;

function isShaped(code: number): boolean {
  return code > 0x5ff && test(LETTER, code) && !test(PLAIN, code);
}

function needsJoiner(code: number, left: number, right: number): boolean {
  if (isShaped(left) || (isShaped(right) && (left & ~1) !== ZERO_WIDTH_NON_JOINER)) return true;
  if (code === ZERO_WIDTH_NON_JOINER) return test(/[\u0590-\u05ff]/u, left) && test(MARK, right);
  return test(BEFORE_JOINED_PICTURE, left) && test(PICTURE, right);
}

function needsSelector(code: number, left: number): boolean {
  if (code > 0xffff) return test(IDEOGRAPH, left);
  return test(code >= 0xfe0e ? STYLED : VARIED, left);
}

/** Old and single letters of Hangul stand on fillers; a grapheme joiner orders marks. */
function needsFiller(code: number, left: number, right: number): boolean {
  if (code === 0x034f) return test(MARK, left) || test(MARK, right);
  if (code === 0x17b4 || code === 0x17b5) return within(left, 0x1780, 0x17d3);
  if (code === 0x3164) return within(left, 0x3131, 0x318e) || within(right, 0x3131, 0x318e);
  if (code === 0xffa0) return within(left, 0xffa1, 0xffdc) || within(right, 0xffa1, 0xffdc);
  return [left, right].some(
    (near) => within(near, 0x1100, 0x11ff) || within(near, 0xa960, 0xa97c) || within(near, 0xd7b0, 0xd7fb),
  );
}

/** Controls of Mongolian, of shorthand and of music beside what they control. */
function needsOwnScript(code: number, left: number, right: number): boolean {
  const block = code < 0x1900 ? [0x1800, 0x18af] : code < 0x1d000 ? [0x1bc00, 0x1bc9f] : [0x1d100, 0x1d1ff];
  return [left, right].some((near) => within(near, block[0] ?? 0, block[1] ?? 0));
}

/**
 * Does the script, the emoji or the formula around it need this invisible character? `left` is the code point before it
 * that stays, `right` the one behind it, 0 at the ends. Bidirectional controls, tags and controls are judged elsewhere.
 */
export function isNeeded(kind: number, code: number, left: number, right: number): boolean {
  switch (kind) {
    case JOINER:
      return needsJoiner(code, left, right);
    case BREAKER:
      return test(UNSPACED, left) || (!BREAKERS.has(left) && test(UNSPACED, right));
    case SELECTOR:
      return needsSelector(code, left);
    case FILLER:
      return needsFiller(code, left, right);
    case OPERATOR:
      return test(FORMULA, left) || test(FORMULA, right);
    case OWN_SCRIPT:
      return needsOwnScript(code, left, right);
    default:
      return false;
  }
}
