import type {
  Drift,
  FoundCounts,
  Judged,
  JudgedGroup,
  Listed,
  Pattern,
  PrecisionReport,
  TrackedGroup,
  Trend,
  WindowCounts,
} from '../../service/rules/precision/precision-report.ts';

/** A part of a report, for any form. */
export interface PrecisionTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many entries are left out. */
  readonly more: number;
  /** What stands there when there is no entry. */
  readonly none: string;
}

/** Windows that a line shows; all stand in the JSON. */
const SHOWN_WINDOWS = 4;

const COUNTS = ['removed', 'kept', 'restored', 'decisions', 'with restored', 'share', '95 %'];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const drawShare = ({ rate }: Judged): string => (rate === null ? '-' : percent(rate));

/** The interval of a share, such as `3.1 to 9.0 %`. */
const drawInterval = ({ low, high }: Judged): string => `${(100 * low).toFixed(1)} to ${percent(high)}`;

function drawCounts(judged: Judged): readonly string[] {
  const { removed, kept, restored, decisions, restoredIn } = judged;
  const numbers = [removed, kept, restored, decisions, restoredIn].map((count) => `${count}`);
  return [...numbers, drawShare(judged), drawInterval(judged)];
}

const nameSource = (source: string | null): string => (source === '' ? '(none stated)' : (source ?? 'everywhere'));

const drawWindow = ({ decisions, restoredIn }: WindowCounts): string => `${restoredIn}/${decisions}`;

const drawWindows = ({ windows }: TrackedGroup): string => windows.slice(-SHOWN_WINDOWS).map(drawWindow).join(' ');

/** As few digits as say something. */
const drawProbability = (value: number): string => (value < 0.001 ? value.toExponential(1) : value.toFixed(3));

const drawTest = (test: Trend | null): string => (test ? drawProbability(test.q) : '-');

const drawDrift = (drift: Drift | null): readonly string[] =>
  drift ? [drawWindow(drift.before), drawWindow(drift.last), drawTest(drift)] : ['-', '-', '-'];

/** A rule that finds nothing any more: it was retired, replaced, or is of other rules than those of now. */
const nameRule = ({ rule, isActive }: JudgedGroup): string => `${rule ?? ''}${isActive === false ? ' (no longer active)' : ''}`;

function listProposals({ entries, more }: PrecisionReport['proposals']): PrecisionTable {
  const rows = entries.map((entry) => {
    const { what, rule, source, threshold, low } = entry;
    const reason = `surely at least ${percent(low)}, from ${percent(threshold)} on`;
    return [
      what,
      rule,
      nameSource(source),
      `${entry.restoredIn}/${entry.decisions}`,
      drawShare(entry),
      drawInterval(entry),
      reason,
    ];
  });
  const columns = ['proposal', 'rule', 'source', 'with restored', 'share', '95 %', 'reason'];
  return { title: 'Proposals', columns, rows, more, none: 'No rule is to be retired or narrowed.' };
}

function listChanges({ entries, more }: PrecisionReport['changes'], compared: number): PrecisionTable {
  const rows = entries.map((group) => [
    group.rule === null ? 'source' : 'rule',
    group.rule ?? nameSource(group.source),
    ...[...drawDrift(group.drift), drawTest(group.trend), drawWindows(group)],
  ]);
  const columns = ['what', 'name', 'window before', 'last window', 'q', 'q of trend', 'last windows'];
  const title = `Changes of what people bring back, of ${compared} compared`;
  return { title, columns, rows, more, none: 'Nothing changed that these numbers show.' };
}

const drawFound = ({ found, articles }: FoundCounts): string => `${found}/${articles}`;

function drawPattern({ source, kind, before, last, windows, step, trend }: Pattern): readonly string[] {
  const shown = windows.slice(-SHOWN_WINDOWS).map(drawFound).join(' ');
  return [nameSource(source), kind ?? '(any)', drawFound(before), drawFound(last), drawTest(step), drawTest(trend), shown];
}

function listPatterns({ entries, more, compared, articles, isCut }: PrecisionReport['patterns']): PrecisionTable {
  const columns = ['source', 'kind', 'before', 'last window', 'q', 'q of trend', 'last windows'];
  const of = isCut ? `${articles} articles, the newest of each window` : `${articles} articles`;
  const title = `Sources that bring other things than before, of ${of}, ${compared} compared`;
  return { title, columns, rows: entries.map(drawPattern), more, none: 'Nothing changed that these numbers show.' };
}

function listTracked(
  title: string,
  { entries, more }: Listed<TrackedGroup>,
  nameOf: (group: TrackedGroup) => string,
): PrecisionTable {
  const rows = entries.map((group) => [nameOf(group), ...drawCounts(group), drawWindows(group)]);
  return { title, columns: ['name', ...COUNTS, 'last windows'], rows, more, none: 'none' };
}

function listPairs({ entries, more }: PrecisionReport['pairs']): PrecisionTable {
  const rows = entries.map((pair) => [nameRule(pair), nameSource(pair.source), ...drawCounts(pair)]);
  return { title: 'Rules on sources', columns: ['rule', 'source', ...COUNTS], rows, more, none: 'none' };
}

/** The first lines of a report. */
export function summarise({ tenant, from, until, windowDays, isCut, all }: PrecisionReport): readonly string[] {
  const rate = all.rate === null ? '' : `: ${drawShare(all)} (${drawInterval(all)})`;
  return [
    `Live precision of ${tenant}, ${from.slice(0, 10)} to ${until.slice(0, 10)}, in windows of ${windowDays} d`,
    `${all.decisions} accepted articles in which rules found something, ${all.restoredIn} of them with something brought back or called wrong${rate}`,
    ...(isCut ? ['There are older verdicts of that time, which were not read: the first windows are not whole.'] : []),
  ];
}

/** The tables of a report, in the order in which they are read. */
export function listTables(report: PrecisionReport): readonly PrecisionTable[] {
  return [
    listProposals(report.proposals),
    listChanges(report.changes, report.compared),
    listPatterns(report.patterns),
    listTracked('Rules', report.rules, nameRule),
    listTracked('Sources', report.sources, ({ source }) => nameSource(source)),
    listPairs(report.pairs),
  ];
}
