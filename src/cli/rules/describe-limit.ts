import type { BookSignal } from '../../index.ts';

/** What is acceptable of a signal, both ends included. */
export function describeLimit({ min, max }: Pick<BookSignal, 'min' | 'max'>): string {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  if (min !== undefined) return `${min} or more`;
  return max === undefined ? 'any' : `up to ${max}`;
}
