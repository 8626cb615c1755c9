import { z } from 'zod';
import { ENCODING_SOURCES, type TextEncoding } from '../moderation/model/text-encoding.ts';
import type { AssertSame } from './assert-same.ts';

const NAME = /^[a-z0-9][a-z0-9:_-]{0,39}$/;

/** How bytes became a text. */
export const textEncodingSchema = z.strictObject({
  name: z.string().regex(NAME).describe('Name in the Encoding Standard, in lower case.'),
  from: z.enum(ENCODING_SOURCES).describe('What it was told by; "detected" by the statistics of languages.'),
  confidence: z.number().min(0).max(1).describe('1 unless it was detected.'),
  replaced: z.int().min(0).describe('Places whose bytes are none of the encoding; U+FFFD stands there.'),
});

// Checked by the compiler: schema and type say the same.
true satisfies AssertSame<z.infer<typeof textEncodingSchema>, TextEncoding>;
