import type { Panel } from '../dashboard-panels.ts';
import type { TimeRange } from './choose-range.ts';
import type { Prometheus, Series } from './prometheus.ts';

/** A series by its name in the legend; `null` where it has no value. */
export interface PanelSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** A panel with what its queries gave. */
export interface PanelFigures {
  readonly panel: Panel;
  readonly series: readonly PanelSeries[];
}

function nameSeries(legend: string, labels: Series['labels']): string {
  return legend.replace(/\{\{(\w+)\}\}/gu, (_, label: string) => labels[label] ?? '').trim() || 'all';
}

/** A value for each point of the range; what is not a number, such as nothing divided by nothing, is none. */
function placePoints(points: Series['points'], { from, to, step }: TimeRange): readonly (number | null)[] {
  const values: (number | null)[] = Array.from({ length: Math.floor((to - from) / step) + 1 }, () => null);
  for (const [time, value] of points) {
    const at = Math.round((time - from) / step);
    if (at >= 0 && at < values.length && Number.isFinite(value)) values[at] = value;
  }
  return values;
}

/** Asks what a panel asks, over a range. */
export async function askPanel(panel: Panel, prometheus: Pick<Prometheus, 'ask'>, range: TimeRange): Promise<PanelFigures> {
  const series: PanelSeries[] = [];
  for (const { expr, legend } of panel.queries) {
    const found = await prometheus.ask(expr.replaceAll('$__rate_interval', `${range.rateOver}s`), range);
    const named = found.map(({ labels, points }) => ({ name: nameSeries(legend, labels), values: placePoints(points, range) }));
    series.push(...named.sort((a, b) => (a.name < b.name ? -1 : 1)));
  }
  return { panel, series };
}
