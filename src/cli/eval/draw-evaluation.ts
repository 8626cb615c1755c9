import { compareFigures } from '../../evaluation/compare-figures.ts';
import type { Evaluation } from '../../evaluation/evaluation.ts';
import type { EvaluationRecord } from '../../evaluation/evaluation-record.ts';
import { drawTable } from './draw-table.ts';
import { drawWrong } from './draw-wrong.ts';
import type { EvalOptions } from './eval-options.ts';

/** Columns that texts of wrong items are cut to. */
const TEXT_WIDTH = 110;

/** A finished evaluation and the earlier one it is compared with. */
export interface EvaluationRun {
  readonly evaluation: Evaluation;
  readonly record: EvaluationRecord;
  readonly earlier: EvaluationRecord | undefined;
}

function drawJson({ evaluation: { wrong }, record, earlier }: EvaluationRun, limit: number): string {
  const changes = earlier && compareFigures(record.tables, earlier.tables);
  const listed = limit > 0 ? { wrong: { total: wrong.length, items: wrong.slice(0, limit) } } : {};
  return `${JSON.stringify({ ...record, ...(changes ? { changes } : {}), ...listed }, null, 2)}\n`;
}

function drawText({ evaluation, record, earlier }: EvaluationRun, limit: number): string {
  const changes = earlier && compareFigures(record.tables, earlier.tables);
  const tables = evaluation.tables.map((table) => drawTable(table, changes?.[table.name]));
  return [...tables, ...(limit > 0 ? [drawWrong(evaluation.wrong, limit, TEXT_WIDTH)] : [])].join('\n');
}

/** What `copydesk eval` writes. */
export function drawEvaluation(run: EvaluationRun, { format, wrong }: Pick<EvalOptions, 'format' | 'wrong'>): string {
  return format === 'json' ? drawJson(run, wrong) : drawText(run, wrong);
}
