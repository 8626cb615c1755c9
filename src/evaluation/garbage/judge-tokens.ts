import { z } from 'zod';
import type { Finding } from '../../moderation/model/finding.ts';
import { readRecords } from '../data/read-records.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { judgeInsert } from '../judge-insert.ts';

export const TOKENS_FILE = 'garbage/tokens.jsonl';

const tokenSchema = z.object({ text: z.string().min(1), label: z.union([z.literal(0), z.literal(1)]), kind: z.string() });

/** A labelled token and what was found where it stood. */
export interface JudgedToken {
  readonly line: number;
  readonly text: string;
  /** The category the data gives. */
  readonly category: string;
  readonly isNoise: boolean;
  /** True when a garbage finding, removed or flagged, stands on it. */
  readonly isFound: boolean;
  /** The garbage finding, or what else takes the token out of the text. */
  readonly cause: Finding | undefined;
}

/** Judges each token as a line of its own between paragraphs of prose. Throws `DataError`. */
export function judgeTokens({ folder, ruleset, onProgress }: EvaluationContext): readonly JudgedToken[] {
  const records = readRecords(folder, TOKENS_FILE, tokenSchema);
  return records.map(({ line, record }, at) => {
    onProgress(at, records.length, TOKENS_FILE);
    const { cause } = judgeInsert(record.text, 'garbage_token', ruleset);
    const { text, kind: category, label } = record;
    return { line, text, category, isNoise: label === 1, isFound: cause?.kind === 'garbage_token', cause };
  });
}
