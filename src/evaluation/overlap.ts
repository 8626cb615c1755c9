import type { Span } from '../moderation/model/span.ts';

/** UTF-16 code units that two spans share. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
