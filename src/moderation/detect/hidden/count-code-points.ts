/** Names shown at most. */
const MAX_NAMES = 12;

const nameOf = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** Code points with how often each occurs, the most frequent first: `U+200B x 3`. */
export function countCodePoints(codes: readonly number[]): readonly string[] {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  return sorted.slice(0, MAX_NAMES).map(([code, count]) => `${nameOf(code)} x ${count}`);
}
