import { z } from 'zod';

export const EVALUATION_SCHEMA = 'copydesk.evaluation/1';

const figuresSchema = z.record(z.string(), z.number().nullable());

/** Figures by table, row and name. */
const tablesSchema = z.record(z.string(), z.record(z.string(), figuresSchema));
export type FigureTables = z.infer<typeof tablesSchema>;

/** An evaluation as JSON, as far as it is read back for a comparison. */
export const evaluationRecordSchema = z.object({
  schema: z.literal(EVALUATION_SCHEMA),
  set: z.string(),
  provenance: z.object({ engine: z.string(), ruleset: z.string() }),
  tables: tablesSchema,
});

export type EvaluationRecord = z.infer<typeof evaluationRecordSchema>;
