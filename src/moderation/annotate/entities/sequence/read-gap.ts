/** Kinds of what stands between two words. */
export const GAP = {
  start: 0,
  space: 1,
  comma: 2,
  stop: 3,
  possessive: 4,
  hyphen: 5,
  slash: 6,
  open: 7,
  close: 8,
  quote: 9,
  colon: 10,
  end: 11,
  ampersand: 12,
  other: 13,
  dash: 14,
  none: 15,
} as const;

const POSSESSIVE = /^['’][sS]?\s?$/u;
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[([{]/u, GAP.open],
  [/[)\]}]/u, GAP.close],
  [/[,;]/u, GAP.comma],
  [/[:]/u, GAP.colon],
  [/[!?…]/u, GAP.end],
  [/["“”«»‘„]/u, GAP.quote],
  [/^\.\s*$/u, GAP.stop],
  [/[/|\\]/u, GAP.slash],
  [/^[-‐‑]$/u, GAP.hyphen],
  [/[-–—]/u, GAP.dash],
  [/&/u, GAP.ampersand],
];

/** Kind of a gap between two words. */
export function readGap(gap: string): number {
  if (gap === ' ') return GAP.space;
  if (gap === '') return GAP.none;
  if (gap.trim() === '') return GAP.space;
  if (POSSESSIVE.test(gap)) return GAP.possessive;
  return KINDS.find(([pattern]) => pattern.test(gap))?.[1] ?? GAP.other;
}

const BARRIERS: ReadonlySet<number> = new Set([GAP.open, GAP.close, GAP.comma, GAP.colon, GAP.end, GAP.slash, GAP.dash]);

/** True for a gap over which no name goes. */
export const isBarrier = (gap: number): boolean => BARRIERS.has(gap);
