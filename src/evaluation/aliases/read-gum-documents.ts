import { z } from 'zod';
import { readRecords } from '../data/read-records.ts';
import { GUM_FILE } from '../gum/gum-file.ts';
import { markQuotes } from '../gum/mark-quotes.ts';
import type { GumDocument } from './gum-document.ts';
import { joinTokens } from './join-tokens.ts';

const mentionSchema = z.object({ start: z.int().min(0), end: z.int().min(1) });
const documentSchema = z.object({
  tokens: z.array(z.string()),
  clusters: z.array(z.object({ id: z.string(), type: z.string(), mentions: z.array(mentionSchema) })),
});

/** The documents of GUM with their mentions. Throws `DataError`. */
export function readGumDocuments(folder: string): readonly GumDocument[] {
  return readRecords(folder, GUM_FILE, documentSchema).map(({ line, record: { tokens: written, clusters } }) => {
    const tokens = markQuotes(written);
    return { line, tokens, clusters, ...joinTokens(tokens) };
  });
}
