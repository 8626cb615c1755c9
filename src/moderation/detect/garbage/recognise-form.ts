import { letterCode, SCRIPT_OTHER, scriptOf } from '../../text/letter-code.ts';
import { hasChecksum } from './has-checksum.ts';

/** Digests of no bytes at all: MD5, SHA-1, SHA-256. They stand in texts as themselves. */
const EMPTY_DIGESTS: readonly string[] = [
  'd41d8cd98f00b204e9800998ecf8427e',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
];

/** Symbols of elements, counts, charges and brackets. */
const FORMULA =
  /^(?:A[cglmrstu]|B[aehikr]?|C[adeflmorsu]?|D[by]|E[rsu]|F[elmr]?|G[ade]|H[efgos]?|I[nr]?|Kr?|L[airuv]|M[cdgnot]|N[abdeiop]?|Os?|P[abdmortu]?|R[abefghnu]|S[bcegimnr]?|T[abcehilm]|U|V|W|Xe|Yb?|Z[nr]|[\d()[\]·.+−-])+$/u;
const MAX_FORMULA = 24;

function isFormula(token: string): boolean {
  return token.length <= MAX_FORMULA && /[A-Z][a-z]?\d/u.test(token) && /[A-Z].*[A-Z]/u.test(token) && FORMULA.test(token);
}

/** Forms of tokens that mean something however they are spelt, each with what shows it. Tried in order. */
const FORMS: readonly (readonly [name: string, shows: RegExp])[] = [
  ['damaged encoding', /\ufffd/u],
  ['address', /^[a-z][a-z0-9+.-]{1,20}:\/\/|^(?:mailto|tel|doi|urn|isbn):|^www\.|^\/\/[a-z]/iu],
  ['address without marks', /^https?(?:www|[a-z]{4})|^www[a-z]{5}/u],
  ['e-mail', /^[^@]{1,64}@[^@.]{1,63}\.[^@]{2,}$/u],
  ['handle', /^[@#$][\p{L}\p{N}]|^[ru]\/\w/u],
  ['path', /^(?:\.{1,2}\/|~\/|[A-Za-z]:\\|\/[a-z]{2,20}\/)[\w.-]/u],
  ['file name', /[^.]\.(?:[a-z]{2,4}[0-9]?|[A-Z]{3,4}|7z|mp[34])$/u],
  ['domain with path', /^[a-z0-9-]{1,63}\.[a-z]{2,10}\//u],
  ['query', /^[?&]?\w{1,40}=[^=]/u],
  ['number', /^[^\p{L}]*$/u],
  ['number with a unit', /^[^\p{L}]*\p{L}{1,3}\.?$/u],
  ['date or time', /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-][\d:]+)?$/u],
  ['version', /^v\d+(?:\.\d+)+/iu],
  ['UUID', /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/iu],
  ['hexadecimal number', /^0x[0-9a-f]+$/iu],
  ['groups of hexadecimal', /^[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){3,}$/iu],
  ['laughter', /^(?:[hj]{1,9}[aeiou]{1,9}){3,40}h?$|^(?:lo)+l$|^(?:xo)+x?$/iu],
];

function hasOtherScript(token: string): boolean {
  for (let at = 0; at < token.length; at++) if (scriptOf(letterCode(token.charCodeAt(at))) === SCRIPT_OTHER) return true;
  return false;
}

/** What a token visibly is, if that is something known: an address, a number, an identifier with a valid checksum. */
export function recogniseForm(token: string): string | undefined {
  const form = FORMS.find(([, shows]) => shows.test(token));
  if (form) return form[0];
  if (EMPTY_DIGESTS.includes(token.toLowerCase())) return 'digest of nothing';
  if (isFormula(token)) return 'chemical formula';
  if (hasOtherScript(token)) return 'other script';
  return hasChecksum(token) ? 'right checksum' : undefined;
}
