import type { Span } from '../../model/span.ts';
import { judgeToken, type TokenJudgement } from './judge-token.ts';
import { recogniseForm } from './recognise-form.ts';

/** Marks between which a run is judged in parts: those of sentences, brackets, dashes. */
const PARTING = new Set(',;:!?…“”„"()[]{}|<>—–•.«»');
/** Marks of addresses and paths. */
const ADDRESSING = /[/\\=&?@#%_~$]/u;
const NOT_BASE64 = /[^\w+/-]/u;
const MIN_BASE64 = 16;
const MAX_FORM = 512;
/** UTF-16 code units: shorter parts tell nothing. */
const MIN_PART = 4;
const RANDOM = 0.5;

export interface JudgedSpan extends Span {
  readonly judgement: TokenJudgement;
}

function judgeSpan(text: string, start: number, end: number): JudgedSpan {
  return { start, end, judgement: judgeToken(text.slice(start, end)) };
}

/** By a walk, not by a pattern: a run may be as long as the article, and a pattern keeps a stack of what it has read. */
function splitParts(run: string): readonly Span[] {
  const parts: Span[] = [];
  let from = 0;
  for (let at = 0; at < run.length; at++) {
    if (!PARTING.has(run.charAt(at))) continue;
    if (at > from) parts.push({ start: from, end: at });
    from = at + 1;
  }
  return [...parts, { start: from, end: run.length }];
}

function isBase64(run: string): boolean {
  const padding = run.endsWith('==') ? 2 : run.endsWith('=') ? 1 : 0;
  return run.length - padding >= MIN_BASE64 && !NOT_BASE64.test(run.slice(0, run.length - padding));
}

/** Names joined by slashes and hyphens have the form of base64 too: each part of them reads like a word or number. */
function joinsWords(run: string): boolean {
  const parts = run.slice(0, MAX_FORM).split(/[/_+-]/u);
  return parts.length > 1 && !parts.some((part) => part.length >= MIN_PART && judgeToken(part).probability >= RANDOM);
}

/**
 * Judges a run without white space: as a whole when it is base64, not at all when it is an address, else in the parts that
 * its punctuation makes. The spans index the run.
 */
export function judgeRun(run: string, minLength: number): readonly JudgedSpan[] {
  if (recogniseForm(run.slice(0, MAX_FORM)) !== undefined) return [];
  if (isBase64(run) && /[A-Z]/u.test(run)) return joinsWords(run) ? [] : [judgeSpan(run, 0, run.length)];
  if (ADDRESSING.test(run)) return [];
  return splitParts(run)
    .filter(({ start, end }) => end - start >= minLength)
    .map(({ start, end }) => judgeSpan(run, start, end));
}
