/** Baseline: true for each line that says what an earlier one said; case and white space do not count. */
export function findExactRepeats(lines: readonly string[]): readonly boolean[] {
  const seen = new Set<string>();
  return lines.map((line) => {
    const key = line.toLowerCase().trim().split(/\s+/u).join(' ');
    const isRepeat = seen.has(key);
    seen.add(key);
    return isRepeat;
  });
}
