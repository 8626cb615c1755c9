import { workerData } from 'piscina';
import { type Article, loadRuleset, loadTaxonomy, moderate } from '../src/index.ts';
import type { Moderation } from '../src/service/processing/moderation-threads.ts';

// Given by `startModerationThreads`; Piscina does not type it.
const settings = workerData as { readonly rulesFolder: string | undefined; readonly topicsFile: string | undefined };
const ruleset = loadRuleset(settings.rulesFolder);
const taxonomy = settings.topicsFile === undefined ? undefined : loadTaxonomy(settings.topicsFile);
const context = { ruleset, ...(taxonomy && { taxonomy }) };

/** Runs in a worker thread of `startModerationThreads`. */
export default function moderateInThread(article: Article): Moderation {
  const result = moderate(article, context);
  return {
    json: JSON.stringify(result),
    outcome: result.verdict.outcome,
    score: result.quality.score,
    ruleset: ruleset.version,
    findings: result.findings.length,
    reasons: result.verdict.reasons,
  };
}
