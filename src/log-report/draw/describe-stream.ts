import type { LogReport } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
import type { ReportSection } from './report-section.ts';
import { toTable } from './to-table.ts';

const { count, plural } = formatFigure;

/** Whether the stream is whole, and where articles stand at its end. */
export function describeStream({ stream, levels, over_time }: LogReport): ReportSection {
  const { gaps, unended, standing, one_in: oneIn } = stream;
  const sample = oneIn === 1 ? '' : ` Too many for all to be followed: this is of one in ${oneIn}, chosen by a hash.`;
  const sentences = [
    gaps.lines === 0
      ? `No number is missing in the chains of ${plural(stream.articles, 'article')}.${sample}`
      : `${plural(gaps.lines, 'line')} missing in the chains of ${count(gaps.articles)} of ${plural(stream.articles, 'article')}.${sample}`,
    ...(levels.rows.some((row) => row.name === 'info')
      ? []
      : ['No line has the level info: such a log leaves most lines out, and what is missing in it says nothing.']),
    ...(stream.begun_before > 0
      ? [
          `${plural(stream.begun_before, 'article')} began before this stream, or in a part of it that is not here; that is no gap.`,
        ]
      : []),
    ...(stream.backwards > 0
      ? [`${plural(stream.backwards, 'article')} started before they came, by the lines: the clocks of two processes differ.`]
      : []),
    ...(over_time.far > 0
      ? [`${plural(over_time.far, 'line')} so far from the others in time that no plot has them: was a clock wrong?`]
      : []),
    ...(stream.repeated > 0
      ? [`${plural(stream.repeated, 'line')} with a number that had been there: is a file read twice?`]
      : []),
    ...(unended.attempts > 0
      ? [
          `${plural(unended.attempts, 'attempt')} without a line that ends it; ${count(unended.last)} of them may still be under way.`,
        ]
      : []),
    ...(stream.not_followed > 0 ? [`${count(stream.not_followed)} numbers and attempts are too many to be followed.`] : []),
  ];
  const stands = Object.entries(standing).flatMap(([axis, rows]) => rows.map((row) => [axis, row.name, count(row.count)]));
  return {
    title: 'The stream',
    sentences,
    charts: [],
    tables: [toTable('Where articles stand', ['axis', 'state', '#articles'], stands)],
  };
}
