import { FINDING_KINDS } from '../../../../moderation/model/finding.ts';
import { OUTCOMES } from '../../../../moderation/model/moderated-article.ts';
import { LOG_EVENTS, type LogFields } from '../../../../schema/log-events.ts';
import type { Makers } from '../open-makers.ts';
import { countEach } from './count-each.ts';
import type { Counters } from './counters.ts';
import type { RuleNames } from './name-rules.ts';

/** People: from a glance to a long read. */
const DECISION_SECONDS = [1, 2, 5, 10, 20, 40, 60, 120, 300, 600, 1800];
const KEYS = [1, 2, 3, 5, 8, 13, 21, 50, 100];

// Words that there are, for labels that have these and no others.
const FLAGS = ['true', 'false'];
const DECISIONS = LOG_EVENTS['review.decided'].shape.decision.options;

/** What people do at the desk. */
export function countReview({ counter, histogram }: Makers, { rule, rules }: RuleNames): Counters {
  const flagged = counter('articles_flagged', 'Articles that came to the desk.', { outcome: OUTCOMES });
  const decided = counter('decisions', 'Decisions of people.', { decision: DECISIONS, on: ['review', 'appeal'] });
  const seconds = histogram('decision_seconds', 'From the claim to the decision.', DECISION_SECONDS);
  const keys = histogram('decision_keys', 'Keys and clicks that a decision took.', KEYS);
  const undone = counter('decisions_undone', 'Decisions that were taken back.', { told: FLAGS });
  const expired = counter('claims_expired', 'Claims of people who went away.');
  const escalated = counter('escalations', 'Articles that take a lead.');
  const appeals = counter('appeals_opened', 'Appeals of publishers.');
  const answered = counter('appeals_decided', 'Appeals that were decided.', { upheld: FLAGS });
  const checks = counter('checks', 'Second looks by somebody who did not know of the decision.', { agrees: FLAGS });
  const what = 'that people brought back or called wrong in what they accepted';
  const restored = counter('spans_restored', `Findings ${what}.`, { kind: FINDING_KINDS });
  const taken = counter('rule_restored', `Findings ${what}, by rule.`, { rule: rules });
  const gone = 'Of those restored: they count no more, as the decision was undone or changed on an appeal';
  const unrestored = counter('restores_withdrawn', `${gone}.`, { kind: FINDING_KINDS });
  const given = counter('rule_restores_withdrawn', `${gone}; by rule.`, { rule: rules });
  const countRestores = (fields: LogFields<'review.decided' | 'appeal.decided' | 'decision.undone'>) => {
    countEach(restored, 'kind', fields.restored_kinds);
    countEach(unrestored, 'kind', fields.unrestored_kinds);
    for (const [name, count] of Object.entries(fields.restored_rules ?? {})) {
      taken({ rule: rule(name) }, count);
      // From 0 on, so that the first that is withdrawn is an increase.
      given({ rule: rule(name) }, 0);
    }
    for (const [name, count] of Object.entries(fields.unrestored_rules ?? {})) given({ rule: rule(name) }, count);
  };
  const missed = counter('spans_missed', 'Spans that people took out because the machine had left them.');
  return {
    'article.flagged': ({ outcome }) => flagged({ outcome }),
    'review.decided': (fields) => {
      decided({ decision: fields.decision, on: 'review' });
      seconds({}, fields.review_seconds);
      keys({}, fields.keys);
      countRestores(fields);
    },
    'appeal.decided': (fields) => {
      decided({ decision: fields.decision, on: 'appeal' });
      answered({ upheld: String(fields.upheld) });
      countRestores(fields);
    },
    'decision.undone': (fields) => {
      undone({ told: String(fields.told) });
      countRestores(fields);
    },
    'review.lease_expired': () => expired(),
    'review.escalated': () => escalated(),
    'appeal.opened': () => appeals(),
    'review.checked': ({ agrees }) => checks({ agrees: String(agrees) }),
    'span.removed': () => missed(),
  };
}
