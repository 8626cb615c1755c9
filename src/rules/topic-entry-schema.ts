import { z } from 'zod';

const code = z.string().regex(/^[^\s,]+$/u, 'a code without blanks and commas');
/** Terms in one text, separated by commas. */
const terms = z.string().min(1).optional();

/** The words of one concept. */
const topicWords = {
  code,
  /** Said of nothing else, and so enough beside words of other fields. */
  certain: terms,
  /** Enough by themselves in a short text. */
  strong: terms,
  terms,
  /** Say something beside others. */
  weak: terms,
  /** Phrases in which words mean something else. */
  not: terms,
};

/** A concept of a publisher's own taxonomy. */
export const taxonomyConceptSchema = z.strictObject({
  ...topicWords,
  label: z.string().min(1),
  /** Code of the direct parent. */
  broader: code.optional(),
});

/** The words of a concept that the taxonomy knows already. */
export const topicEntrySchema = z.strictObject(topicWords);

export type TopicEntry = z.infer<typeof topicEntrySchema>;
