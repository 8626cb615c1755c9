import {
  joinRules,
  loadLearnedRule,
  type ModeratedArticle,
  type ModerationContext,
  type RuleTrial,
  type TrialSide,
  tryRules,
} from '../../index.ts';
import type { PhraseRule } from '../../moderation/model/ruleset.ts';
import { readShared, type SharedText } from '../rules/share-text.ts';
import type { LearnedRules, RuleHit } from '../rules/work-rules.ts';
import type { ShadowTask, ThreadRules, TrialAnswer, TrialTask } from './thread-messages.ts';

/** What a tenant's articles are moderated with. */
export interface TenantBasis {
  readonly context: ModerationContext;
  /** Rules that are tried beside it. */
  readonly shadow: readonly PhraseRule[];
}

/** What a thread moderates with, tenant by tenant. */
export interface Bases {
  readonly choose: (rules: ThreadRules | undefined) => TenantBasis;
  /** Tries a rule on articles. One that is active is tried on what its tenant has without it. */
  readonly tryRule: (task: TrialTask) => TrialAnswer;
  /** Tries one of the rules in shadow that match an article: each has its turn. */
  readonly tryShadow: (task: Omit<ShadowTask, 'before'> & { readonly before: TrialSide | undefined }) => readonly RuleHit[];
}

/** Rulesets of tenants that have learned something; each takes about 8 MB of a thread when it is used, and a tenth of a second to be made. */
const MOST_KEPT = 24;
const FAMILY = 'learned.';

/** Remembers what was made last. */
function keepLast<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const made = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, made);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}

function toHits({ rule, hits, before, after }: RuleTrial): readonly RuleHit[] {
  const flips = before.outcome !== after.outcome;
  return hits.map(({ start, end }) => ({ rule, start, end, state: 'shadow', flips }));
}

/** The ruleset of each tenant is made when its rules are seen first, and kept: never anew for an article. */
export function openBases(context: ModerationContext): Bases {
  const { ruleset } = context;
  const kept = keepLast<TenantBasis>();
  // The same list for the same rule, so that it is compiled once.
  const tried = keepLast<readonly PhraseRule[]>();
  const make = (json: SharedText, without: string | undefined): TenantBasis => {
    // Written by the process from rules that load.
    const { active, shadow } = JSON.parse(readShared(json)) as LearnedRules;
    const rules = active.filter(({ id }) => id !== without);
    return { context: { ...context, ruleset: joinRules(ruleset, rules) }, shadow };
  };
  const choose = (rules: ThreadRules | undefined, without?: string): TenantBasis =>
    rules ? kept(`${rules.head} ${without ?? ''}`, () => make(rules.json, without)) : { context, shadow: [] };
  let turn = 0;
  return {
    choose: (rules) => choose(rules),
    tryRule: ({ rule, articles, rules, near }) => {
      const wanted = tried(rule, () => [loadLearnedRule(JSON.parse(rule), ruleset, 'checked')]);
      const own = choose(rules, wanted[0]?.id).context;
      return articles.map((article) => tryRules(article, { ...own, near }, wanted));
    },
    tryShadow: ({ article, rules, corpus, before }) => {
      const { context: own, shadow } = choose(rules);
      const beside = { ...own, ...(corpus && { corpus }), ...(before && { before }), turn: turn++ };
      return tryRules(article, beside, shadow).trials.flatMap(toHits);
    },
  };
}

/** Where learned rules of the ruleset found something. */
export function findHits({ findings }: Pick<ModeratedArticle, 'findings'>): readonly RuleHit[] {
  return findings
    .filter(({ rule }) => rule.startsWith(FAMILY))
    .map(({ rule, start, end }) => ({ rule, start, end, state: 'active', flips: false }));
}
