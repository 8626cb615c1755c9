import { annotate } from '../annotate.ts';
import { loadReaders } from '../load-readers.ts';
import type { Article } from '../moderation/model/article.ts';
import type { Document } from '../moderation/model/document.ts';
import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import type { Span } from '../moderation/model/span.ts';
import type { LearnedRule } from '../rules/learned/learned-rule-schema.ts';
import { loadLearnedRule } from '../rules/learned/load-learned-rule.ts';
import { RulesetError } from '../rules/ruleset-error.ts';
import { type ChosenSpan, chooseSpan } from './choose-span.ts';
import { findNear } from './find-near.ts';
import { generalise } from './generalise.ts';
import { matchRules } from './match-rules.ts';
import { parseArticle } from './parse-article.ts';
import { type PhraseCandidate, writeCandidates } from './write-candidates.ts';

/** A rule that a span could become; what a person still has to say is its name and its kind. */
export interface RuleProposal extends Pick<LearnedRule, 'form' | 'text' | 'scope' | 'anchor' | 'maxWords'> {
  /** For people. */
  readonly why: string;
  readonly match: readonly string[];
  /** What comes near in the same article and is left alone. */
  readonly allow: readonly string[];
  /** Blocks or sentences of the article that it matches. */
  readonly hits: number;
}

export interface RuleProposals {
  /** The narrowest first; empty when the span has too few words. */
  readonly proposals: readonly RuleProposal[];
  readonly name: string;
  readonly kind: 'spam_insert' | 'boilerplate';
  readonly scope: LearnedRule['scope'];
  /** What a match takes, by scope; the sentence is the block where the span has all of it. */
  readonly taken: Readonly<Record<LearnedRule['scope'], string>>;
  /** The words that a rule is limited to, by scope, when nobody says otherwise. */
  readonly maxWords: Readonly<Record<LearnedRule['scope'], number>>;
}

/** Longer blocks than the one a rule was learned from are seldom the same thing. Shipped rules for single lines have 14 to 25 words. */
const LEAST_MAX_WORDS = 20;
const NO_LIMIT = 100_000;
/** A label of so few words is a rule only where nothing else stands in its block. */
const LABEL_WORDS = 3;
const MOST_NEAR = 2;
const MOST_EXAMPLE = 2000;
const KIND = 'boilerplate';

function namesIn(text: string, at: number): readonly Span[] {
  const { entities } = annotate(text);
  return entities.flatMap(({ mentions }) => mentions.map(({ start, end }) => ({ start: start + at, end: end + at })));
}

function limitWords(words: number): RuleProposals['maxWords'] {
  return { block: Math.max(LEAST_MAX_WORDS, 2 * words), sentence: NO_LIMIT };
}

function load(content: Omit<LearnedRule, 'name' | 'version' | 'kind' | 'message'>, ruleset: Ruleset): PhraseRule | undefined {
  try {
    const about = { name: 'proposal', version: 1, kind: KIND, message: 'a proposal' };
    return loadLearnedRule({ ...content, ...about }, ruleset, 'begun');
  } catch (error) {
    // One that would match or cost too much is no proposal.
    if (error instanceof RulesetError) return undefined;
    throw error;
  }
}

function toProposal(
  { form, text, why }: PhraseCandidate,
  { block, scope, taken }: ChosenSpan,
  document: Document,
  ruleset: Ruleset,
): RuleProposal | undefined {
  const anchor = scope === 'block' && block.words <= LABEL_WORDS ? ('whole' as const) : ('anywhere' as const);
  const about = { form, text, scope, anchor, maxWords: limitWords(block.words)[scope] };
  const match = [document.text.slice(taken.start, taken.end)];
  const rule = load({ ...about, examples: { match, allow: [] } }, ruleset);
  if (!rule) return undefined;
  const found = matchRules(document, [rule], ruleset);
  const near = findNear(document, rule, found, MOST_NEAR).map(({ start, end }) => document.text.slice(start, end));
  const allow = near.filter(
    (one) => one.length <= MOST_EXAMPLE && load({ ...about, examples: { match, allow: [one] } }, ruleset),
  );
  return { ...about, why, match, allow, hits: found.length };
}

/**
 * Rules that a span of an article, given by its offsets in the original, could become. Each holds to its proof as far as it has one. Pure. Throws
 * `RangeError` when nothing of the span was read as text.
 */
export function proposeRules(article: Article, span: Span, ruleset: Ruleset): RuleProposals {
  const { document, toDocument } = parseArticle(article, ruleset, loadReaders);
  const place = toDocument(span);
  const chosen = place && chooseSpan(document, place);
  if (!chosen) throw new RangeError('the span has no word of a paragraph in it');
  const { block, scope, taken, from, to } = chosen;
  const names = namesIn(document.text.slice(taken.start, taken.end), taken.start);
  const parts = generalise(document, from, to, taken, names);
  const { candidates, name, isAdvert } = writeCandidates(parts);
  const proposals = candidates.flatMap((candidate) => toProposal(candidate, chosen, document, ruleset) ?? []);
  return {
    ...{ proposals, name, kind: isAdvert ? ('spam_insert' as const) : ('boilerplate' as const), scope },
    taken: { block: block.text, sentence: document.text.slice(taken.start, taken.end) },
    maxWords: limitWords(block.words),
  };
}
