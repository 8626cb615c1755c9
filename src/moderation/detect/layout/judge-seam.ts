import type { LineEnd, Seam } from './line-end.ts';

/** What is known beside the two parts of a word. */
export interface SeamContext {
  /** How often a word (lower case) stands elsewhere in the article. */
  readonly counts: ReadonlyMap<string, number>;
  /** Words between two that share an ending, as `pre- and post-war` does. */
  readonly joiningWords: ReadonlySet<string>;
  /** Words that begin compounds which keep their hyphen. */
  readonly compoundBeginnings: ReadonlySet<string>;
  /** Whether the article divides words at the end of lines at all. */
  readonly dividesWords: boolean;
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

/** How the two parts of a word at a line end belong together; what the article itself writes elsewhere comes first. */
export function judgeSeam(end: LineEnd, isSoft: boolean, context: SeamContext): Seam {
  if (end.left === '') return 'space';
  if (isSoft) return 'join';
  const joined = context.counts.get(joinedOf(end)) ?? 0;
  const hyphenated = context.counts.get(hyphenatedOf(end)) ?? 0;
  if (joined !== hyphenated) return joined > hyphenated ? 'join' : 'keep';
  if (context.joiningWords.has(end.right.toLowerCase())) return 'space';
  if (keepsByForm(end) || context.compoundBeginnings.has(end.left.toLowerCase())) return 'keep';
  return context.dividesWords ? 'join' : 'keep';
}
