import { workerData } from 'piscina';
import { type Article, loadRecogniser, loadRuleset, moderate, moderateWith } from '../src/index.ts';
import type { Moderation } from '../src/service/processing/moderation-threads.ts';

// Given by `startModerationThreads`; Piscina does not type it.
const settings = workerData as { readonly rulesFolder: string | undefined; readonly entitiesFolder: string | undefined };
const ruleset = loadRuleset(settings.rulesFolder);
const recogniser = settings.entitiesFolder === undefined ? undefined : await loadRecogniser(settings.entitiesFolder);

/** Runs in a worker thread of `startModerationThreads`. */
export default async function moderateInThread(article: Article): Promise<Moderation> {
  const result = recogniser ? await moderateWith(article, { ruleset, recogniser }) : moderate(article, { ruleset });
  return {
    json: JSON.stringify(result),
    outcome: result.verdict.outcome,
    score: result.quality.score,
    ruleset: ruleset.version,
    findings: result.findings.length,
    reasons: result.verdict.reasons,
  };
}
