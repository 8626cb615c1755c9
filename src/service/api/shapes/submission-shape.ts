import { z } from 'zod';
import { articleSchema } from '../../../schema/article-schema.ts';
import { moderatedArticleSchema } from '../../../schema/moderated-article-schema.ts';
import { ARTICLE_STATUSES } from '../../store/article-status.ts';
import { named } from './api-registry.ts';
import { problemShape } from './problem-shape.ts';

/** Articles of one request. */
const MAX_BATCH = 100;

const batchShape = named(
  'Batch',
  'Several articles at once. Each has its own answer, in their order.',
  z.strictObject({ articles: z.array(articleSchema).min(1).max(MAX_BATCH) }),
);

/** What is submitted. A batch is checked article by article, so that one that does not fit keeps no other out. */
export const submissionShape = z.union([articleSchema, batchShape]);

export const batchOutlineShape = z.strictObject({ articles: z.array(z.unknown()).min(1).max(MAX_BATCH) });

const SUBMITTED = {
  id: z.string().describe('Ours: `art_…`. It stands in addresses, log lines and deliveries.'),
  revision: z.int().min(1).describe('Which content under this source and external id it is; counts from 1.'),
  externalId: z.string().describe('The `id` of the article as it was submitted.'),
  source: z.string().nullable(),
  status: z.enum(ARTICLE_STATUSES),
  url: z.string().describe('Where its state and result stand.'),
  isNew: z.boolean().describe('False when the very same article was accepted before: nothing has changed then.'),
} as const;

export const submittedShape = named('Submitted', 'An article that was taken in and cannot be lost.', z.strictObject(SUBMITTED));

export const finishedShape = named(
  'Finished',
  'An article that came to its outcome while the request waited.',
  z.strictObject({
    ...SUBMITTED,
    result: moderatedArticleSchema.nullable().describe('Null when it could not be moderated (`status` dead), or was superseded.'),
  }),
);

export const batchAnswerShape = named(
  'BatchAnswer',
  'What became of each article of a batch, in their order: what `Submitted` says, or a problem.',
  z.strictObject({ articles: z.array(z.union([submittedShape, problemShape])) }),
);
