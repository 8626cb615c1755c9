import type { LogReport } from '../../schema/log-report-schema.ts';
import { describeArticles, describeFindings, describeSources } from './describe-articles.ts';
import { describeDeliveries } from './describe-deliveries.ts';
import { describeInput } from './describe-input.ts';
import { describeProcessing } from './describe-processing.ts';
import { describeReview } from './describe-review.ts';
import { describeServices } from './describe-services.ts';
import { describeStream } from './describe-stream.ts';
import type { ReportSection } from './report-section.ts';

const PARTS = [
  describeArticles,
  describeFindings,
  describeProcessing,
  describeSources,
  describeReview,
  describeDeliveries,
  describeServices,
  describeStream,
];

const isFilled = ({ tables }: ReportSection): ReportSection['tables'] => tables.filter(({ rows }) => rows.length > 0);

/**
 * A report as sections of sentences, plots and tables, for every format that a person reads: first what was read, last the tables
 * of that. What is empty is left out.
 */
export function describeReport(report: LogReport): readonly ReportSection[] {
  const { title, sentences, tables } = describeInput(report);
  const parts = report.period ? PARTS.map((describe) => describe(report)) : [];
  return [{ title, sentences, charts: [], tables: [] }, ...parts, { title: 'Lines and files', sentences: [], charts: [], tables }]
    .map((section) => ({ ...section, tables: isFilled(section) }))
    .filter((section) => section.sentences.length + section.charts.length + section.tables.length > 0);
}
