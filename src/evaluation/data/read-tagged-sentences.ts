import { z } from 'zod';
import { type PlacedRecord, readRecords } from './read-records.ts';

const sentenceSchema = z.object({
  doc: z.union([z.string(), z.number()]),
  text: z.string(),
  tags: z.array(z.string()),
  offs: z.array(z.tuple([z.number(), z.number()])),
});

/** A sentence with BIO tags; `offs` are the spans of its tokens in `text`. */
export type TaggedSentence = z.infer<typeof sentenceSchema>;

/** The sentences of `entities/<name>.jsonl.gz`. Throws `DataError`. */
export function readTaggedSentences(folder: string, name: string): readonly PlacedRecord<TaggedSentence>[] {
  return readRecords(folder, `entities/${name}.jsonl.gz`, sentenceSchema);
}
