import type { Evidence } from '../../model/finding.ts';
import { FEATURES } from './features.ts';
import { recogniseForm } from './recognise-form.ts';
import { scoreFeatures } from './score-features.ts';
import { tokenFeatures } from './token-features.ts';
import { tokenTables } from './token-tables.ts';

/** UTF-16 code units: longer tokens are judged by their beginning. A pattern on ten million characters has no stack left. */
const MAX_JUDGED = 512;
const MAX_ASCII = 0x7f;
/** Below it nobody asks what was measured. */
const MIN_TOLD = 0.3;
const TOLD: readonly (typeof FEATURES)[number][] = [
  'bits_per_letter',
  'worst_window_bits',
  'readable_share',
  'segment_share',
  'digit_share',
  'vowel_share',
];

export interface TokenJudgement {
  /** 0 to 1: how likely the token, seen by itself, is random. */
  readonly probability: number;
  /** The measured numbers, or the form by which the token was recognised. */
  readonly evidence: Evidence;
}

function tellFeatures(features: Float64Array): Evidence {
  const told = TOLD.map((name) => [name, Math.round((features[FEATURES.indexOf(name)] ?? 0) * 100) / 100] as const);
  return Object.fromEntries(told);
}

/** Do three letters in a row look alike, or might by case? Most tokens have none, and the pattern below is slow. */
function hasStretch(token: string): boolean {
  const small = token.toLowerCase();
  if (small.length !== token.length) return true;
  for (let at = 0; at < small.length; at++) {
    const unit = small.charCodeAt(at);
    if (unit > MAX_ASCII || (unit === small.charCodeAt(at - 1) && unit === small.charCodeAt(at - 2))) return true;
  }
  return false;
}

/** "nooooo" as "no": a letter written three times or more in a row, in a token of letters alone, stands once. */
function shortenStretches(token: string): string {
  if (!hasStretch(token)) return token;
  return /^\p{L}+$/u.test(token) ? token.replace(/(\p{L})\1{2,}/giu, '$1') : token;
}

/**
 * How likely a token (a run without white space, punctuation around it taken off) is random characters rather than a
 * word, a name, a code or an identifier of any language. Pure; linear in the token's length.
 */
export function judgeToken(whole: string): TokenJudgement {
  const token = whole.slice(0, MAX_JUDGED);
  const form = recogniseForm(token);
  if (form !== undefined) return { probability: 0, evidence: { length: whole.length, form } };
  const features = tokenFeatures(shortenStretches(token), tokenTables);
  const probability = scoreFeatures(features);
  const told = probability < MIN_TOLD ? {} : tellFeatures(features);
  return { probability, evidence: { length: whole.length, ...told } };
}
