import { evaluateAliases } from './aliases/evaluate-aliases.ts';
import { evaluateClean } from './clean/evaluate-clean.ts';
import { evaluateCrossArticle } from './cross-article/evaluate-cross-article.ts';
import { evaluateEncoding } from './encoding/evaluate-encoding.ts';
import { evaluateEntities } from './entities/evaluate-entities.ts';
import type { Evaluation } from './evaluation.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { evaluateGarbage } from './garbage/evaluate-garbage.ts';
import { evaluateHtml } from './html/evaluate-html.ts';
import { evaluateLines } from './lines/evaluate-lines.ts';
import { evaluateSeed } from './seed/evaluate-seed.ts';
import { evaluateSpam } from './spam/evaluate-spam.ts';
import { evaluateTopics } from './topics/evaluate-topics.ts';

/** Every set there is, by its name on the command line. All throw `DataError` for data that is missing or bad. */
export const evaluationSets: Readonly<Record<string, (context: EvaluationContext) => Evaluation | Promise<Evaluation>>> = {
  garbage: evaluateGarbage,
  spam: evaluateSpam,
  lines: evaluateLines,
  seed: evaluateSeed,
  clean: evaluateClean,
  entities: evaluateEntities,
  aliases: evaluateAliases,
  topics: evaluateTopics,
  html: evaluateHtml,
  encoding: evaluateEncoding,
  'cross-article': evaluateCrossArticle,
};

/** Sets that write their articles themselves: they need no folder of data. */
export const generatedSets: ReadonlySet<string> = new Set(['cross-article']);
