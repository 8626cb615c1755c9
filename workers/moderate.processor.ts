import { enableCompileCache } from 'node:module';
import { workerData } from 'piscina';
import type { Article } from '../src/index.ts';
import type { ModelFiles, Moderation } from '../src/service/processing/moderation-threads.ts';
import { errorCode } from '../src/service/telemetry/error-code.ts';

// As in `src/cli/main.ts`: a thread that takes the place of a dead one is ready sooner.
enableCompileCache();
const { loadRecogniser, loadRuleset, loadTaxonomy, moderate, moderateWith } = await import('../src/index.ts');

// Given by `startModerationThreads`; Piscina does not type it.
const settings = workerData as ModelFiles;
const ruleset = loadRuleset(settings.rulesFolder);
const recogniser = settings.entitiesFolder === undefined ? undefined : await loadRecogniser(settings.entitiesFolder);
const taxonomy = settings.topicsFile === undefined ? undefined : loadTaxonomy(settings.topicsFile, ruleset);
const context = { ruleset, ...(taxonomy && { taxonomy }) };

/** Runs in a worker thread of `startModerationThreads`. */
export default async function moderateInThread(article: Article): Promise<Moderation> {
  let recogniserFault: string | undefined;
  const onRecogniserError = (error: unknown): void => {
    recogniserFault = errorCode(error);
  };
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
