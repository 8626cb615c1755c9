import { z } from 'zod';
import { chooseWindow } from '../../../rules/precision/choose-window.ts';
import { PRECISION_LIMITS } from '../../../rules/precision/precision-limits.ts';
import { named } from '../../shapes/api-registry.ts';
import { queryNumber } from '../../shapes/query-number.ts';

const MOST_DAYS = 3650;
const MOST_ENTRIES = 200;

export const precisionQueryShape = z
  .strictObject({
    days: queryNumber(z.int().min(1).max(MOST_DAYS)).default(30).describe('How far back to look.'),
    windowDays: queryNumber(z.int().min(1).max(MOST_DAYS))
      .optional()
      .describe(
        `Days of a window; a week when absent. At most \`days\`, and not so few that there are more than ${PRECISION_LIMITS.windows} windows.`,
      ),
    top: queryNumber(z.int().min(1).max(MOST_ENTRIES)).default(50).describe('Entries of each list.'),
  })
  .refine(({ days, windowDays }) => chooseWindow(days, windowDays) !== undefined, {
    error: `A window is at most as long as \`days\`, and there are at most ${PRECISION_LIMITS.windows} of them.`,
    path: ['windowDays'],
  });

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const time = z.iso.datetime().describe('UTC.');

const judged = {
  removed: count.describe('Spans that were taken out, repaired or moved, and left so.'),
  kept: count.describe('Spans that were only flagged, and left so.'),
  restored: count.describe('Spans that were brought back or called wrong.'),
  decisions: count.describe('Accepted articles in which something was found.'),
  restoredIn: count.describe('Those of them in which something was brought back or called wrong.'),
  rate: share.nullable().describe('`restoredIn` of `decisions`; null without a decision.'),
  low: share.describe('Of the interval of 95 % of the rate, after Wilson.'),
  high: share,
};
const group = {
  rule: z.string().nullable().describe('As findings name it; null when the entry is about a source.'),
  source: z
    .string()
    .nullable()
    .describe('As the publisher states it, empty when none was stated; null when the entry is about a rule.'),
};
const windowCounts = z.strictObject({ decisions: count, restoredIn: count });
const drift = z
  .strictObject({
    before: windowCounts,
    last: windowCounts,
    p: share.describe('Of the two-sided test of two proportions.'),
    q: share.describe('Adjusted for all that were compared, after Benjamini and Hochberg.'),
    isChange: z.boolean(),
  })
  .describe('The last window against the one before.');
const trend = z
  .strictObject({
    p: share.describe('Two-sided.'),
    q: share.describe('Adjusted for all tests of the list.'),
    isChange: z.boolean(),
  })
  .nullable();
const isActive = z
  .boolean()
  .nullable()
  .describe(
    'Whether the rule finds something now, in this version; null of a source. One that does not is neither compared nor proposed.',
  );
const tracked = {
  ...group,
  isActive,
  ...judged,
  windows: z.array(windowCounts).readonly().describe("One for each of the report's windows."),
};
const foundCounts = z.strictObject({ articles: count, found: count.describe('Articles in which something was found.') });
const { points, factor } = PRECISION_LIMITS.change;
const LEAST_CHANGE = `by ${100 * points} points or the factor ${factor}`;
const patternShape = z.strictObject({
  source: group.source.unwrap().describe('As the publisher states it; empty when none was stated.'),
  kind: z.string().nullable().describe('Of findings; null for findings of any kind.'),
  before: foundCounts.describe('All windows but the last.'),
  last: foundCounts,
  windows: z.array(foundCounts).readonly().describe("One for each of the report's windows."),
  step: trend.describe(
    `The last window against all before (two proportions); null when they cannot be compared. A change is sure and big: ${LEAST_CHANGE}.`,
  ),
  trend: trend.describe(
    'Over all windows (Cochran and Armitage); null with too few of them. A change is as big between the earlier and the later half of them.',
  ),
});
const trackedShape = z.strictObject({
  ...tracked,
  trend: trend.describe('Over all windows (Cochran and Armitage); null with too few windows or decisions.'),
  drift: drift.nullable().describe('The last window against the one before; null when they cannot be compared.'),
});
const proposalShape = z.strictObject({
  what: z.enum(['retire', 'narrow']).describe('`retire`: wrong more often than not; `narrow`: too often, or so on this source.'),
  ...judged,
  rule: z.string(),
  source: z.string().nullable().describe('Null when it is about the rule everywhere.'),
  threshold: share.describe('`low` is not below it.'),
});

const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.strictObject({ entries: z.array(entry).readonly(), more: count.describe('How many more there are.') });

export const precisionShape = named(
  'Precision',
  "What people's decisions say of rules and sources: ids and counts, nothing of an article.",
  z.strictObject({
    tenant: z.string(),
    from: time,
    until: time,
    windowDays: z.int().min(1),
    windows: z
      .array(z.strictObject({ from: time, until: time }))
      .readonly()
      .describe('The oldest first; that one may be shorter.'),
    isCut: z.boolean().describe(`Whether only the newest ${PRECISION_LIMITS.verdicts} verdicts of that time were read.`),
    all: z.strictObject(judged),
    compared: count.describe('Rules and sources of which windows were compared.'),
    proposals: listOf(proposalShape),
    changes: listOf(trackedShape).describe('Of which the last window is unlike the one before, or that go up or down over all.'),
    patterns: z
      .strictObject({
        compared: count.describe('Sources, and kinds on sources, of which windows were compared.'),
        articles: count.describe('Articles that were looked at.'),
        isCut: z
          .boolean()
          .describe(
            `Whether some window had more articles than were looked at: ${PRECISION_LIMITS.articles} of all, as many of each window, the newest.`,
          ),
        entries: z.array(patternShape).readonly(),
        more: count.describe('How many more there are.'),
      })
      .describe(
        'Sources in whose articles other things are found than before, whether anybody decided on them or not. A change of the ruleset shows here too, in many sources at once.',
      ),
    rules: listOf(trackedShape).describe('Those with the most decisions in which something was restored first.'),
    sources: listOf(trackedShape),
    pairs: listOf(z.strictObject({ ...group, isActive, ...judged })).describe('Rules on sources.'),
  }),
);
