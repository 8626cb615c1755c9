import { z } from 'zod';
import { ARTICLE_STATUSES } from '../../store/article-status.ts';
import { named } from './api-registry.ts';
import { articleRowShape } from './article-shape.ts';
import { instant } from './instant.ts';
import { queryNumber } from './query-number.ts';

const score = queryNumber(z.number().min(0).max(100));

const MAX_PAGE = 200;

export const pageSizeShape = queryNumber(z.int().min(1).max(MAX_PAGE)).default(50).describe('Entries of a page.');

/** What a list can be asked for; every filter that is given must hold. */
export const listQueryShape = z.strictObject({
  status: z.enum(ARTICLE_STATUSES).optional(),
  source: z.string().max(300).optional().describe('Exactly this source; empty for articles without one.'),
  externalId: z.string().min(1).max(200).optional().describe('Exactly this `id`, as it was submitted.'),
  minScore: score.optional().describe('Of the newest result; articles without one are left out.'),
  maxScore: score.optional(),
  since: instant.optional().describe('Received at this time or later.'),
  until: instant.optional().describe('Received before this time.'),
  q: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe(
      'Words of id, source, title, byline and the beginning of the text: `word other`, `"a phrase"`, `this or that`, `-without`.',
    ),
  cursor: z.string().max(500).optional().describe('`next` of the page before, with the same filters.'),
  limit: pageSizeShape,
});

export type ListQuery = z.infer<typeof listQueryShape>;

export const articleListShape = named(
  'ArticleList',
  'A page of articles, every revision an entry, newest first.',
  z.strictObject({
    articles: z.array(articleRowShape),
    next: z.string().nullable().describe('The cursor of the next page; null on the last one.'),
  }),
);
