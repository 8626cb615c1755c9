import type { GrowthStep, SizeFigures } from './growth-figures.ts';

/** CPU milliseconds: less is mostly noise, and counts as this. */
const LEAST = 1;
const TEN = 10;
/** Sizes that are ten times another one to within this share are a step. */
const NEARLY = 0.05;

/** Whether anything came of an article: a page that is too large is not read. */
export const isRead = ({ textLength }: SizeFigures): boolean => textLength > 0;

/** The better of two measurements, place by place. */
export function keepBest(before: readonly SizeFigures[], again: readonly SizeFigures[]): readonly SizeFigures[] {
  return before.map((one) => {
    const other = again.find(({ format, size }) => format === one.format && size === one.size);
    return other && other.best < one.best ? other : one;
  });
}

/**
 * Each step from a size to the one that is ten times larger, in proportion to the articles' lengths. Nothing for articles that
 * are not read.
 */
export function listSteps(sizes: readonly SizeFigures[]): readonly GrowthStep[] {
  return sizes.filter(isRead).flatMap((small) => {
    const isStep = ({ format, size }: SizeFigures): boolean =>
      format === small.format && Math.abs(size / small.size / TEN - 1) < NEARLY;
    const large = sizes.filter(isRead).find(isStep);
    if (!large) return [];
    const factor = Math.max(LEAST, large.best) / Math.max(LEAST, small.best) / (large.length / small.length);
    return [{ format: small.format, from: small.size, to: large.size, factor }];
  });
}
