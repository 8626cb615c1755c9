import type { LogReport } from '../../schema/log-report-schema.ts';
import { formatFigure } from './format-figure.ts';
import type { ReportSection } from './report-section.ts';
import { describeRest, toTable } from './to-table.ts';

const { count, name, file: path, moment, plural } = formatFigure;

const FAULTS = {
  broken: 'no JSON',
  foreign: 'not of Copydesk',
  malformed: 'not as the log contract has it',
  too_long: 'over 1 MB',
} as const;

function describeAsked({ asked }: LogReport): readonly string[] {
  const parts = [
    asked.tenant === null ? [] : [`of the tenant ${name(asked.tenant)}`],
    asked.since === null ? [] : [`since ${moment(asked.since)}`],
    asked.until === null ? [] : [`before ${moment(asked.until)}`],
  ].flat();
  return parts.length === 0 ? [] : [`Asked for: lines ${parts.join(', ')}.`];
}

/** What was read, and which lines could not be counted. */
export function describeInput(report: LogReport): ReportSection {
  const { input, period, levels, versions, events } = report;
  const kinds = ['broken', 'foreign', 'malformed', 'too_long'] as const;
  const bad = kinds.filter((kind) => input[kind] > 0).map((kind) => [FAULTS[kind], count(input[kind])]);
  const unknown = input.unknown.rows.map((row) => [`event ${name(row.name)}, unknown to this version`, count(row.count)]);
  const left = input.left_out > 0 ? `, ${count(input.left_out)} of another time or tenant left out` : '';
  const places = input.places.map(({ what, file, line }) => [`${path(file)}:${line}`, FAULTS[what]]);
  const tables = [
    toTable(
      'Lines by level',
      ['level', '#lines'],
      levels.rows.map((row) => [row.name, count(row.count)]),
      describeRest(levels),
    ),
    toTable(
      'Lines by event',
      ['event', '#lines'],
      events.rows.map((row) => [row.name, count(row.count)]),
      describeRest(events),
    ),
    toTable(
      'Lines by version of Copydesk',
      ['version', '#lines'],
      versions.rows.map((row) => [name(row.name), count(row.count)]),
      describeRest(versions),
    ),
    toTable('Lines that are not counted', ['why', '#lines'], [...bad, ...unknown], describeRest(input.unknown)),
    toTable('The first of them', ['place', 'why'], places),
    toTable(
      'Files that could not be read, or not to their end',
      ['file', 'why'],
      input.faults.map((fault) => [path(fault.name), name(fault.message)]),
    ),
    toTable(
      'Files',
      ['file', '#lines', '#bytes'],
      input.files.map((file) => [path(file.name), count(file.lines), count(file.bytes)]),
    ),
  ];
  return {
    title: 'What was read',
    sentences: [
      period ? `From ${moment(period.from)} to ${moment(period.until)}.` : 'No line was counted.',
      `${plural(input.lines, 'line')} read, ${count(input.counted)} counted${left}.`,
      ...describeAsked(report),
    ],
    charts: [],
    tables,
  };
}
