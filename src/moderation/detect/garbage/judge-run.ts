import type { Span } from '../../model/span.ts';
import { judgeToken, type TokenJudgement } from './judge-token.ts';
import { recogniseForm } from './recognise-form.ts';

/** Marks between which a run is judged in parts: those of sentences, brackets, dashes. */
const PARTING = /[,;:!?…“”„"()[\]{}|<>—–•.«»]+/gu;
/** Marks of addresses and paths. */
const ADDRESSING = /[/\\=&?@#%_~$]/u;
const BASE64 = /^[\w+/-]{16,}={0,2}$/u;
const MAX_FORM = 512;

export interface JudgedSpan extends Span {
  readonly judgement: TokenJudgement;
}

function judgeSpan(text: string, start: number, end: number): JudgedSpan {
  return { start, end, judgement: judgeToken(text.slice(start, end)) };
}

function splitParts(text: string, span: Span): readonly Span[] {
  const run = text.slice(span.start, span.end);
  const parts: Span[] = [];
  let from = 0;
  for (const mark of run.matchAll(PARTING)) {
    parts.push({ start: span.start + from, end: span.start + mark.index });
    from = mark.index + mark[0].length;
  }
  return [...parts, { start: span.start + from, end: span.end }];
}

/** Judges a run without white space: as a whole when it is an address or base64, else in the parts that its punctuation makes. */
export function judgeRun(text: string, span: Span, minLength: number): readonly JudgedSpan[] {
  const run = text.slice(span.start, span.end);
  if (recogniseForm(run.slice(0, MAX_FORM)) !== undefined) return [];
  if (BASE64.test(run) && /[A-Z]/u.test(run)) return [judgeSpan(text, span.start, span.end)];
  if (ADDRESSING.test(run)) return [];
  return splitParts(text, span)
    .filter(({ start, end }) => end - start >= minLength)
    .map(({ start, end }) => judgeSpan(text, start, end));
}
