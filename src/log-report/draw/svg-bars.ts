import type { PlotFrame } from './plot-frame.ts';
import type { Plot } from './report-section.ts';

const GAP_SHARE = 0.18;
const WIDEST = 40;

/** Bars that stand on each other; each series is one path. */
export function svgBars({ labels, series }: Plot, { left, right, top, bottom, most }: PlotFrame): string {
  const slot = (right - left) / labels.length;
  const width = Math.min(WIDEST, slot * (1 - GAP_SHARE));
  const below = labels.map(() => 0);
  const toY = (value: number): number => bottom - (value / most) * (bottom - top);
  return series
    .map(({ tone, values }) => {
      const bars = values.map((value, at) => {
        const from = below[at] ?? 0;
        const to = from + (value ?? 0);
        below[at] = to;
        if (to === from) return '';
        const x = left + (at + 0.5) * slot - width / 2;
        return `M${x.toFixed(1)} ${toY(from).toFixed(1)}V${toY(to).toFixed(1)}h${width.toFixed(1)}V${toY(from).toFixed(1)}z`;
      });
      return `<path class="fill ${tone}" d="${bars.join('')}"/>`;
    })
    .join('');
}
