import { matchAt } from '../match-at.ts';

/** A year that is far from ours, behind a day or month. */
interface FarYear {
  /** Undefined for a year of more than four digits, which no ISO date of ours can say. */
  readonly digits: string | undefined;
  readonly end: number;
}

/** A comma, the words that call the number a year, and the number. */
const FAR_YEAR = /(,)? (?:of |in )?(the year )?([2-9]\d{3}|\d{5,9})(?![\d%]|[.,]\d)/uy;
const MAX_DIGITS = 4;

/** The date begins its clause, of which a count is likely the subject: "On 5 March, 12000 fled". */
const BEGINS = /(?<!\p{L})(?:On|In|By|Until|Till|Before|After|Since|During|From) (?:the |early |late )?$/u;
/** The date begins a further clause, that may leave out its verb: "10000 came on Monday, and on 5 March 12000." */
const JOINS = /(?:[,;:–—]|(?<!\p{L})(?:and|but|while|then|that)) (?:on|in|by|until|before|after|since) $/u;
const LOOK_BACK = 24;

/** The sentence ends, or a time of day or the end of a span of days follows. */
const STOP =
  /^(?:$|[.;:!?)\]"”\n]| at (?:noon|midnight|\d{1,2}:\d\d)(?!\p{L})| (?:to|until) (?:\d{1,2} \p{Lu}|\p{Lu}\p{Ll}{2,8} \d))/u;
/** The subject of the clause follows, so that the number is not it. */
const SUBJECT = /^,? (?:the|it|he|she|they|we)(?!\p{L})/u;
const LOOK_AHEAD = 20;

/**
 * True where the clause clearly makes the number a year. Counts behind a date are everyday news and far years are
 * not, so that all else is a count.
 */
function isYear(before: string, hasComma: boolean, behind: string): boolean {
  const isJoined = JOINS.test(before);
  const isFirst = isJoined || BEGINS.test(before);
  if (isFirst && hasComma) return false;
  if (SUBJECT.test(behind) || (!isJoined && STOP.test(behind))) return true;
  return !isFirst && !hasComma && behind.startsWith(',');
}

/**
 * The year far from ours behind a date from `start` to `end`: "It ends on 5 March 2999.", "in March of the year 10000";
 * undefined when there is none, or when the number may be a count.
 */
export function readFarYear(text: string, start: number, end: number): FarYear | undefined {
  const match = matchAt(FAR_YEAR, text, end);
  if (!match?.[3]) return undefined;
  const after = end + match[0].length;
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const behind = text.slice(after, after + LOOK_AHEAD);
  if (match[2] === undefined && !isYear(before, match[1] !== undefined, behind)) return undefined;
  return { digits: match[3].length <= MAX_DIGITS ? match[3] : undefined, end: after };
}
