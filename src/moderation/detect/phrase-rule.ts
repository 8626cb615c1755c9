import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { PhraseRule, Ruleset } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { compilePhrases, type PhraseMatch, type PhraseMatcher } from '../text/compile-phrases.ts';
import { createNote } from '../text/create-note.ts';
import { cutExcerpt } from '../text/cut-excerpt.ts';
import { isInsideQuotation } from '../text/is-inside-quotation.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { moveMatches } from '../text/move-matches.ts';
import { splitSentences } from '../text/split-sentences.ts';

const OPENING_QUOTE = /["“„«]/u;
/** UTF-16 code units before a phrase in which a quotation mark is looked for. */
const MAX_QUOTED = 300;
/** UTF-16 code units of a phrase that are shown: a placeholder may stand for a word without end. */
const MAX_MATCHED = 120;

interface CompiledRules {
  readonly match: PhraseMatcher;
  /** The rule of each compiled phrase. */
  readonly rules: readonly PhraseRule[];
}

// A memo of a pure function of an immutable list; it lives as long as the list.
const compiled = new WeakMap<readonly PhraseRule[], CompiledRules>();

function compileRules(phraseRules: readonly PhraseRule[]): CompiledRules {
  const known = compiled.get(phraseRules);
  if (known) return known;
  const rules = phraseRules.flatMap((rule) => rule.phrases.map(() => rule));
  const result = { match: compilePhrases(phraseRules.flatMap((rule) => rule.phrases)), rules };
  compiled.set(phraseRules, result);
  return result;
}

/** Joined rules are compiled by themselves: many rulesets share the others. */
function compileAll({ phraseRules, joined }: Ruleset): readonly CompiledRules[] {
  return [compileRules(phraseRules), ...(joined ? [compileRules(joined.rules)] : [])];
}

function isAnchored(rule: PhraseRule, match: PhraseMatch, block: DocumentBlock): boolean {
  const atStart = match.from === block.tokenStart;
  const atEnd = match.to === block.tokenEnd;
  switch (rule.anchor) {
    case 'whole':
      return atStart && atEnd;
    case 'start':
      return atStart;
    case 'end':
      return atEnd;
    case 'anywhere':
      return true;
    default:
      return rule.anchor satisfies never;
  }
}

function applies(rule: PhraseRule, match: PhraseMatch, block: DocumentBlock): boolean {
  if (block.role === 'title' || block.role === 'code' || !rule.zones.includes(block.zone)) return false;
  return block.words >= rule.minWords && block.words <= rule.maxWords && isAnchored(rule, match, block);
}

/** The sentence of a block in which an offset stands. The block is split once, when first asked. */
function sentenceFinder(document: Document, block: DocumentBlock): (offset: number) => Span {
  let split: { readonly sentences: readonly Span[]; readonly ends: readonly number[] } | undefined;
  return (offset) => {
    if (!split) {
      const sentences = splitSentences(document.text, block.start, block.end);
      split = { sentences, ends: sentences.map((sentence) => sentence.end) };
    }
    const { sentences, ends } = split;
    return sentences[lowerBound(ends, ends.length, offset + 1)] ?? { start: block.start, end: block.end };
  };
}

/**
 * What somebody is quoted with is told, not done: a person decides. The quotation may begin before the phrase, and before
 * its sentence. A label in quotation marks is still a label.
 */
function isQuoted({ text, tokens }: Document, rule: PhraseRule, match: PhraseMatch, block: DocumentBlock, span: Span): boolean {
  if (rule.anchor === 'whole') return false;
  const at = tokens.starts[match.from] ?? span.start;
  if (OPENING_QUOTE.test(text.slice(Math.max(span.start, at - MAX_QUOTED), at))) return true;
  return isInsideQuotation(text, Math.max(block.start, at - MAX_QUOTED), at);
}

function toDetection(document: Document, rule: PhraseRule, match: PhraseMatch, block: DocumentBlock, span: Span): Detection {
  const { starts, ends } = document.tokens;
  const matched = document.text.slice(starts[match.from], ends[match.to - 1]);
  return {
    kind: rule.kind,
    rule: rule.id,
    start: span.start,
    end: span.end,
    confidence: rule.confidence,
    action: block.role === 'table' || isQuoted(document, rule, match, block, span) ? 'flagged' : rule.action,
    message: rule.message,
    evidence: { matched: cutExcerpt(matched, MAX_MATCHED), zone: block.zone },
  };
}

/** The line of a block: what markup holds together may have several, each with its own say. */
function lineAround({ text, start, end }: DocumentBlock, at: number): Span {
  const before = text.lastIndexOf('\n', at - start - 1);
  const after = text.indexOf('\n', at - start);
  return { start: start + before + 1, end: after < 0 ? end : start + after };
}

/** Matches in a block, their rows counted from its first. */
const readMatches = createNote(({ tokenStart, tokenEnd }, { match }: CompiledRules, { tokens }: Document) =>
  moveMatches(match(tokens, tokenStart, tokenEnd), -tokenStart),
);

/** One finding for each rule that matches in a block, however many of its phrases do. */
function detectInBlock(document: Document, block: DocumentBlock, rules: CompiledRules): readonly Detection[] {
  const read = readMatches(block, rules, document);
  if (read.length === 0) return [];
  const matches = moveMatches(read, block.tokenStart);
  const found = new Map<string, Detection>();
  const sentenceAt = sentenceFinder(document, block);
  for (const match of matches) {
    const rule = rules.rules[match.phrase];
    if (!rule || !applies(rule, match, block)) continue;
    const key = rule.scope === 'block' ? rule.id : `${rule.id} ${match.from}`;
    if (found.has(key)) continue;
    const at = document.tokens.starts[match.from] ?? block.start;
    const span = rule.scope === 'sentence' ? sentenceAt(at) : block.stated === undefined ? block : lineAround(block, at);
    found.set(key, toDetection(document, rule, match, block, span));
  }
  return [...found.values()];
}

/** The phrase rules of `rules/*.yaml`: adverts, boilerplate lines, leftovers. */
export const phraseRule: Detector = {
  name: 'phrase-rule',
  thresholds: [],
  lists: [],
  detect(document, context) {
    const all = compileAll(context.ruleset);
    return document.blocks.flatMap((block) => all.flatMap((rules) => detectInBlock(document, block, rules)));
  },
};
