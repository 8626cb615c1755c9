import { matchAt } from '../match-at.ts';
import { readPhrase } from '../read-phrase.ts';
import { VALUE_WORDS } from '../value-words.ts';

/** A year that is far from ours, behind a day or month. */
interface FarYear {
  /** Undefined for a year of more than four digits, which no ISO date of ours can say. */
  readonly digits: string | undefined;
  readonly end: number;
}

const FAR_YEAR = /,? (?:of |in )?([2-9]\d{3}|\d{5,9})(?![\d%]|[.,]\d)/uy;
/** A noun of many, or a name, which makes the number a count: "10000 fans", "3000 Norwegian sailors". */
const COUNTED = /^ (?:\p{Lu}|[a-z]{2,14}s(?!\p{L}))/u;
const COUNTED_LENGTH = 17;
/** A year of four digits is told from a count by what ends the clause, or goes on with another part of the sentence. */
const CLAUSE_END =
  /^(?:$|[.,;:!?)\]\n]| (?:to|until|and|or|but|the|it|he|she|they|we|when|as|at|in|on|by|for|was|is|will)(?!\p{L}))/u;
const MAX_DIGITS = 4;

/** The year far from ours behind a date that ends at `end`: "5 March 2999", "5 March 10000"; undefined when there is none, or a count. */
export function readFarYear(text: string, end: number): FarYear | undefined {
  const match = matchAt(FAR_YEAR, text, end);
  if (!match?.[1]) return undefined;
  const after = end + match[0].length;
  const behind = text.slice(after, after + COUNTED_LENGTH);
  if (match[1].length <= MAX_DIGITS) return CLAUSE_END.test(behind) ? { digits: match[1], end: after } : undefined;
  const isCount = COUNTED.test(behind) || readPhrase(text, after, VALUE_WORDS.units) !== undefined;
  return isCount ? undefined : { digits: undefined, end: after };
}
