import { FINDING_KINDS } from '../../../../moderation/model/finding.ts';
import { OUTCOMES } from '../../../../moderation/model/moderated-article.ts';
import { STAGES } from '../../../../moderation/model/watch.ts';
import type { Makers } from '../open-makers.ts';
import { ATTEMPT_RESULTS, FAILED, OK, WORK_SECONDS } from './attempt-results.ts';
import { countEach } from './count-each.ts';
import type { Counters } from './counters.ts';
import { nameCodes } from './name-codes.ts';
import { MOST_LEARNED, type RuleNames } from './name-rules.ts';

const STAGE_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const SCORES = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 100];
const NOT_STORED = 'not_stored';

/** What moderation makes of articles, and how long it takes. */
export function countResults({ counter, histogram }: Makers, { rule, rules }: RuleNames): Counters {
  const code = nameCodes();
  const cleaned = counter('articles_cleaned', 'Results of moderation.', { outcome: OUTCOMES });
  const score = histogram('score', 'Quality scores of results.', SCORES);
  const seconds = histogram('processing_seconds', 'From the start of an attempt until what came of it is stored.', WORK_SECONDS, {
    result: ATTEMPT_RESULTS,
  });
  const abandoned = counter('processing_abandoned', 'Attempts of which nothing was stored.', {
    code: ['overtaken', 'not_stored'],
  });
  const failed = counter('processing_failed', 'Attempts that failed.', ['code', 'final']);
  const dead = counter('articles_dead', 'Articles that could not be moderated.');
  const stage = histogram('stage_seconds', 'What each stage of moderation takes.', STAGE_SECONDS, { stage: STAGES });
  const found = counter('findings', 'Findings of the machine.', { kind: FINDING_KINDS });
  const removed = counter('spans_removed', 'Spans that the machine took out.', { kind: FINDING_KINDS });
  const hits = counter('rule_hits', `Findings by rule; of more than ${MOST_LEARNED} learned ones, those that came first.`, {
    rule: rules,
  });
  const gone = counter('rule_removed', 'Spans that the machine took out, by rule.', { rule: rules });
  return {
    'processing.failed': (fields) => {
      seconds({ result: FAILED }, fields.processing_seconds);
      failed({ code: code(fields.code), final: String(fields.final) });
      if (fields.final) dead();
    },
    'processing.abandoned': (fields) => {
      abandoned({ code: fields.code });
      if (fields.code !== NOT_STORED) return;
      seconds({ result: FAILED }, fields.processing_seconds);
      failed({ code: NOT_STORED, final: 'false' });
    },
    'article.cleaned': (fields) => {
      cleaned({ outcome: fields.outcome });
      score({}, fields.score);
      seconds({ result: OK }, fields.processing_seconds);
      for (const name of STAGES) stage({ stage: name }, fields[`${name}_seconds`]);
      countEach(found, 'kind', fields.kinds);
      countEach(removed, 'kind', fields.removed_kinds);
      for (const [name, count] of Object.entries(fields.rules ?? {})) hits({ rule: rule(name) }, count);
      for (const [name, count] of Object.entries(fields.removed_rules ?? {})) gone({ rule: rule(name) }, count);
    },
  };
}
