import { escapeHtml } from '../../moderation/report/escape-html.ts';
import type { PlotFrame } from './plot-frame.ts';
import type { Plot } from './report-section.ts';
import { svgBars } from './svg-bars.ts';
import { svgLines } from './svg-lines.ts';

/** CSS pixels. */
const HEIGHT = 210;
const TOP = 12;
const RIGHT = 14;
const BOTTOM = 26;
/** Of a letter of the axis, about. */
const LETTER = 7;
const AXIS_GAP = 8;
/** Of a label under the plot, with the space to the next. */
const LABEL_GAP = 24;

/** 1, 2, 4, 6 or 8 times a power of ten, whose half is plain too: the smallest that is not less. */
function roundDecimally(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

function mostOf({ kind, labels, series, roundUp }: Plot): number {
  const values = labels.map((_, at) => {
    const here = series.map((row) => row.values[at] ?? 0);
    return kind === 'bars' ? here.reduce((sum, value) => sum + value, 0) : Math.max(...here);
  });
  const largest = Math.max(...values, Number.MIN_VALUE);
  const most = roundUp?.(largest) ?? roundDecimally(largest);
  return kind === 'bars' ? Math.max(2, most) : most;
}

const text = (x: number, y: number, anchor: string, content: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${escapeHtml(content)}</text>`;

const halve = (end: number): readonly number[] => [0, end / 2, end];

function drawScale(values: readonly number[], { left, right, top, bottom, most }: PlotFrame, format: Plot['format']): string {
  return values
    .map((value) => {
      const y = bottom - (value / most) * (bottom - top);
      const line = `<line x1="${left}" x2="${right}" y1="${y}" y2="${y}" class="${value === 0 ? 'axis' : 'grid'}"/>`;
      return line + text(left - AXIS_GAP, y + 4, 'end', format(value));
    })
    .join('');
}

/** As many labels as fit, from the first on. */
function chooseMarks(labels: readonly string[], slot: number): readonly number[] {
  const room = Math.max(...labels.map((label) => label.length)) * LETTER + LABEL_GAP;
  const step = Math.max(1, Math.ceil(room / slot));
  return labels.flatMap((_, at) => (at % step === 0 ? [at] : []));
}

/** Labels, each under the middle of its place. */
function drawLabels({ labels, marks }: Plot, { left, right, top, bottom }: PlotFrame): string {
  const slot = (right - left) / labels.length;
  return (marks ?? chooseMarks(labels, slot))
    .map((at) => {
      const label = labels[at] ?? '';
      const middle = left + (at + 0.5) * slot;
      const half = (label.length * LETTER) / 2;
      const x = Math.min(right + RIGHT - half, Math.max(half, middle));
      const line = marks
        ? `<line x1="${middle.toFixed(1)}" x2="${middle.toFixed(1)}" y1="${top}" y2="${bottom}" class="grid"/>`
        : '';
      return line + text(x, bottom + 18, 'middle', label);
    })
    .join('');
}

/** A plot as inline SVG, in CSS pixels; `id` stands nowhere else in the page. Colours are classes of the page's style. */
export function svgChart(chart: Plot, id: string, width: number, height = HEIGHT): string {
  const most = mostOf(chart);
  const scale = (chart.grid ?? halve)(most);
  const left = Math.max(...scale.map((value) => chart.format(value).length)) * LETTER + AXIS_GAP;
  const frame: PlotFrame = { left, right: width - RIGHT, top: TOP, bottom: height - BOTTOM, most };
  const plot = chart.kind === 'bars' ? svgBars(chart, frame) : svgLines(chart, frame);
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeHtml(chart.title)}</title><desc id="${id}-desc">${escapeHtml(chart.description)}</desc>`,
    drawScale(scale, frame, chart.format),
    drawLabels(chart, frame),
    plot,
    '</svg>',
  ].join('');
}
