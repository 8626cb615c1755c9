import { loadReaders } from '../load-readers.ts';
import { moderate } from '../moderate.ts';
import type { Article } from '../moderation/model/article.ts';
import type { ModeratedArticle, Outcome } from '../moderation/model/moderated-article.ts';
import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import type { Span } from '../moderation/model/span.ts';
import type { ModerationContext } from '../moderation/pipeline.ts';
import { joinRules } from '../rules/join-rules.ts';
import { findNear, type NearMiss } from './find-near.ts';
import { matchRules } from './match-rules.ts';
import { parseArticle } from './parse-article.ts';

/** What an article comes to. */
export interface TrialSide {
  readonly outcome: Outcome;
  readonly score: number;
}

/** What a rule does in an article. Spans index the original. */
export interface RuleTrial {
  /** As findings name it. */
  readonly rule: string;
  /** What it finds; empty when other rules take all of it already. */
  readonly hits: readonly Span[];
  readonly before: TrialSide;
  readonly after: TrialSide;
}

export interface RuleTrials {
  /** Of the rules that match something. */
  readonly trials: readonly RuleTrial[];
  /** What comes nearest without matching, of the first rule; only when asked for. Spans index the original. */
  readonly near: readonly (NearMiss & { readonly text: string })[];
}

export interface TrialContext extends ModerationContext {
  /** What the article came to with the ruleset as it is, if that is known. */
  readonly before?: TrialSide;
  /** Only one of the rules that match is tried, the one whose turn it is; by default all of them, at most 8. */
  readonly turn?: number;
  /** How many near misses are wanted. */
  readonly near?: number;
}

/** An article that many rules match is moderated anew with so many of them. */
const MOST_TRIALS = 8;
const MOST_HITS = 100;

// A memo of a pure function of immutable values; it lives as long as both.
const joined = new WeakMap<Ruleset, WeakMap<PhraseRule, Ruleset>>();

function joinOne(ruleset: Ruleset, rule: PhraseRule): Ruleset {
  const known = joined.get(ruleset) ?? new WeakMap<PhraseRule, Ruleset>();
  joined.set(ruleset, known);
  const made = known.get(rule) ?? joinRules(ruleset, [rule]);
  known.set(rule, made);
  return made;
}

const sideOf = ({ verdict, quality }: ModeratedArticle): TrialSide => ({ outcome: verdict.outcome, score: quality.score });

function tryOne(article: Article, context: TrialContext, before: TrialSide, rule: PhraseRule): RuleTrial {
  const after = moderate(article, { ...context, ruleset: joinOne(context.ruleset, rule) });
  const hits = after.findings
    .filter((finding) => finding.rule === rule.id)
    .slice(0, MOST_HITS)
    .map(({ start, end }) => ({ start, end }));
  return { rule: rule.id, hits, before, after: sideOf(after) };
}

function choose(matching: readonly PhraseRule[], turn: number | undefined): readonly PhraseRule[] {
  if (turn === undefined || matching.length === 0) return matching.slice(0, MOST_TRIALS);
  const at = turn % matching.length;
  return matching.slice(at, at + 1);
}

/**
 * What each of some phrase rules would do if it were in the ruleset: the article is moderated with it, and without, whenever the rule matches
 * anything of the article as received. Synchronous and pure. Throws `RulesetError` when a rule has the name of one in the ruleset.
 */
export function tryRules(article: Article, context: TrialContext, rules: readonly PhraseRule[]): RuleTrials {
  const { document, toOriginal } = parseArticle(article, context.ruleset, loadReaders, context.reading);
  const found = matchRules(document, rules, context.ruleset);
  const [first] = rules;
  const near = first && context.near ? findNear(document, first, found, context.near) : [];
  const misses = near.map((miss) => ({ ...miss, ...toOriginal(miss), text: document.text.slice(miss.start, miss.end) }));
  const matching = choose(
    rules.filter(({ id }) => found.some(({ rule }) => rule === id)),
    context.turn,
  );
  if (matching.length === 0) return { trials: [], near: misses };
  const before = context.before ?? sideOf(moderate(article, context));
  return { trials: matching.map((rule) => tryOne(article, context, before, rule)), near: misses };
}
