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
  const least = 10 ** Math.floor(Math.log10(Math.min(...read.map(readValue))));
  const seriesOf = (wanted: (typeof FORMATS)[number]) =>
    steps.map((size) => {
      const found = read.find((figures) => figures.format === wanted && figures.size === size);
      return found ? toPlace(readValue(found), least) : null;
    });
  const first = read.find((figures) => figures.format === 'text' && figures.size === steps[0]);
  const linear = steps.map((size) => (first ? toPlace((readValue(first) * size) / first.size, least) : null));
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
    // An even number, so that the line in the middle is a power of ten as well.
    roundUp: (place) => 2 * Math.ceil(place / 2),
  };
}

function drawLegend(names: readonly (keyof typeof TONES)[]): string {
  return names
    .map((name, at) => {
      const x = 12 + at * LEGEND_STEP;
      return `<path class="line ${TONES[name]}" d="M${x} 32h24"/><text x="${x + 30}" y="36">${name}</text>`;
    })
    .join('');
}

const formatMilliseconds = (value: number): string =>
  value >= 1000 ? `${Math.round(value / 100) / 10} s` : `${Math.round(value * 10) / 10} ms`;

/** Time and memory over size as a picture of its own, in SVG. */
export function drawGrowth(figures: GrowthFigures): string {
  const plots = [
    { ...plotOf(figures, 'CPU time of moderate()', ({ best }) => best, formatMilliseconds, true) },
    {
      ...plotOf(
        figures,
        'Peak of resident memory',
        ({ peakMegabytes }) => peakMegabytes,
        (value) => `${Math.round(value)} MB`,
        false,
      ),
    },
  ];
  const drawn = plots.map((plot, at) => {
    const names = at === 0 ? (['text', 'markdown', 'html', 'linear'] as const) : FORMATS;
    const heading = `<text class="heading" x="12" y="18">${escapeHtml(plot.title)}</text>`;
    const chart = `<g transform="translate(0 ${HEAD})">${svgChart(plot, `growth-${at}`, WIDTH, HEIGHT)}</g>`;
    return `<g transform="translate(0 ${at * (HEIGHT + HEAD)})">${heading}${drawLegend(names)}${chart}</g>`;
  });
  const height = plots.length * (HEIGHT + HEAD);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">`;
  return `${open}<style>${STYLE}</style>${drawn.join('')}</svg>\n`;
}
