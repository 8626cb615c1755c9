import { z } from 'zod';

/** What `seed/gold.json` says about the article beside it. Spans are UTF-16 code units of `article.txt`. */
export const goldSchema = z.object({
  lines: z.array(z.object({ line: z.number(), start: z.number(), end: z.number(), label: z.string(), text: z.string() })),
  metadata: z.record(z.string(), z.string()),
  entities: z.array(z.object({ type: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) })),
  entities_never: z.array(z.string()),
  topics: z.object({ expected: z.array(z.string()), rule: z.string() }),
});

export type Gold = z.infer<typeof goldSchema>;
export type GoldLine = Gold['lines'][number];
