import { z } from 'zod';
import { FINDING_ACTIONS, FINDING_KINDS } from '../moderation/model/finding.ts';
import { topicEntrySchema } from './topic-entry-schema.ts';

const name = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const dottedName = z.string().regex(/^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$/, 'a name such as garbage.min_length');
/** At most two decimals: the score is added in hundredths. */
const points = z.number().min(0).max(100).multipleOf(0.01);
const kind = z.enum(FINDING_KINDS);
/** Where a number comes from. */
const source = z.string().min(3);
const ruleName = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, 'a name such as source.byline');
const zones = z.array(z.enum(['header', 'body', 'tail'])).min(1);

const rule = z.strictObject({
  id: name,
  version: z.int().min(1).default(1),
  kind,
  message: z.string().min(3),
  confidence: z.number().min(0).max(1),
  phrases: z.array(z.string().min(1)).min(1),
  scope: z.enum(['block', 'sentence']).default('block'),
  action: z.enum(FINDING_ACTIONS).exclude(['repaired', 'moved']).default('removed'),
  where: z
    .strictObject({
      anchor: z.enum(['whole', 'start', 'end', 'anywhere']).default('anywhere'),
      minWords: z.int().min(0).default(0),
      maxWords: z.int().min(1).default(100_000),
      zones: zones.default(['header', 'body', 'tail']),
    })
    .prefault({}),
  points: points.optional(),
  examples: z.strictObject({ match: z.array(z.string().min(1)).min(1), allow: z.array(z.string().min(1)).min(1) }),
});

const threshold = z.strictObject({
  name: dottedName,
  /** Counts, shares and weights: one of so many thousands would only make articles slow. */
  value: z.number().min(-10_000).max(10_000),
  unit: z.string().min(1),
  /** How far the tests move it to see that something notices; without it the value decides (see `thresholdStep`). */
  step: z.number().positive().optional(),
  source,
});

const signal = z.strictObject({
  name: z.string().min(1),
  definition: z.string().min(3),
  unit: z.string().min(1),
  source,
  limit: z
    .strictObject({
      min: z.number().optional(),
      max: z.number().optional(),
      languages: z.array(z.string().length(2)).min(1).optional(),
    })
    .refine(({ min, max }) => min !== undefined || max !== undefined, 'a limit has a min, a max, or both')
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'min is no more than max')
    .optional(),
  phrases: z.array(z.string().min(1)).min(1).optional(),
});

/** One file of `rules/`: any of these parts, nothing else. `about` and `licence` are for people. */
export const ruleFileSchema = z.strictObject({
  about: z.string().min(3),
  licence: z.string().min(2),
  rules: z.array(rule).optional(),
  thresholds: z.array(threshold).optional(),
  lists: z.array(z.strictObject({ name: dottedName, source, words: z.array(z.string().min(1)).min(1) })).optional(),
  kinds: z.array(z.strictObject({ kind, points, cap: points, source })).optional(),
  groups: z.array(z.strictObject({ group: name, cap: points, kinds: z.array(kind).min(1), source })).optional(),
  rulePoints: z.array(z.strictObject({ rule: ruleName, points, source })).optional(),
  signals: z.array(signal).optional(),
  topics: z.array(topicEntrySchema).optional(),
  verdict: z.strictObject({ reviewBelow: points, rejectBelow: points, alwaysReview: z.array(kind), source }).optional(),
});

export type RuleFile = z.infer<typeof ruleFileSchema>;
export type RuleEntry = z.infer<typeof rule>;
export type SignalEntry = z.infer<typeof signal>;
export type ThresholdEntry = z.infer<typeof threshold>;
