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

export interface JudgedSpan extends Span {
  readonly judgement: TokenJudgement;
}

function judgeSpan(text: string, start: number, end: number): JudgedSpan {
  return { start, end, judgement: judgeToken(text.slice(start, end)) };
}

/** By a walk, not by a pattern: a run may be as long as the article, and a pattern keeps a stack of what it has read. */
function splitParts(text: string, span: Span): readonly Span[] {
  const parts: Span[] = [];
  let from = span.start;
  for (let at = span.start; at < span.end; at++) {
    if (!PARTING.has(text.charAt(at))) continue;
    if (at > from) parts.push({ start: from, end: at });
    from = at + 1;
  }
  return [...parts, { start: from, end: span.end }];
}

function isBase64(run: string): boolean {
  const padding = run.endsWith('==') ? 2 : run.endsWith('=') ? 1 : 0;
  return run.length - padding >= MIN_BASE64 && !NOT_BASE64.test(run.slice(0, run.length - padding));
}

/** Judges a run without white space: as a whole when it is an address or base64, else in the parts that its punctuation makes. */
export function judgeRun(text: string, span: Span, minLength: number): readonly JudgedSpan[] {
  const run = text.slice(span.start, span.end);
  if (recogniseForm(run.slice(0, MAX_FORM)) !== undefined) return [];
  if (isBase64(run) && /[A-Z]/u.test(run)) return [judgeSpan(text, span.start, span.end)];
  if (ADDRESSING.test(run)) return [];
  return splitParts(text, span)
    .filter(({ start, end }) => end - start >= minLength)
    .map(({ start, end }) => judgeSpan(text, start, end));
}
