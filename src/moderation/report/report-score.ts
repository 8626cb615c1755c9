import type { Quality } from '../model/moderated-article.ts';
import type { Palette } from './create-palette.ts';
import { nameBrokenLimits } from './name-broken-limits.ts';
import { nameKind } from './name-kind.ts';

const NUMBER_WIDTH = 7;

function row(sign: string, points: number, rest: string): string {
  return `  ${sign} ${points.toFixed(2).padStart(NUMBER_WIDTH)}${rest === '' ? '' : `  ${rest}`}`;
}

/** The score as the sum it is: 100, less each component, equals the score. */
export function reportScore(quality: Quality, palette: Palette): readonly string[] {
  const spent = quality.components.reduce((sum, component) => sum + Math.round(component.points * 100), 0);
  const costs = quality.components.filter(({ points }) => points > 0);
  const components = costs.map(({ name, points, findings }) =>
    row('−', points, `${nameKind(name)} ${palette.dim(`(${findings.length})`)}`),
  );
  const floor = spent > 10_000 ? palette.dim('(never below 0)') : '';
  const limits = nameBrokenLimits(quality).map((limit) => palette.dim(`    beyond a published limit, at no points: ${limit}`));
  return ['', palette.bold('Score'), row(' ', 100, ''), ...components, row('=', quality.score, floor), ...limits];
}
