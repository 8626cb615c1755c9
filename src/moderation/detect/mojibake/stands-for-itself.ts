import type { CodePage } from './code-page.ts';
import { characterId } from './code-pages.ts';
import type { Sequence } from './sequence.ts';

const LETTER = /\p{L}/u;
const CAPITAL = /\p{Lu}/u;
/** What a letter at the end of a word may have before the next word in quotation marks. */
const BLANK = /[ \u{a0}]/u;
const NO_BREAK = 0xa0;
const OPENING = '«»“„”‘‚’‹›';
const CLOSING = '»«”“’‘›‹';
const FIRST_CONTINUING = 0x80;
const LAST_CONTINUING = 0xbf;

const ANGSTROM = 'Å';
const DIGIT_BEFORE = /\d\s?$/u;
/** Signs behind a unit; what "Å" gives with them begins no word. */
const BEHIND_UNIT = '–—±²³';
/** Signs behind a unit of which such a word could be made. */
const BEHIND_MEASURE = '…”';

const SHOUT = /[A-Z]{2}$/u;
const SMALL_OR_MARK = /[\p{Ll}\p{M}]/u;
const YEAR = /^ ?(?:19|20)\d\d(?!\d)/u;

const OPERATORS = /^[√¬≈][πΩ∞√≈]$/u;
const LETTER_OR_DIGIT = /[^\P{L}πΩ]|\d/u;
/** Greek letters of formulas begin no word. */
const WORD_LETTER = /[^\P{L}πΩ]/u;

function isContinuing(unit: number, page: CodePage): boolean {
  const byte = page.bytes[characterId(unit)] ?? 0;
  return byte >= FIRST_CONTINUING && byte <= LAST_CONTINUING;
}

/** "«Â»": a letter that is spoken of. */
function isNamed(text: string, { start, end }: Sequence): boolean {
  if (end - start !== 2 || !OPENING.includes(text.charAt(start - 1) || 'x')) return false;
  if (!CLOSING.includes(text.charAt(start + 1)) || LETTER.test(text.charAt(end))) return false;
  return start < 2 || text.charCodeAt(start - 2) <= NO_BREAK;
}

/** "о «": the end of a word, a blank, and a quotation mark that opens the next. */
function endsWord(text: string, { start, end }: Sequence, page: CodePage): boolean {
  if (end - start !== 3 || !LETTER.test(text.charAt(start)) || !BLANK.test(text.charAt(start + 1))) return false;
  return OPENING.includes(text.charAt(start + 2)) && !isContinuing(text.charCodeAt(start - 1), page);
}

/** "2.5 Å±0.1": the unit. */
function isUnit(text: string, { start, end }: Sequence): boolean {
  if (end - start !== 2 || text.charAt(start) !== ANGSTROM || LETTER.test(text.charAt(start - 1))) return false;
  const sign = text.charAt(start + 1);
  if (BEHIND_UNIT.includes(sign)) return true;
  return BEHIND_MEASURE.includes(sign) && DIGIT_BEFORE.test(text.slice(Math.max(0, start - 2), start));
}

/** "ROMÃ®", "XÃ© 2020": a word in capitals with a sign that is put behind names, or that would go on with a small letter. */
function isShouted(text: string, { start, end, replacement }: Sequence): boolean {
  if (end - start !== 2 || !CAPITAL.test(text.charAt(start)) || !CAPITAL.test(text.charAt(start - 1))) return false;
  const sign = text.charAt(start + 1);
  if (sign === '®' && !LETTER.test(text.charAt(end))) return true;
  if (sign === '©' && YEAR.test(text.slice(end, end + 6))) return true;
  return SMALL_OR_MARK.test(replacement) && SHOUT.test(text.slice(Math.max(0, start - 2), start));
}

/** UTF-16 code units on each side of a formula in which words of its text are looked at. */
const AROUND = 200;
/** A word that goes on with an operator is none of a formula's. */
const BROKEN_WORD = /[A-Za-z][√≈¬‚]/u;

/** "√π", "¬Ω": a formula, unless it goes on with a word, or "½" and "°" with a number, or words beside it are broken the same way. */
function isFormula(text: string, { start, end }: Sequence): boolean {
  if (end - start !== 2 || !OPERATORS.test(text.slice(start, end))) return false;
  if (BROKEN_WORD.test(text.slice(Math.max(0, start - AROUND), start)) || BROKEN_WORD.test(text.slice(end, end + AROUND)))
    return false;
  return !(text.charAt(start) === '¬' ? LETTER_OR_DIGIT : WORD_LETTER).test(text.charAt(start - 1));
}

/** True for characters that read as one of UTF-8 and are, by what stands around them, what they show. */
export function standsForItself(text: string, sequence: Sequence, page: CodePage): boolean {
  if (isNamed(text, sequence) || endsWord(text, sequence, page)) return true;
  return isUnit(text, sequence) || isShouted(text, sequence) || isFormula(text, sequence);
}
