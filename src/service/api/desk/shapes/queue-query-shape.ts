import { z } from 'zod';
import { EDITOR_KINDS, FINDING_KINDS } from '../../../../moderation/model/finding.ts';
import { QUEUE_STATES } from '../../../review/queue/queue-filter.ts';
import { queryNumber } from '../../shapes/query-number.ts';
import { storableText } from '../../shapes/storable-text.ts';

const score = queryNumber(z.number().min(0).max(100));

/** What a queue, a saved view or a bulk decision can be asked for; every filter that is given must hold. */
export const QUEUE_FILTERS = {
  source: storableText().max(300).optional().describe('Exactly this source; empty for articles without one.'),
  kind: z
    .enum([...FINDING_KINDS, ...EDITOR_KINDS])
    .optional()
    .describe('With a finding of this kind.'),
  rule: storableText().min(1).max(200).optional().describe('With a finding of this rule, `family.name@version`.'),
  minScore: score.optional().describe('Of the newest result; articles without one are left out.'),
  maxScore: score.optional(),
  minAgeSeconds: queryNumber(z.int().min(0).max(1_000_000_000)).optional().describe('On the desk for at least so long.'),
  assignee: storableText().min(1).max(100).optional().describe('`me`, `none`, or the id of whoever has it now.'),
  q: storableText().min(1).max(500).optional().describe('Words, as GET /v1/articles takes them.'),
} as const;

export const queueStateShape = z.enum(QUEUE_STATES).describe('`desk`: whatever waits for a person.');

/** A saved view stands for the filters that are not given. */
export const viewShape = storableText()
  .min(1)
  .max(100)
  .optional()
  .describe('A saved view: its filters, where none is given here.');

const MAX_PAGE = 200;

export const queueQueryShape = z.strictObject({
  state: queueStateShape.optional().describe('`desk`, whatever waits for a person, when absent.'),
  ...QUEUE_FILTERS,
  view: viewShape,
  facets: z.stringbool().default(false).describe('Whether to count by source, kind and rule.'),
  cursor: z.string().max(500).optional().describe('`next` of the page before, with the same filters.'),
  limit: queryNumber(z.int().min(1).max(MAX_PAGE)).default(50).describe('Entries of a page.'),
});

export const nextQueryShape = z.strictObject({
  state: queueStateShape.optional().describe('`desk` when absent.'),
  ...QUEUE_FILTERS,
  view: viewShape,
});
