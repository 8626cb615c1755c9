import { cutText } from '../../moderation/report/cut-text.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import { alignColumns } from '../align-columns.ts';
import { toFaultRecord } from '../check/to-fault-record.ts';
import type { SubmitFormat } from './submit-options.ts';
import type { SubmitRow } from './submit-row.ts';
import { summariseRows } from './summarise-rows.ts';

const NAME_WIDTH = 60;
const REASONS_WIDTH = 60;
const HEAD = ['', 'SCORE', 'REV', 'ARTICLE', ''];

const show = (text: string, width: number): string => cutText(revealControls(text), width);

function toCells(row: SubmitRow): readonly string[] {
  if ('fault' in row) return ['failed', '', '', show(row.name, NAME_WIDTH), row.fault.code];
  const { externalId, revision, status, isNew, verdict } = row.sent;
  const note = verdict ? verdict.reasons.join(', ') : isNew ? '' : 'was in before';
  const cells = [show(externalId, NAME_WIDTH), show(note, REASONS_WIDTH)];
  return [verdict?.outcome ?? status, verdict ? verdict.score.toFixed(1).padStart(5) : '', `${revision}`, ...cells];
}

function toRecord(row: SubmitRow): unknown {
  if ('fault' in row) return { name: row.name, ...toFaultRecord(row.fault) };
  const { verdict, ...sent } = row.sent;
  return { ...sent, outcome: verdict?.outcome ?? null, score: verdict?.score ?? null, reasons: verdict?.reasons ?? [] };
}

/** What became of the articles, in the order of the input. */
export function drawSubmitted(rows: readonly SubmitRow[], format: SubmitFormat): string {
  if (format === 'json') return `${JSON.stringify(rows.map(toRecord), undefined, 2)}\n`;
  if (format === 'ndjson') return rows.map((row) => `${JSON.stringify(toRecord(row))}\n`).join('');
  const table = rows.length === 0 ? [] : alignColumns([HEAD, ...rows.map(toCells)]);
  return `${[...table, '', summariseRows(rows)].join('\n')}\n`;
}
