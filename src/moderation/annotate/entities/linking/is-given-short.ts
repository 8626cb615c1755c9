/** Whether the given names of a person may be a shorter way to write those of another: initials, a first part, middle names left out. */
export function isGivenShort(short: readonly string[], full: readonly string[]): boolean {
  if (short.join('').length >= full.join('').length) return false;
  let at = 0;
  for (const [row, name] of short.entries()) {
    const found = full.findIndex((candidate, place) => place >= at && candidate.startsWith(name));
    if (found < 0 || (row === 0 && found > 1)) return false;
    at = found + 1;
  }
  return true;
}
