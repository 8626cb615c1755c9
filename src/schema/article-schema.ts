import { z } from 'zod';
import type { Article } from '../moderation/model/article.ts';
import type { AssertSame } from './assert-same.ts';
import { textEncodingSchema } from './text-encoding-schema.ts';

/** UTF-16 code units of an article's body. */
const MAX_TEXT = 16_777_216;
// Names stand in indexes of the service's store, whose entries hold 2,704 bytes. A code unit takes at most three in UTF-8.
const MAX_ID = 200;
const MAX_SOURCE = 300;
const MAX_LINE = 2_000;
const MAX_URL = 2_048;
/** What an SQL integer holds. */
export const MAX_REVISION = 2_147_483_647;

const line = z.string().max(MAX_LINE);

/** An article as it is handed in. Unknown fields are refused; lengths are in UTF-16 code units. */
export const articleSchema = z.strictObject({
  id: z.string().min(1).max(MAX_ID).describe('Names the article; the result carries it.'),
  text: z
    .string()
    .max(MAX_TEXT)
    .describe('The body exactly as received; every offset in the result counts its UTF-16 code units.'),
  format: z.enum(['text', 'markdown', 'html']).exactOptional().describe('How the body is to be read; text when absent.'),
  encoding: textEncodingSchema.exactOptional().describe('How its bytes became the text; absent when there were none to decode.'),
  revision: z
    .int()
    .min(1)
    .max(MAX_REVISION)
    .exactOptional()
    .describe('Counts from 1; a changed body of the same article is the next revision.'),
  source: z.string().max(MAX_SOURCE).exactOptional().describe('The feed or system that sent the article.'),
  url: z.string().max(MAX_URL).exactOptional(),
  title: line.exactOptional(),
  byline: line.exactOptional(),
  site: line.exactOptional(),
  publishedAt: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })])
    .exactOptional()
    .describe('ISO 8601 date, or date-time with Z or an offset.'),
});

// Checked by the compiler: schema and type say the same.
true satisfies AssertSame<z.infer<typeof articleSchema>, Article>;
