import type { LineEnd, Seam } from './line-end.ts';

/** What is known beside the two parts of a word. */
export interface SeamContext {
  /** How often a word (lower case) stands elsewhere in the article. */
  readonly counts: ReadonlyMap<string, number>;
  /** Words between two that share an ending, as `pre- and post-war` does. */
  readonly joiningWords: ReadonlySet<string>;
  /** Words that begin compounds which keep their hyphen, and words that end them. */
  readonly compoundBeginnings: ReadonlySet<string>;
  readonly compoundEndings: ReadonlySet<string>;
  /** Syllables that end words and are none themselves. */
  readonly syllables: ReadonlySet<string>;
}

const LOWER = /^\p{Ll}/u;
const LETTERS = /^[\p{L}\p{M}'’]+$/u;
/** Parts of fewer letters are not divided off. */
const MIN_PART = 2;

export const joinedOf = ({ left, right }: LineEnd): string => `${left}${right}`.toLowerCase();
export const hyphenatedOf = ({ left, right }: LineEnd): string => `${left}-${right}`.toLowerCase();

/** Signs that hold in any language: a capital, a figure, a single letter, an abbreviation or another hyphen keeps the hyphen. */
function keepsByForm({ left, right }: LineEnd): boolean {
  if (!LOWER.test(right) || !LETTERS.test(right) || !LETTERS.test(left)) return true;
  if (left.length < MIN_PART || right.length < MIN_PART) return true;
  return left.length > 1 && left === left.toUpperCase() && left !== left.toLowerCase();
}

/**
 * What a line end itself says: `seam` with a reason, or `open` where the two parts may be one word or two. What the article
 * writes elsewhere comes first.
 */
export function judgeSeam(end: LineEnd, isSoft: boolean, context: SeamContext): Seam | 'open' {
  if (end.left === '') return 'space';
  if (isSoft) return 'join';
  const [left, right] = [end.left.toLowerCase(), end.right.toLowerCase()];
  const joined = context.counts.get(joinedOf(end)) ?? 0;
  const hyphenated = context.counts.get(hyphenatedOf(end)) ?? 0;
  if (joined !== hyphenated) return joined > hyphenated ? 'join' : 'keep';
  if (context.joiningWords.has(right) && !left.includes('-')) return 'space';
  if (keepsByForm(end) || context.compoundBeginnings.has(left) || context.compoundEndings.has(right)) return 'keep';
  return context.syllables.has(right) ? 'join' : 'open';
}
