import { htmlHead } from '../../src/log-report/draw/html-head.ts';
import type { Plot, Tone } from '../../src/log-report/draw/report-section.ts';
import { svgChart } from '../../src/log-report/draw/svg-chart.ts';
import { escapeHtml } from '../../src/moderation/report/escape-html.ts';
import { drawLoad } from './draw-load.ts';
import type { LoadResult } from './load-result.ts';
import type { Measurement } from './measurement.ts';

const WIDTH = 640;

type Line = readonly [name: string, tone: Tone, of: (step: Measurement) => number | null];

const CURVES: readonly { readonly title: string; readonly format: (value: number) => string; readonly lines: readonly Line[] }[] =
  [
    {
      title: 'Milliseconds from submission to the webhook',
      format: (value) => value.toFixed(0),
      lines: [
        ['p50', 'plain', ({ latency }) => latency.webhook?.p50 ?? null],
        ['p99', 'doubt', ({ latency }) => latency.webhook?.p99 ?? null],
      ],
    },
    {
      title: 'Decided a second',
      format: (value) => value.toFixed(0),
      lines: [
        ['offered', 'doubt', ({ offered }) => offered],
        ['decided', 'plain', ({ decidedPerSecond }) => decidedPerSecond],
      ],
    },
    {
      title: 'Cores in moderation and in the whole desk',
      format: (value) => value.toFixed(2),
      lines: [
        ['moderation', 'plain', ({ cpu }) => cpu.moderation],
        ['desk', 'doubt', ({ cpu }) => cpu.moderation / cpu.share],
      ],
    },
  ];

function drawCurve({ title, format, lines }: (typeof CURVES)[number], steps: readonly Measurement[], at: number): string {
  const labels = steps.map(({ name }) => name);
  const series = lines.map(([name, tone, of]) => ({ name, tone, values: steps.map(of) }));
  const plot: Plot<Tone> = { kind: 'lines', title, description: 'by part of the ceiling', labels, series, format };
  const legend = series.map(({ name, tone }) => `<span><i class="${tone}"></i>${name}</span>`).join('');
  return `<figure><figcaption>${title}</figcaption><div class="legend">${legend}</div>${svgChart(plot, `load-${at}`, WIDTH)}</figure>`;
}

/** One page that loads nothing: the curves over the steps, and the tables. */
export function drawLoadPage(result: LoadResult): string {
  const curves = result.steps.length > 1 ? CURVES.map((curve, at) => drawCurve(curve, result.steps, at)) : [];
  const tables = `<div class="scroll"><pre>${escapeHtml(drawLoad(result))}</pre></div>`;
  return `${htmlHead('Load')}<body><main><h1>The desk under load</h1>${curves.join('')}${tables}</main></body></html>\n`;
}
