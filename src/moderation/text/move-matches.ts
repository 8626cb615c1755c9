import type { PhraseMatch } from './compile-phrases.ts';

/** Matches with their rows so many further on. */
export function moveMatches<Match extends Pick<PhraseMatch, 'from' | 'to'>>(
  matches: readonly Match[],
  rows: number,
): readonly Match[] {
  return matches.length === 0 ? matches : matches.map((match) => ({ ...match, from: match.from + rows, to: match.to + rows }));
}
