import type { PanelUnit } from '../dashboard-panels.ts';

const SCALES: Readonly<Record<'s' | 'decbytes', readonly (readonly [least: number, unit: string])[]>> = {
  s: [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
    [0.001, 'ms'],
    [0.000001, 'µs'],
  ],
  decbytes: [
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
    [1, 'B'],
  ],
};

/** Three digits, without zeros at the end. */
function plain(value: number): string {
  const digits = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return Number(digits).toLocaleString('en', {
    maximumSignificantDigits: Math.max(3, Math.trunc(Math.abs(value)).toString().length),
  });
}

function scale(value: number, unit: keyof typeof SCALES): string {
  const steps = SCALES[unit];
  const [least, name] = steps.find(([from]) => Math.abs(value) >= from) ?? steps.at(-1) ?? [1, ''];
  return `${plain(value / least)} ${name}`;
}

/** A value as a person reads it. */
export function formatValue(value: number, unit: PanelUnit): string {
  if (value === 0) return '0';
  if (unit === 'percentunit') return `${plain(value * 100)} %`;
  if (unit === 'cps') return `${plain(value)}/s`;
  return unit === 'short' ? plain(value) : scale(value, unit);
}
