import { once } from 'node:events';
import { enableCompileCache } from 'node:module';
import type { MessagePort } from 'node:worker_threads';
import { workerData } from 'piscina';
import type { Article, CorpusMatches, ModerationContext } from '../src/index.ts';
import type { ModelFiles, Moderation, ModerationTask } from '../src/service/processing/moderation-threads.ts';
import { errorCode } from '../src/service/telemetry/error-code.ts';

// As in `src/cli/main.ts`: a thread that takes the place of a dead one is ready sooner.
enableCompileCache();
const { fingerprintArticle, loadRecogniser, loadRuleset, loadTaxonomy, moderate, moderateWith } = await import('../src/index.ts');

// Given by `startModerationThreads`; Piscina does not type it.
const settings = workerData as ModelFiles;
const ruleset = loadRuleset(settings.rulesFolder);
const recogniser = settings.entitiesFolder === undefined ? undefined : await loadRecogniser(settings.entitiesFolder);
const taxonomy = settings.topicsFile === undefined ? undefined : loadTaxonomy(settings.topicsFile, ruleset);
const basis: ModerationContext = { ruleset, ...(taxonomy && { taxonomy }) };

/** Asks the process for what other articles share with this one. The answer is data of our own. */
async function askForMatches(article: Article, port: MessagePort): Promise<ModerationContext> {
  const { fingerprint, reading } = fingerprintArticle(article, { ruleset });
  const answer = once(port, 'message');
  port.postMessage(fingerprint);
  const [corpus] = (await answer) as [CorpusMatches | null];
  port.close();
  if (corpus === null) throw new Error('what other articles share could not be found');
  return { ...basis, corpus, reading };
}

/** Runs in a worker thread of `startModerationThreads`. */
export default async function moderateInThread({ article, port }: ModerationTask): Promise<Moderation> {
  let recogniserFault: string | undefined;
  const onRecogniserError = (error: unknown): void => {
    recogniserFault = errorCode(error);
  };
  const context = port ? await askForMatches(article, port) : basis;
  const result = recogniser
    ? await moderateWith(article, { ...context, recogniser, onRecogniserError })
    : moderate(article, context);
  return {
    json: JSON.stringify(result),
    outcome: result.verdict.outcome,
    score: result.quality.score,
    ruleset: ruleset.version,
    findings: result.findings.length,
    reasons: result.verdict.reasons,
    ...(recogniserFault !== undefined && { recogniserFault }),
  };
}
