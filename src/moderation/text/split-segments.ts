import {
  isCapital,
  letterCode,
  SCRIPT_CYRILLIC,
  SCRIPT_DIGIT,
  SCRIPT_GREEK,
  SCRIPT_IGNORED,
  SCRIPT_LATIN,
  SCRIPT_NONE,
  scriptOf,
} from './letter-code.ts';

export const SEGMENT_LETTERS = 1;
export const SEGMENT_DIGITS = 2;
const SEGMENT_SYMBOLS = 3;

/** A stretch of one kind inside a token; camel case and a change of script part letters. */
export interface Segment {
  readonly kind: number;
  /** Script of its letters, `SCRIPT_NONE` for digits and symbols. */
  readonly script: number;
  readonly start: number;
  readonly end: number;
  /** Every letter is a capital. */
  readonly capitals: boolean;
}

/** The codes of `token`'s first `limit` UTF-16 code units, characters that leave no trace left out. */
export function encodeToken(token: string, limit: number): Uint16Array {
  const length = Math.min(token.length, limit);
  const codes = new Uint16Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) {
    const code = letterCode(token.charCodeAt(at));
    if (scriptOf(code) !== SCRIPT_IGNORED) codes[count++] = code;
  }
  return codes.subarray(0, count);
}

function kindOf(code: number): number {
  const script = scriptOf(code);
  if (script === SCRIPT_DIGIT) return SEGMENT_DIGITS;
  return script === SCRIPT_NONE ? SEGMENT_SYMBOLS : SEGMENT_LETTERS;
}

/** Does a new segment of letters begin at `at`, which follows a letter of the same script? "getURLFor": get, URL, For. */
function turns(codes: Uint16Array, at: number): boolean {
  if (!isCapital(codes[at] ?? 0)) return false;
  if (!isCapital(codes[at - 1] ?? 0)) return true;
  const next = codes[at + 1] ?? 0;
  return kindOf(next) === SEGMENT_LETTERS && at + 1 < codes.length && !isCapital(next);
}

function segmentEnd(codes: Uint16Array, start: number): number {
  const kind = kindOf(codes[start] ?? 0);
  const script = scriptOf(codes[start] ?? 0);
  let at = start + 1;
  while (at < codes.length && kindOf(codes[at] ?? 0) === kind) {
    if (kind === SEGMENT_LETTERS && (scriptOf(codes[at] ?? 0) !== script || turns(codes, at))) break;
    at++;
  }
  return at;
}

function areCapitals(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isCapital(codes[at] ?? 0)) return false;
  return true;
}

/** Parts of a token of which each is letters, digits or symbols, in order and without gaps. Linear. */
export function splitSegments(codes: Uint16Array): readonly Segment[] {
  const segments: Segment[] = [];
  for (let start = 0; start < codes.length; ) {
    const end = segmentEnd(codes, start);
    const kind = kindOf(codes[start] ?? 0);
    const script = kind === SEGMENT_LETTERS ? scriptOf(codes[start] ?? 0) : SCRIPT_NONE;
    segments.push({ kind, script, start, end, capitals: kind === SEGMENT_LETTERS && areCapitals(codes, start, end) });
    start = end;
  }
  return segments;
}

/** True for scripts of which the model knows the letters. */
export function isKnownScript(script: number): boolean {
  return script === SCRIPT_LATIN || script === SCRIPT_CYRILLIC || script === SCRIPT_GREEK;
}
