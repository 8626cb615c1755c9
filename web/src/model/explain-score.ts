import type { Result } from '../api/desk-types.ts';

/** Why an article has its score. */
export interface ScoreLine {
  readonly score: number;
  /** Kinds of findings that take points, those that take most first. Their points and the score add up to 100 exactly. */
  readonly parts: readonly { readonly name: string; readonly points: number; readonly findings: readonly string[] }[];
  /** Signals beyond their published limits, which take no points. */
  readonly limits: readonly string[];
}

const LIMIT = 'limit.';

/** Takes the sum of a score apart. */
export function explainScore({ score, components }: Result['quality']): ScoreLine {
  const parts = components.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points);
  const limits = components.filter(({ name }) => name.startsWith(LIMIT)).map(({ name }) => name.slice(LIMIT.length));
  return { score, parts, limits };
}
