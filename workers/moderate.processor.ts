import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { type MessagePort, parentPort, threadId } from 'node:worker_threads';
import { workerData } from 'piscina';
import type { Amendment, EntityRecogniser, ModeratedArticle, ModerationContext, RuleProposals } from '../src/index.ts';
import type { PackedMatches } from '../src/service/fingerprints/packed-matches.ts';
import type { Moderation } from '../src/service/processing/moderation.ts';
import type { EntitiesFolder, ModerationModels } from '../src/service/processing/moderation-models.ts';
import type {
  Amending,
  Announced,
  ModerationTask,
  ProposalTask,
  ShadowTask,
  TaskMessage,
  ThreadNotice,
  TrialAnswer,
  TrialTask,
} from '../src/service/processing/thread-messages.ts';
import { toModeration } from '../src/service/processing/to-moderation.ts';
import type { RuleHit } from '../src/service/rules/work-rules.ts';
import { errorCode } from '../src/service/telemetry/error-code.ts';

// As in `src/cli/main.ts`: a thread that takes the place of a dead one is ready sooner.
enableCompileCache();
const { fingerprintArticle, loadRecogniser, openArticle, proposeRules } = await import('../src/index.ts');
const { packFingerprint } = await import('../src/service/fingerprints/packed-fingerprint.ts');
const { unpackMatches } = await import('../src/service/fingerprints/packed-matches.ts');
const { keepArticles } = await import('../src/service/processing/keep-articles.ts');
const { findHits, openBases } = await import('../src/service/processing/open-bases.ts');
const { Stopwatch } = await import('../src/service/processing/stopwatch.ts');

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

const bases = openBases(basis);
const kept = keepArticles();
const stopwatch = new Stopwatch();
tell({ thread: threadId });

function say(port: MessagePort, message: TaskMessage): void {
  port.postMessage(message);
}

/** Asks the process for what other articles share with this one. The answer is data of our own. */
async function askForMatches({ article, port, amending }: ModerationTask, own: ModerationContext): Promise<ModerationContext> {
  const { fingerprint, reading } = amending ? kept.read(article, own) : fingerprintArticle(article, own);
  const answer = once(port, 'message');
  const packed = packFingerprint(fingerprint);
  port.postMessage(packed satisfies TaskMessage, [packed.paragraphs.buffer]);
  const [matches] = (await answer) as [PackedMatches | null];
  if (matches === null) throw new Error('what other articles share could not be found');
  return { ...own, corpus: unpackMatches(matches), reading };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether machine's results came again, by their hash, the rules and the hash of the corpus: all else of this thread stays the same. */
const repeated = new Map<string, boolean>();
const MOST_REPEATED = 100;

type ModerateOne = (amendments: readonly Amendment[]) => Promise<ModeratedArticle>;

/**
 * A person amends an article again and again: what came again once does not have to be made each time. What was made while the recogniser failed
 * is not remembered: the next time it may not.
 */
async function isRepeated(
  moderateOne: ModerateOne,
  machine: string,
  { corpus, ruleset: rules }: ModerationContext,
  hasFailed: () => boolean,
): Promise<boolean> {
  const name = `${machine} ${rules.version} ${sha256(JSON.stringify(corpus ?? null))}`;
  const known = repeated.get(name) ?? sha256(JSON.stringify(await moderateOne([]))) === machine;
  repeated.delete(name);
  if (hasFailed()) return known;
  repeated.set(name, known);
  for (const oldest of repeated.keys()) if (repeated.size > MOST_REPEATED) repeated.delete(oldest);
  return known;
}

/** The result with amendments, which says whether the one without is still the one that people saw. */
async function amend(
  moderateOne: ModerateOne,
  { amendments, machine }: Amending,
  context: ModerationContext,
  hasFailed: () => boolean,
): Promise<ModeratedArticle> {
  const amends = { sha256: machine, isRepeated: await isRepeated(moderateOne, machine, context, hasFailed) };
  const amended = await moderateOne(amendments);
  return { ...amended, provenance: { ...amended.provenance, amends } };
}

/** Runs in a worker thread of `startModerationThreads`. */
export default async function moderateInThread(task: ModerationTask): Promise<Moderation> {
  const { article, port, asks, amending, rules } = task;
  say(port, 'began');
  let recogniserFault: string | undefined;
  const onRecogniserError = (error: unknown): void => {
    recogniserFault = errorCode(error);
  };
  const own = { ...bases.choose(rules).context, watch: stopwatch.watch };
  stopwatch.take();
  const context = asks ? await askForMatches(task, own) : own;
  port.close();
  const opened = amending ? kept.open(article, context) : openArticle(article, context);
  const moderateOne: ModerateOne = async (amendments) =>
    recogniser ? await opened.moderateWith(amendments, { recogniser, onRecogniserError }) : opened.moderate(amendments);
  const result = amending
    ? await amend(moderateOne, amending, context, () => recogniserFault !== undefined)
    : await moderateOne([]);
  const hits = rules && !amending ? findHits(result) : [];
  return {
    ...toModeration(result, context.ruleset.version, stopwatch.take()),
    ...(hits.length > 0 && { hits }),
    ...(recogniserFault !== undefined && { recogniserFault }),
  };
}

/** What waits in the line of the threads has not begun. */
function begin(port: MessagePort | undefined): void {
  if (!port) return;
  say(port, 'began');
  port.close();
}

/** Tries a rule on articles, in the same threads. */
export function tryRule({ port, ...task }: Announced<TrialTask>): TrialAnswer {
  begin(port);
  return bases.tryRule(task);
}

/** Tries rules in shadow, in the same threads. Another recogniser has found its names: then both sides are judged without it. */
export function tryShadow(task: ShadowTask): readonly RuleHit[] {
  return bases.tryShadow(recogniser ? { ...task, before: undefined } : task);
}

/** Finds rules for a span, in the same threads. */
export function propose({ article, span, port }: Announced<ProposalTask>): RuleProposals {
  begin(port);
  return proposeRules(article, span, ruleset);
}
