import type { Plot } from '../../../src/log-report/draw/report-section.ts';
import { svgChart } from '../../../src/log-report/draw/svg-chart.ts';
import { escapeHtml } from '../../../src/moderation/report/escape-html.ts';
import { formatSize } from './format-size.ts';
import type { GrowthFigures, SizeFigures } from './growth-figures.ts';
import { isRead } from './judge-growth.ts';

/** CSS pixels. */
const WIDTH = 720;
const HEIGHT = 300;
const HEAD = 44;
const LEGEND_STEP = 130;
/** Left of the labels, and between the plots. */
const MARGIN = 12;
/** Where the largest value is so many times the least, powers of ten are lines enough. */
const MANY = 1000;

const TONES = { text: 'one', markdown: 'two', html: 'three', linear: 'reference' } as const;
type GrowthTone = (typeof TONES)[keyof typeof TONES];
const FORMATS = ['text', 'markdown', 'html'] as const;

const STYLE = `
svg{color-scheme:light dark;font-family:system-ui,sans-serif;background:#fff}
text{font-size:11px;fill:#57606a}.heading{font-size:14px;font-weight:600;fill:#1b1f24}
.grid{stroke:#d5dae0}.axis{stroke:#57606a}.line{fill:none;stroke-width:2;stroke-linejoin:round}
.line.one{stroke:#2562b5}.fill.one{fill:#2562b5}.line.two{stroke:#b26a00}.fill.two{fill:#b26a00}
.line.three{stroke:#2a7d46}.fill.three{fill:#2a7d46}.line.reference{stroke:#8a939c;stroke-dasharray:4 4}.fill.reference{fill:none}
`;

/** Powers of ten above `least`: places on a scale of logarithms. */
const toPlace = (value: number, least: number): number => Math.log10(value / least);

/** Round values from one that is not more than `least` to one that is not less than `most`: powers of ten, or steps of 1, 2 and 5. */
function chooseScale(least: number, most: number): readonly number[] {
  // What was not measured is no place on such a scale.
  if (!(least > 0) || !Number.isFinite(most)) return [1, 10];
  const steps = most / least < MANY ? [1, 2, 5] : [1];
  const from = Math.floor(Math.log10(least));
  const tens = Array.from({ length: Math.ceil(Math.log10(most)) - from + 2 }, (_, at) => 10 ** (from + at));
  const values = tens.flatMap((ten) => steps.map((step) => step * ten));
  const first = values.findLastIndex((value) => value <= least);
  const last = values.findIndex((value, at) => value >= most && at > first);
  return values.slice(first, last + 1);
}

/** A plot of logarithms on both axes: sizes are a step apart, and so are powers of ten of the values. */
function plotOf(
  { sizes }: GrowthFigures,
  title: string,
  readValue: (figures: SizeFigures) => number,
  format: (value: number) => string,
  hasReference: boolean,
): Plot<GrowthTone> {
  const steps = [...new Set(sizes.map(({ size }) => size))].sort((a, b) => a - b);
  const read = sizes.filter(isRead);
  const first = read.find((figures) => figures.format === 'text' && figures.size === steps[0]);
  const proportional = steps.map((size) => (first && hasReference ? (readValue(first) * size) / first.size : null));
  const values = [...read.map(readValue), ...proportional.filter((value) => value !== null)];
  const scale = values.length === 0 ? [1, 10] : chooseScale(Math.min(...values), Math.max(...values));
  const [least = 1] = scale;
  const seriesOf = (wanted: (typeof FORMATS)[number]) =>
    steps.map((size) => {
      const found = read.find((figures) => figures.format === wanted && figures.size === size);
      return found ? toPlace(readValue(found), least) : null;
    });
  const linear = proportional.map((value) => value && toPlace(value, least));
  return {
    kind: 'lines',
    title,
    description: `${title}, both axes in powers of ten.`,
    labels: steps.map(formatSize),
    series: [
      ...(hasReference ? [{ name: 'linear', tone: TONES.linear, values: linear }] : []),
      ...FORMATS.map((name) => ({ name, tone: TONES[name], values: seriesOf(name) })),
    ],
    format: (place) => format(least * 10 ** place),
    roundUp: () => toPlace(scale.at(-1) ?? least, least),
    grid: () => scale.map((value) => toPlace(value, least)),
  };
}

function drawLegend(names: readonly (keyof typeof TONES)[]): string {
  return names
    .map((name, at) => {
      const x = MARGIN + at * LEGEND_STEP;
      return `<path class="line ${TONES[name]}" d="M${x} 32h24"/><text x="${x + 30}" y="36">${name}</text>`;
    })
    .join('');
}

const formatMegabytes = (value: number): string =>
  value >= 1000 ? `${Math.round(value / 100) / 10} GB` : `${Math.round(value)} MB`;

const formatMilliseconds = (value: number): string =>
  value >= 1000 ? `${Math.round(value / 100) / 10} s` : `${Math.round(value * 10) / 10} ms`;

/** Time and memory over size as a picture of its own, in SVG. */
export function drawGrowth(figures: GrowthFigures): string {
  const plots = [
    { ...plotOf(figures, 'CPU time of moderate()', ({ best }) => best, formatMilliseconds, true) },
    {
      ...plotOf(figures, 'Peak of resident memory', ({ peakMegabytes }) => peakMegabytes, formatMegabytes, false),
    },
  ];
  const drawn = plots.map((plot, at) => {
    const names = at === 0 ? (['text', 'markdown', 'html', 'linear'] as const) : FORMATS;
    const heading = `<text class="heading" x="${MARGIN}" y="18">${escapeHtml(plot.title)}</text>`;
    const chart = `<g transform="translate(${MARGIN} ${HEAD})">${svgChart(plot, `growth-${at}`, WIDTH - MARGIN, HEIGHT)}</g>`;
    return `<g transform="translate(0 ${at * (HEIGHT + HEAD + MARGIN)})">${heading}${drawLegend(names)}${chart}</g>`;
  });
  const height = plots.length * (HEIGHT + HEAD + MARGIN);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`;
  return `${open}<style>${STYLE}</style>${drawn.join('')}</svg>\n`;
}
