import { cutText } from '../../moderation/report/cut-text.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';

const NAME_WIDTH = 60;
const PATH_WIDTH = 36;
const UNITS = [
  { from: 86_400, divisor: 86_400, name: 'd' },
  { from: 3600, divisor: 3600, name: 'h' },
  { from: 120, divisor: 60, name: 'min' },
  { from: 1, divisor: 1, name: 's' },
  { from: 0, divisor: 0.001, name: 'ms' },
] as const;
const NONE = '–';

function threeDigits(value: number): string {
  if (value === 0) return '0';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How figures and names stand in a report that a person reads. */
export const formatFigure = {
  count: (value: number): string => Math.round(value).toLocaleString('en'),
  /** Three digits, in the unit that suits. */
  seconds: (value: number | null | undefined): string => {
    if (value === null || value === undefined) return NONE;
    const { divisor, name } = UNITS.find(({ from }) => value >= from) ?? UNITS[4];
    return `${threeDigits(value / divisor)} ${name}`;
  },
  number: (value: number | null | undefined): string => (value === null || value === undefined ? NONE : threeDigits(value)),
  share: (part: number, whole: number): string => (whole === 0 ? NONE : `${((100 * part) / whole).toFixed(1)} %`),
  /** Whatever stands in a log: controls are made visible, and it ends somewhere. */
  name: (name: string): string => cutText(revealControls(name), NAME_WIDTH),
  /** A path: its end says more than its beginning. */
  file: (path: string): string => {
    const letters = [...revealControls(path)];
    return letters.length <= PATH_WIDTH ? letters.join('') : `…${letters.slice(1 - PATH_WIDTH).join('')}`;
  },
  moment: (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`,
  plural: (count: number, one: string, many = `${one}s`): string =>
    `${Math.round(count).toLocaleString('en')} ${count === 1 ? one : many}`,
} as const;
