import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MessagePort, parentPort, threadId } from 'node:worker_threads';
import { workerData } from 'piscina';
import type {
  Article,
  CorpusMatches,
  EntityRecogniser,
  ModeratedArticle,
  ModerationContext,
  RuleProposals,
  RuleTrial,
} from '../src/index.ts';
import type { PhraseRule } from '../src/moderation/model/ruleset.ts';
import type { EntitiesFolder, ModerationModels } from '../src/service/processing/moderation-models.ts';
import type { Moderation } from '../src/service/processing/moderation-threads.ts';
import type {
  ModerationTask,
  ProposalTask,
  TaskMessage,
  ThreadNotice,
  ThreadRules,
  TrialAnswer,
  TrialTask,
} from '../src/service/processing/thread-messages.ts';
import { toModeration } from '../src/service/processing/to-moderation.ts';
import type { LearnedRules, RuleHit } from '../src/service/rules/work-rules.ts';
import { errorCode } from '../src/service/telemetry/error-code.ts';

// As in `src/cli/main.ts`: a thread that takes the place of a dead one is ready sooner.
enableCompileCache();
const { fingerprintArticle, joinRules, loadLearnedRule, loadRecogniser, moderate, moderateWith, proposeRules, tryRules } =
  await import('../src/index.ts');

const AGAIN_MS = 2000;

function tell(notice: ThreadNotice): void {
  parentPort?.postMessage(notice);
}

/** The recogniser that the process tried at its start. While it cannot be had, or is another one, the thread takes no article. */
async function loadSameRecogniser({ path, name }: EntitiesFolder): Promise<EntityRecogniser> {
  for (;;) {
    try {
      const recogniser = await loadRecogniser(path);
      if (name === undefined || recogniser.name === name) return recogniser;
      tell({ fault: 'recogniser_changed' });
    } catch (error) {
      tell({ fault: errorCode(error) });
    }
    await sleep(AGAIN_MS);
  }
}

// Given by `startModerationThreads`; Piscina does not type it.
const { ruleset, taxonomy, entities } = workerData as ModerationModels;
const recogniser = entities && (await loadSameRecogniser(entities));
const basis: ModerationContext = { ruleset, ...(taxonomy && { taxonomy }) };

/** Rulesets of tenants that have learned something; each takes some megabytes when it is used. */
const MOST_KEPT = 8;

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

/** What a tenant's articles are moderated with. */
interface TenantBasis {
  readonly basis: ModerationContext;
  readonly shadow: readonly PhraseRule[];
}

const PLAIN: TenantBasis = { basis, shadow: [] };
const toBasis = (json: string, without?: string): TenantBasis => {
  // Written by the process from rules that load.
  const { active, shadow } = JSON.parse(json) as LearnedRules;
  const joined = active.filter(({ id }) => id !== without);
  return { basis: { ...basis, ruleset: joinRules(ruleset, joined) }, shadow };
};
const keptBases = keepLast<TenantBasis>();
// The same list for the same rule, so that it is compiled once.
const keptRules = keepLast<readonly PhraseRule[]>();
const ruleOf = (json: string): readonly PhraseRule[] =>
  keptRules(json, () => [loadLearnedRule(JSON.parse(json), ruleset, 'begun')]);

function chooseBasis(rules: ThreadRules | undefined, without?: string): TenantBasis {
  if (!rules) return PLAIN;
  return keptBases(`${rules.head} ${without ?? ''}`, () => toBasis(rules.json, without));
}
tell({ thread: threadId });

function say(port: MessagePort, message: TaskMessage): void {
  port.postMessage(message);
}

/** Asks the process for what other articles share with this one. The answer is data of our own. */
async function askForMatches(article: Article, port: MessagePort, own: ModerationContext): Promise<ModerationContext> {
  const { fingerprint, reading } = fingerprintArticle(article, own);
  const answer = once(port, 'message');
  say(port, fingerprint);
  const [corpus] = (await answer) as [CorpusMatches | null];
  if (corpus === null) throw new Error('what other articles share could not be found');
  return { ...own, corpus, reading };
}

function toHits({ rule, hits, before, after }: RuleTrial): readonly RuleHit[] {
  const flips = before.outcome !== after.outcome;
  return hits.map(({ start, end }) => ({ rule, start, end, state: 'shadow', flips }));
}

/** Where learned rules found something: those of the ruleset in the result, those in shadow in a result of their own. */
function findHits(article: Article, context: ModerationContext, result: ModeratedArticle, own: TenantBasis): readonly RuleHit[] {
  const active = result.findings
    .filter(({ rule }) => rule.startsWith('learned.'))
    .map(({ rule, start, end }) => ({ rule, start, end, state: 'active' as const, flips: false }));
  if (own.shadow.length === 0) return active;
  // Names found by another recogniser are no part of a verdict: both sides are judged alike.
  const { trials } = tryRules(article, recogniser ? context : { ...context, result }, own.shadow);
  return [...active, ...trials.flatMap(toHits)];
}

/** Runs in a worker thread of `startModerationThreads`. */
export default async function moderateInThread({ article, port, asks, rules }: ModerationTask): Promise<Moderation> {
  say(port, 'began');
  let recogniserFault: string | undefined;
  const onRecogniserError = (error: unknown): void => {
    recogniserFault = errorCode(error);
  };
  const own = chooseBasis(rules);
  const context = asks ? await askForMatches(article, port, own.basis) : own.basis;
  port.close();
  const result = recogniser
    ? await moderateWith(article, { ...context, recogniser, onRecogniserError })
    : moderate(article, context);
  const hits = rules ? findHits(article, context, result, own) : [];
  return {
    ...toModeration(result, context.ruleset.version),
    ...(hits.length > 0 && { hits }),
    ...(recogniserFault !== undefined && { recogniserFault }),
  };
}

/** Tries a rule on articles, in the same threads. One that is active is tried on what its tenant has without it. */
export function tryRule({ rule, articles, rules, near }: TrialTask): TrialAnswer {
  const tried = ruleOf(rule);
  const own = chooseBasis(rules, tried[0]?.id).basis;
  return articles.map((article) => tryRules(article, { ...own, near }, tried));
}

/** Finds rules for a span, in the same threads. */
export function propose({ article, span }: ProposalTask): RuleProposals {
  return proposeRules(article, span, ruleset);
}
