import { TOKEN_NUMBER, TOKEN_SYMBOL, TOKEN_WORD, type TokenTable } from '../model/token-table.ts';
import {
  CLASS_BREAK,
  CLASS_DIGIT,
  CLASS_IDEOGRAPH,
  CLASS_IGNORED,
  CLASS_LETTER,
  CLASS_SYMBOL,
  characterClass,
} from './character-class.ts';
import { foldCharacter } from './fold-character.ts';
import { ALPHABET_OWN, maskedAlphabet } from './masked-alphabet.ts';
import { unmaskLetter } from './unmask-letter.ts';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Three numbers of four bytes, and the kind. */
const ROW_BYTES = 13;

/** A table that is written, with room for more rows than it has. */
export interface Columns {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  hashes: Uint32Array;
  kinds: Uint8Array;
}

/** Room for so many rows, in one piece of memory: four would cost as much as reading a short text does. */
export function openColumns(rows: number): Columns {
  const buffer = new ArrayBuffer(rows * ROW_BYTES);
  return {
    count: 0,
    starts: new Int32Array(buffer, 0, rows),
    ends: new Int32Array(buffer, rows * 4, rows),
    hashes: new Uint32Array(buffer, rows * 8, rows),
    kinds: new Uint8Array(buffer, rows * 12, rows),
  };
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
}

function isNumberJoint(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c;
}

function classAt(text: string, at: number): number {
  return at < text.length ? characterClass(text.codePointAt(at) ?? 0) : CLASS_BREAK;
}

function unitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function grow(columns: Columns): void {
  const larger = openColumns(columns.starts.length * 2);
  larger.starts.set(columns.starts);
  larger.ends.set(columns.ends);
  larger.hashes.set(columns.hashes);
  larger.kinds.set(columns.kinds);
  Object.assign(columns, { ...larger, count: columns.count });
}

function push(columns: Columns, start: number, end: number, hash: number, kind: number): void {
  if (columns.count === columns.starts.length) grow(columns);
  const row = columns.count++;
  columns.starts[row] = start;
  columns.ends[row] = end;
  columns.hashes[row] = hash >>> 0;
  columns.kinds[row] = kind;
}

/** Hash of `[start, end)` folded; apostrophes and characters without a width are left out, look-alike letters unmasked. */
function hashFolded(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  const alphabet = maskedAlphabet(text, start, end);
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isApostrophe(unit) || (unit >= 0x80 && characterClass(unit) === CLASS_IGNORED)) continue;
    const folded = foldCharacter(unit);
    hash = Math.imul(hash ^ (alphabet === ALPHABET_OWN ? folded : unmaskLetter(folded, alphabet)), FNV_PRIME);
  }
  return hash;
}

/** End of the word or number that starts at `start`: letters, digits, marks, and single joints between them. */
function scanWord(text: string, start: number): { end: number; kind: number } {
  let at = start;
  let letters = 0;
  let end = start;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === CLASS_LETTER) letters++;
    if (kind === CLASS_LETTER || kind === CLASS_DIGIT) {
      at += unitsAt(text, at);
      end = at;
      continue;
    }
    const unit = text.charCodeAt(at);
    const next = classAt(text, at + 1);
    const joins =
      kind === CLASS_IGNORED ||
      (isApostrophe(unit) && next === CLASS_LETTER) ||
      (letters === 0 && isNumberJoint(unit) && next === CLASS_DIGIT);
    if (!joins) break;
    at++;
  }
  return { end, kind: letters > 0 ? TOKEN_WORD : TOKEN_NUMBER };
}

/** Classes and folds of the basic Latin characters, which most texts are made of. */
const BASIC = 0x80;
const BASIC_CLASSES = Uint8Array.from({ length: BASIC }, (_, unit) => characterClass(unit));
const BASIC_FOLDS = Uint8Array.from({ length: BASIC }, (_, unit) => foldCharacter(unit));

/** Can a word of basic letters and digits that stands before `unit` go on with it? False at the end of the text (NaN). */
function mayGoOn(unit: number, letters: number): boolean {
  return unit >= BASIC || isApostrophe(unit) || (letters === 0 && isNumberJoint(unit));
}

/** Pushes the word at `start`, read and hashed in one walk while its characters are basic; gives its end. */
function pushWord(columns: Columns, text: string, start: number): number {
  let at = start;
  let hash = FNV_OFFSET;
  let letters = 0;
  let unit = text.charCodeAt(at);
  while (unit < BASIC) {
    const kind = BASIC_CLASSES[unit];
    if (kind === CLASS_LETTER) letters++;
    else if (kind !== CLASS_DIGIT) break;
    hash = Math.imul(hash ^ (BASIC_FOLDS[unit] ?? 0), FNV_PRIME);
    unit = text.charCodeAt(++at);
  }
  if (!mayGoOn(unit, letters)) {
    push(columns, start, at, hash, letters > 0 ? TOKEN_WORD : TOKEN_NUMBER);
    return at;
  }
  const word = scanWord(text, start);
  push(columns, start, word.end, hashFolded(text, start, word.end), word.kind);
  return word.end;
}

/** Adds the tokens of a text to those that are there. */
export function addTokens(columns: Columns, text: string): void {
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const kind = unit < BASIC ? BASIC_CLASSES[unit] : classAt(text, at);
    if (kind === CLASS_LETTER || kind === CLASS_DIGIT) {
      at = pushWord(columns, text, at);
      continue;
    }
    const end = unit < BASIC ? at + 1 : at + unitsAt(text, at);
    if (kind === CLASS_SYMBOL) push(columns, at, end, hashFolded(text, at, end), TOKEN_SYMBOL);
    if (kind === CLASS_IDEOGRAPH) push(columns, at, end, hashFolded(text, at, end), TOKEN_WORD);
    at = end;
  }
}

/**
 * Splits a text into words, numbers and the few symbols that carry meaning (`% $ € £ ¥ @ # & +`).
 * Hyphens split words; apostrophes do not; each character of a script without spaces is a word.
 * One pass, linear in the length of the text.
 */
export function tokenize(text: string): TokenTable {
  const columns = openColumns(Math.max(16, Math.ceil(text.length / 5)));
  addTokens(columns, text);
  return columns;
}
