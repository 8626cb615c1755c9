import { z } from 'zod';
import { storableText } from '../../shapes/storable-text.ts';

const score = z.number().min(0).max(100);

/** What the queue can be narrowed by; each that is given must hold. A saved view keeps the same fields. */
export const queueFilterShape = z.strictObject({
  state: z.enum(['desk', 'flagged', 'escalated', 'appealed', 'decided', 'all']).exactOptional(),
  source: storableText().max(300).exactOptional().describe('Exactly this source; empty for articles without one.'),
  kind: storableText().min(1).max(100).exactOptional().describe('Articles with a finding of this kind.'),
  rule: storableText().min(1).max(200).exactOptional().describe('Articles with a finding by this rule.'),
  minScore: score.exactOptional(),
  maxScore: score.exactOptional(),
  minAgeSeconds: z.int().min(0).max(3_153_600_000).exactOptional().describe('Flagged at least so long ago.'),
  assignee: storableText().min(1).max(100).exactOptional().describe('`me`, `none`, or the id of whoever has claimed it.'),
  q: storableText().min(1).max(500).exactOptional().describe('Words, as in GET /v1/articles.'),
});

export type QueueFilterShape = z.infer<typeof queueFilterShape>;
