import { z } from 'zod';
import { FINDING_KINDS } from '../../../src/moderation/model/finding.ts';
import { OUTCOMES } from '../../../src/moderation/model/moderated-article.ts';
import { SIGNAL_NAMES } from '../../../src/moderation/model/signal.ts';
import { topicEntrySchema } from '../../../src/rules/topic-entry-schema.ts';

const names = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const found = z.array(z.string().regex(/^[a-z-]+\.[a-z-]+ (?:removed|flagged|moved|repaired)(?: x \d+)?$/));
const words = z.int().min(1);

/** A file of cases; `mutation.test.ts` says what each part means. */
export const boundarySchema = z.strictObject({
  about: z.string(),
  /** Detectors on a text that stands on the limit. `found` in order of place: "duplicate.exact removed", or "x 3" behind it. */
  texts: z
    .array(
      z.strictObject({
        pins: names,
        shows: z.string().min(10),
        title: z.string().optional(),
        /** How sure a detected encoding is. */
        detected: z.number().optional(),
        /** Other articles of the same source, one after the other. */
        others: z.array(z.string().min(1)).default([]),
        text: z.string().min(1),
        found,
      }),
    )
    .default([]),
  /** The same for one line or more between two paragraphs of plain words, where that is all there is to it. */
  lines: z.array(z.strictObject({ pins: names, line: z.string().min(1), found })).default([]),
  /** Pages: the parts that the reader leaves out, in order of place, with the number of their blocks: "links", "card x 2". */
  pages: z
    .array(
      z.strictObject({
        pins: names,
        shows: z.string().min(10),
        html: z.string().min(1),
        leftOut: z.array(z.string().regex(/^[a-z-]+(?: x \d+)?$/)),
      }),
    )
    .default([]),
  /** Phrase rules on a text that is filled up with plain words to the limit, and one word beyond it. */
  limits: z
    .array(z.strictObject({ rule: z.string(), minWords: words.optional(), maxWords: words.optional(), text: z.string().min(1) }))
    .default([]),
  /**
   * Topics of a text whose blocks are divided by blank lines, "# " before a heading: label and score, and how many
   * words are shown where they are more than five. `words` are those that
   * concepts of Media Topics have in this case; without them names and definitions speak alone.
   */
  topics: z
    .array(
      z.strictObject({
        pins: names,
        shows: z.string().min(10),
        words: z.array(topicEntrySchema).default([]),
        title: z.string().optional(),
        text: z.string().min(1),
        found: z.array(z.string().regex(/^.+ \.\d{3}(?: of \d+ words)?$/)),
      }),
    )
    .default([]),
  /** Keyphrases of such a text: phrase and score, the best with 1. `names` stand in it. */
  keyphrases: z
    .array(
      z.strictObject({
        pins: names,
        shows: z.string().min(10),
        names: z.array(z.string()).default([]),
        title: z.string().optional(),
        text: z.string().min(1),
        found: z.array(z.string().regex(/^.+ (?:\.\d{3}|1)$/)),
      }),
    )
    .default([]),
  /** What one finding of a kind takes, and what very many of them take. */
  kinds: z.array(z.strictObject({ kind: z.enum(FINDING_KINDS), one: z.number(), many: z.number() })).default([]),
  /** What very many findings of all the kinds of a group take. */
  groups: z.array(z.strictObject({ group: z.string(), many: z.number() })).default([]),
  /** What one finding of a rule with a price of its own takes. */
  prices: z.array(z.strictObject({ rule: z.string(), kind: z.enum(FINDING_KINDS), one: z.number() })).default([]),
  /** What becomes of an article with a score. */
  verdicts: z.array(z.strictObject({ pins: names, score: z.number(), outcome: z.enum(OUTCOMES) })).default([]),
  /** What a signal may be at most and at least; a little more or less is beyond its limit. */
  signals: z
    .array(z.strictObject({ signal: z.enum(SIGNAL_NAMES), min: z.number().optional(), max: z.number().optional() }))
    .default([]),
  /** A step that can change nothing anybody sees, with the reason. */
  unseen: z.array(z.strictObject({ pins: z.string(), step: z.enum(['up', 'down']), because: z.string().min(20) })).default([]),
});

export type Boundaries = z.infer<typeof boundarySchema>;
