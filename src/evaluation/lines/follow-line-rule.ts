const END_MARKS = ['.', '?', '!', '"'];
const MIN_WORDS = 5;
const POLICY = ['terms of use', 'privacy policy', 'cookie policy', 'uses cookies', 'use of cookies', 'use cookies'];

/** Baseline: true when the line filter of the C4 corpus (Raffel et al. 2020, section 2.2, and its released code) drops a line. */
export function followLineRule(line: string): boolean {
  const text = line.trim();
  const lower = text.toLowerCase();
  const ends = END_MARKS.some((mark) => text.endsWith(mark)) && !text.endsWith('...');
  if (!ends || text.split(/\s+/u).length < MIN_WORDS) return true;
  return lower.includes('javascript') || POLICY.some((phrase) => lower.includes(phrase));
}
