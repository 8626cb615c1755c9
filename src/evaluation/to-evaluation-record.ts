import { ENGINE_VERSION } from '../moderation/model/engine.ts';
import type { Evaluation } from './evaluation.ts';
import { EVALUATION_SCHEMA, type EvaluationRecord, type FigureTables } from './evaluation-record.ts';

function toFigureTables({ tables }: Evaluation): FigureTables {
  return Object.fromEntries(
    tables.map(({ name, rows }) => [name, Object.fromEntries(rows.map((row) => [row.name, { ...row.figures }]))]),
  );
}

/** An evaluation as plain JSON: the same run gives the same bytes. `ruleset` is the ruleset's version. */
export function toEvaluationRecord(set: string, ruleset: string, evaluation: Evaluation): EvaluationRecord {
  const provenance = { engine: ENGINE_VERSION, ruleset };
  return { schema: EVALUATION_SCHEMA, set, provenance, tables: toFigureTables(evaluation) };
}
