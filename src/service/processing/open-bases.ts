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
import { unpackMatches } from '../fingerprints/packed-matches.ts';
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

/**
 * What tenants have learned, compiled, takes up to fifty times the bytes of its JSON text, so that is what counts. A tenant with a few rules has
 * some kilobytes; one that has the most it may, 256 KB.
 */
const MOST_BYTES = 2_000_000;
const MOST_KEPT = 500;
const MOST_TRIED = 24;
const FAMILY = 'learned.';

interface Kept<T> {
  readonly made: T;
  readonly bytes: number;
}

/** Remembers what was made last, of so many texts with so many bytes in all; always the last one. */
function keepLast<T>(most: number, mostBytes: number): (key: string, bytes: number, make: () => T) => T {
  const kept = new Map<string, Kept<T>>();
  let sum = 0;
  return (key, bytes, make) => {
    const known = kept.get(key);
    const one = known ?? { made: make(), bytes };
    kept.delete(key);
    kept.set(key, one);
    if (!known) sum += bytes;
    for (const [oldest, old] of kept) {
      if ((kept.size <= most && sum <= mostBytes) || kept.size === 1) break;
      kept.delete(oldest);
      sum -= old.bytes;
    }
    return one.made;
  };
}

function toHits({ rule, hits, before, after }: RuleTrial): readonly RuleHit[] {
  const flips = before.outcome !== after.outcome;
  return hits.map(({ start, end }) => ({ rule, start, end, state: 'shadow', flips }));
}

/** The ruleset of each tenant is made when its rules are seen first, and kept: never anew for an article. */
export function openBases(context: ModerationContext): Bases {
  const { ruleset } = context;
  const kept = keepLast<TenantBasis>(MOST_KEPT, MOST_BYTES);
  // The same list for the same rule, so that it is compiled once.
  const tried = keepLast<readonly PhraseRule[]>(MOST_TRIED, MOST_BYTES);
  const make = (json: SharedText, without: string | undefined): TenantBasis => {
    // Written by the process from rules that load.
    const { active, shadow } = JSON.parse(readShared(json)) as LearnedRules;
    const rules = active.filter(({ id }) => id !== without);
    return { context: { ...context, ruleset: joinRules(ruleset, rules) }, shadow };
  };
  const choose = (rules: ThreadRules | undefined, without?: string): TenantBasis =>
    rules
      ? kept(`${rules.head} ${without ?? ''}`, rules.json.byteLength, () => make(rules.json, without))
      : { context, shadow: [] };
  let turn = 0;
  return {
    choose: (rules) => choose(rules),
    tryRule: ({ rule, articles, rules, near }) => {
      const wanted = tried(rule, rule.length, () => [loadLearnedRule(JSON.parse(rule), ruleset, 'checked')]);
      const own = choose(rules, wanted[0]?.id).context;
      return articles.map((article) => tryRules(article, { ...own, near }, wanted));
    },
    tryShadow: ({ article, rules, corpus, before }) => {
      const { context: own, shadow } = choose(rules);
      const beside = { ...own, ...(corpus && { corpus: unpackMatches(corpus) }), ...(before && { before }), turn: turn++ };
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
