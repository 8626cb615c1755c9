import { roundUpSeconds } from '../../src/log-report/draw/round-up-seconds.ts';
import { svgChart } from '../../src/log-report/draw/svg-chart.ts';
import { svgLines } from '../../src/log-report/draw/svg-lines.ts';
import { escapeHtml } from '../../src/moderation/report/escape-html.ts';
import type { PanelFigures, PanelSeries } from './ask-panel.ts';
import type { TimeRange } from './choose-range.ts';
import { formatValue } from './format-value.ts';
import { labelTimes } from './label-times.ts';

/** CSS pixels; the page scales a plot to its panel. */
const PLOT = { width: 440, height: 190, labels: 5 };
const SPARK = { width: 220, height: 34 };
/** There are as many looks of lines. */
const MOST_LINES = 8;

interface Look extends PanelSeries {
  readonly look: string;
  readonly most: number;
  readonly last: number | null;
}

const known = (values: PanelSeries['values']): readonly number[] => values.filter((value) => value !== null);
const mostOf = ({ values }: PanelSeries): number => Math.max(0, ...known(values));

function drawSwatch(look: string): string {
  return `<svg viewBox="0 0 28 10" aria-hidden="true"><path class="line ${look}" d="M0 5H28"/></svg>`;
}

function drawKey(lines: readonly Look[], { panel }: PanelFigures): string {
  const format = (value: number | null): string => (value === null ? '–' : escapeHtml(formatValue(value, panel.unit)));
  const rows = lines.map(
    ({ name, look, most, last }) =>
      `<tr><td>${drawSwatch(look)}${escapeHtml(name)}</td><td class="number">${format(most)}</td><td class="number">${format(last)}</td></tr>`,
  );
  const head =
    '<tr><th scope="col">line</th><th scope="col" class="number">most</th><th scope="col" class="number">last</th></tr>';
  return `<table class="key"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
}

/** What there is no line of, in sentences. */
function drawRest(lines: readonly Look[], { panel, series }: PanelFigures): string {
  const hidden = series.filter(({ name }) => !lines.some((line) => line.name === name));
  const zeros = hidden.filter((one) => known(one.values).length > 0 && mostOf(one) === 0).map(({ name }) => name);
  const small = hidden.filter((one) => mostOf(one) > 0).map(({ name }) => name);
  const unknown = hidden.filter((one) => known(one.values).length === 0).map(({ name }) => name);
  const sentences = [
    ...(small.length > 0 ? [`Less than these: ${small.join(', ')}.`] : []),
    ...(zeros.length > 0 ? [`0 all the time: ${zeros.join(', ')}.`] : []),
    ...(unknown.length > 0 && lines.length > 0 ? [`No value in this time: ${unknown.join(', ')}.`] : []),
    ...(panel.queries.length > 1 && series.length > 0 && panel.whenNone !== undefined && series.length < panel.queries.length
      ? [panel.whenNone]
      : []),
  ];
  return sentences.map((sentence) => `<p class="zero">${escapeHtml(sentence)}</p>`).join('');
}

/** The largest, in the order in which the queries gave them. */
function chooseLines(series: readonly PanelSeries[]): readonly Look[] {
  const shown = [...series.filter((one) => mostOf(one) > 0)].sort((a, b) => mostOf(b) - mostOf(a)).slice(0, MOST_LINES);
  return series
    .filter((one) => shown.includes(one))
    .map((one, at) => ({ ...one, look: `look-${at + 1}`, most: mostOf(one), last: one.values.at(-1) ?? null }));
}

/** Why there is no line. */
function sayNone({ panel, series }: PanelFigures): string {
  if (series.some(({ values }) => known(values).length > 0)) return 'Nothing in this time.';
  if (panel.whenNone !== undefined) return panel.whenNone;
  return series.length === 0 ? 'No series: no such event so far.' : 'No such event in this time, so there is no figure.';
}

function drawLines(figures: PanelFigures, range: TimeRange, id: string): string {
  const { panel, series } = figures;
  const lines = chooseLines(series);
  if (lines.length === 0) return `<p class="none">${escapeHtml(sayNone(figures))}</p>${drawRest(lines, figures)}`;
  const { labels, marks } = labelTimes(range, PLOT.labels);
  const format = (value: number): string => formatValue(value, panel.unit);
  const description = `${panel.says} Lines: ${lines.map(({ name, most }) => `${name}, at most ${format(most)}`).join('; ')}.`;
  const drawn = lines.map(({ name, values, look: tone }) => ({ name, values, tone }));
  const roundUp = panel.unit === 's' ? roundUpSeconds : undefined;
  const chart = { kind: 'lines', title: panel.title, description, labels, marks, series: drawn, format, roundUp } as const;
  return `${svgChart(chart, id, PLOT.width, PLOT.height)}${drawKey(lines, figures)}${drawRest(lines, figures)}`;
}

function drawSpark(figures: PanelFigures, values: PanelSeries['values'], most: number): string {
  const { width, height } = SPARK;
  const { title, says, unit } = figures.panel;
  const frame = { left: 0, right: width, top: 3, bottom: height - 2, most: Math.max(most, Number.MIN_VALUE) };
  const series = [{ name: title, tone: 'look-1', values }];
  const plot = { kind: 'lines', title, description: says, labels: values.map(() => ''), series, format: String } as const;
  const axis = `<line x1="0" x2="${width}" y1="${height - 2}" y2="${height - 2}" class="grid"/>`;
  const drawn = most > 0 ? svgLines(plot, frame) : '';
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(`${title} over this time, at most ${formatValue(most, unit)}`)}">${axis}${drawn}</svg>`;
}

/** The last value, with what it was before. */
function drawStat(figures: PanelFigures): string {
  const { panel, series } = figures;
  const values = series[0]?.values ?? [];
  const all = known(values);
  if (all.length === 0) return `<p class="none">${escapeHtml(sayNone(figures))}</p>`;
  const format = (value: number): string => panel.words?.[`${value}`] ?? formatValue(value, panel.unit);
  const last = values.at(-1) ?? null;
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const span = least === most ? 'all the time' : `between ${format(least)} and ${format(most)}`;
  const sinceKnown = values.length - values.findIndex((value) => value !== null);
  const gap = all.length < sinceKnown ? ', not always known' : '';
  return `<p class="value">${escapeHtml(last === null ? 'not known' : format(last))}</p>${drawSpark(figures, values, most)}<p class="zero">${escapeHtml(span + gap)}</p>`;
}

/** A panel as HTML; `id` stands nowhere else in the page. */
export function drawPanel(figures: PanelFigures, range: TimeRange, id: string): string {
  const { panel } = figures;
  const says = `<p class="says">${escapeHtml(panel.says)}</p>`;
  // Values of a row stand at one height, however long their explanations are.
  const body = panel.kind === 'stat' ? `${drawStat(figures)}${says}` : `${says}${drawLines(figures, range, id)}`;
  const queries = panel.queries.map(({ expr }) => `<code>${escapeHtml(expr)}</code>`).join('');
  return [
    `<section class="panel ${panel.kind}" aria-labelledby="${id}-name"><h3 id="${id}-name">${escapeHtml(panel.title)}</h3>`,
    body,
    `<details><summary>${panel.queries.length > 1 ? 'Queries' : 'Query'}</summary>${queries}</details></section>`,
  ].join('\n');
}
