import { z } from 'zod';

/** A rule that people learned from a span, as it is stored. Unknown fields are refused. */
export const learnedRuleSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, 'lower-case words joined by hyphens')
    .max(60),
  version: z.int().min(1),
  /** Kinds that people can name by looking at a span; the others are measured. */
  kind: z.enum(['spam_insert', 'boilerplate', 'leftover', 'personal_data', 'profanity']),
  /** A phrase has no placeholder. */
  form: z.enum(['phrase', 'pattern']),
  text: z.string().min(1).max(400),
  scope: z.enum(['block', 'sentence']),
  anchor: z.enum(['whole', 'anywhere']),
  /** Words of the block; a longer one is left alone. */
  maxWords: z.int().min(1).max(100_000),
  message: z.string().min(3).max(200),
  examples: z.strictObject({
    match: z.array(z.string().min(1).max(2000)).max(20),
    allow: z.array(z.string().min(1).max(2000)).max(20),
  }),
});

export type LearnedRule = z.infer<typeof learnedRuleSchema>;
