import type { PlotFrame } from './plot-frame.ts';
import type { Plot } from './report-section.ts';

/** Up to here each value has a dot of its own. */
const MOST_DOTS = 48;

/** Lines, broken where there is no value. */
export function svgLines({ labels, series }: Plot, { left, right, top, bottom, most }: PlotFrame): string {
  const slot = (right - left) / labels.length;
  return series
    .map(({ tone, values }) => {
      const points = values.map((value, at) => {
        if (value === null) return undefined;
        return { x: (left + (at + 0.5) * slot).toFixed(1), y: (bottom - (value / most) * (bottom - top)).toFixed(1) };
      });
      const line = points.map((point, at) => (point ? `${points[at - 1] ? 'L' : 'M'}${point.x} ${point.y}` : '')).join('');
      const dots = points.map((point, at) => {
        const isAlone = !points[at - 1] && !points[at + 1];
        return point && (isAlone || values.length <= MOST_DOTS)
          ? `<circle cx="${point.x}" cy="${point.y}" r="2.5" class="fill ${tone}"/>`
          : '';
      });
      return `<path class="line ${tone}" d="${line}"/>${dots.join('')}`;
    })
    .join('');
}
