import { judgeToken } from './judge-token.ts';
import { recogniseForm } from './recognise-form.ts';

/** A form of what no person writes as a line, and what is done about it there. */
export interface NoiseForm {
  readonly name: string;
  readonly line: 'removed' | 'flagged';
  /** 0 to 1. */
  readonly probability: number;
}

/** UTF-16 code units: longer lines than this have none of the forms. */
const MAX_LINE = 8000;
const MIN_PIECES = 8;
const MAX_PIECES = 60;
const BEYOND_DOUBT = 0.99;
const LIKELY = 0.9;

/** Three parts of base64 with dots, the first and second opened by the code of a brace and a quotation mark (RFC 7519). */
const SIGNED = /^eyJ[\w-]{8,2000}\.eyJ[\w-]{4,4000}\.[\w-]{0,2000}$/u;
/** Digits of base 16, in one case; with a prefix those of a number, of an address or of a transaction of a ledger. */
const HEXADECIMAL = /^(?:[0-9a-f]{20,512}|[0-9A-F]{20,512})$/u;
const PREFIXED = /^0x(?:[0-9a-f]{16,512}|[0-9A-F]{16,512})$/u;
const LEDGER = /^0x(?:[0-9a-f]{40}|[0-9a-f]{64})$/iu;
const MAX_NUMBER = 2 + 31;
const MANGLED = /^_0x[0-9a-f]{6,64}$/u;
const STRETCHED = /^([\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}])\1{14,400}$/u;
const GROUPS = /^[A-Za-z0-9]{4,6}(?:-[A-Za-z0-9]{4,6}){2,7}$/u;
const CAPITALS = /^[B-DF-HJ-NP-TV-XZ]{10,40}$/u;
const SINGLES = /^[A-Za-z0-9](?: [A-Za-z0-9])+$/u;
const ESCAPED = /^[\w.~+%-]{24,4000}$/u;
const ESCAPE = /%[0-9A-Fa-f]{2}/gu;

export const WEB_TOKEN: NoiseForm = { name: 'signed token', line: 'removed', probability: BEYOND_DOUBT };

/** A signed token of the web, its parts together. */
export function isWebToken(run: string): boolean {
  return run.startsWith('eyJ') && SIGNED.test(run.slice(0, MAX_LINE));
}

function hasAllClasses(text: string): boolean {
  return /[a-z]/u.test(text) && /[A-Z]/u.test(text) && /[0-9]/u.test(text);
}

/** Escapes of an address make up half of the line at least. */
function isEscaped(line: string): boolean {
  const count = line.match(ESCAPE)?.length ?? 0;
  return count >= MIN_PIECES && count * 6 >= line.length;
}

/** Letters and digits of base 16 that are no digest of nothing and have no checksum. */
function isHexadecimal(line: string): boolean {
  return HEXADECIMAL.test(line) && /[a-f]/iu.test(line) && /\d/u.test(line) && recogniseForm(line) === undefined;
}

function isPrefixed(line: string): boolean {
  return PREFIXED.test(line) && /[a-f]/iu.test(line) && !LEDGER.test(line);
}

function isInSingles(line: string): boolean {
  const pieces = line.split(' ');
  if (pieces.length < MIN_PIECES || pieces.length > MAX_PIECES || !hasAllClasses(line)) return false;
  return judgeToken(pieces.join('')).probability >= LIKELY;
}

const joined = (line: string): string => line.replaceAll('-', '');

/** Forms with what shows each of them. Tried in order. */
const FORMS: readonly (readonly [form: NoiseForm, shows: (line: string) => boolean])[] = [
  [WEB_TOKEN, isWebToken],
  [{ name: 'hexadecimal', line: 'removed', probability: BEYOND_DOUBT }, isHexadecimal],
  [{ name: 'hexadecimal', line: 'removed', probability: BEYOND_DOUBT }, (line) => line.length > MAX_NUMBER && isPrefixed(line)],
  [{ name: 'long number', line: 'flagged', probability: LIKELY }, isPrefixed],
  [
    { name: 'capitals', line: 'removed', probability: BEYOND_DOUBT },
    (line) => CAPITALS.test(line) && judgeToken(line.toLowerCase()).probability >= BEYOND_DOUBT,
  ],
  [{ name: 'escapes', line: 'removed', probability: BEYOND_DOUBT }, (line) => ESCAPED.test(line) && isEscaped(line)],
  [{ name: 'mangled name', line: 'flagged', probability: LIKELY }, (line) => MANGLED.test(line)],
  [{ name: 'one letter', line: 'flagged', probability: LIKELY }, (line) => STRETCHED.test(line)],
  [
    { name: 'groups', line: 'flagged', probability: LIKELY },
    (line) => GROUPS.test(line) && hasAllClasses(line) && judgeToken(joined(line)).probability >= LIKELY,
  ],
  [
    { name: 'single characters', line: 'flagged', probability: LIKELY },
    (line) => line.charAt(1) === ' ' && line.length <= 2 * MAX_PIECES && SINGLES.test(line) && isInSingles(line),
  ],
];

/** The form of noise that a line is, if it is one. A line with words is passed over after a look for a blank. */
export function recogniseNoise(line: string): NoiseForm | undefined {
  if (line.length > MAX_LINE || (line.charAt(1) !== ' ' && line.includes(' '))) return undefined;
  return FORMS.find(([, shows]) => shows(line))?.[0];
}
