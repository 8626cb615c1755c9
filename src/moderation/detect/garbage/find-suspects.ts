import type { Span } from '../../model/span.ts';
import {
  codeOf,
  isCapital,
  letterCode,
  SCRIPT_DIGIT,
  SCRIPT_IGNORED,
  SCRIPT_NONE,
  SCRIPT_OTHER,
  scriptOf,
} from '../../text/letter-code.ts';
import { ngramBits, shiftNgram } from '../../text/ngram-table.ts';
import { tokenTables } from './token-tables.ts';

/** Bits a letter: words of the languages that the model knows read with less, and are not looked at further. */
const ORDINARY_BITS = 3.6;
/** Letters and digits: fewer in one part of a run tell nothing. */
const MIN_TELLING = 6;
/** Letters: capitals alone are an acronym below it. */
const MAX_ACRONYM = 12;
/** Marks that open an address, a handle or base64, and those that close the latter two. */
const OPENERS = '@#$/+~.{';
const CLOSERS = '=/+}';

function isSpace(unit: number): boolean {
  if (unit <= 0x20 || unit === 0xa0) return true;
  return (
    unit > 0x1fff &&
    (unit <= 0x200a || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000)
  );
}

function isEdge(text: string, at: number, kept: string): boolean {
  const script = scriptOf(letterCode(text.charCodeAt(at)));
  if (script === SCRIPT_IGNORED) return text.charCodeAt(at) !== 0xfffd;
  return script === SCRIPT_NONE && !kept.includes(text.charAt(at));
}

/** White space and letters of scripts without a model part runs. */
function endsRun(unit: number): boolean {
  if (unit < 0x7f) return unit <= 0x20;
  return isSpace(unit) || (unit > 0x24f && scriptOf(letterCode(unit)) === SCRIPT_OTHER);
}

/** Where the first run of at least `minLength` code units begins; `end` when there is none. Passes over short runs in jumps. */
function findRun(text: string, from: number, end: number, minLength: number): number {
  let start = from;
  while (start + minLength <= end) {
    let at = start + minLength - 1;
    while (at >= start && !endsRun(text.charCodeAt(at))) at--;
    if (at < start) return start;
    start = at + 1;
  }
  return end;
}

interface Part {
  bits: number;
  letters: number;
  digits: number;
  capitals: number;
  script: number;
  index: number;
}

/** True for a part of a run, up to a mark, that is a number, an acronym or reads like a word. */
function isOrdinaryPart({ bits, letters, digits, capitals }: Part): boolean {
  if (letters === 0 || digits === 0) {
    if (letters < MIN_TELLING || bits < ORDINARY_BITS * letters) return true;
    return capitals === letters && letters < MAX_ACRONYM;
  }
  return letters + digits < MIN_TELLING;
}

/** Takes a letter into the part; false when it is of a script without a model, of another script, or a capital inside. */
function takeLetter(part: Part, code: number): boolean {
  const table = tokenTables[scriptOf(code)];
  if (!table || (part.letters > 0 && scriptOf(code) !== part.script)) return false;
  if (isCapital(code)) {
    if (part.capitals < part.letters) return false;
    part.capitals++;
  } else if (part.capitals > 1) return false;
  part.script = scriptOf(code);
  part.index = shiftNgram(table, part.index, codeOf(code));
  part.bits += ngramBits(table, part.index);
  part.letters++;
  return true;
}

const nothing = (): Part => ({ bits: 0, letters: 0, digits: 0, capitals: 0, script: 0, index: 0 });

/** True when every part of a run is an ordinary one. */
function isOrdinary(text: string, start: number, end: number): boolean {
  let part = nothing();
  for (let at = start; at < end; at++) {
    const code = letterCode(text.charCodeAt(at));
    const kind = scriptOf(code);
    if (kind === SCRIPT_IGNORED) continue;
    if (kind === SCRIPT_DIGIT) part.digits++;
    else if (kind !== SCRIPT_NONE) {
      if (!takeLetter(part, code)) return false;
    } else {
      if (!isOrdinaryPart(part)) return false;
      part = nothing();
    }
  }
  return isOrdinaryPart(part);
}

/** The runs without white space in `[start, end)` that are no ordinary words; punctuation around them is taken off. Linear. */
export function findSuspects(text: string, start: number, end: number, minLength: number): readonly Span[] {
  const suspects: Span[] = [];
  for (let from = findRun(text, start, end, minLength); from < end; ) {
    let after = from + minLength;
    while (after < end && !endsRun(text.charCodeAt(after))) after++;
    let to = after;
    while (from < to && isEdge(text, from, OPENERS)) from++;
    while (to > from && isEdge(text, to - 1, CLOSERS)) to--;
    if (to - from >= minLength && !isOrdinary(text, from, to)) suspects.push({ start: from, end: to });
    from = findRun(text, after + 1, end, minLength);
  }
  return suspects;
}
