/** Marks of containers before the text of a line; more are read as text. */
const MAX_MARKS = 20;
/** Columns of blanks and marks before the text of a line. */
const MAX_COLUMNS = 200;
const ITEM = /(?:[-*+]|\d{1,9}[.)])(?=[ \t])/y;

/** Microseconds that the parser takes, measured on one core; the squares are those of its longest lists of marks and lines. */
const PER_PART = 100;
const PER_UNIT = 2;
const PER_LINE = 15;
const PER_MARK = 20;
const PER_CELL = 50;
const PER_CONTAINER = 30;
const PER_SQUARE_OF_MARKS = 0.15;
const PER_SQUARE_OF_LINES = 0.045;

const DELIMITERS = '*_~[]';

/** Marks of containers at the beginning of a line; `Infinity` when it is nested too deep. */
function countContainers(part: string, start: number): number {
  let marks = 0;
  let at = start;
  while (at < part.length) {
    if (marks > MAX_MARKS || at - start > MAX_COLUMNS) return Number.POSITIVE_INFINITY;
    const sign = part[at];
    ITEM.lastIndex = at;
    if (sign === ' ' || sign === '\t') at++;
    else if (sign === '>') {
      marks++;
      at++;
    } else if (ITEM.test(part)) {
      marks++;
      at = ITEM.lastIndex;
    } else break;
  }
  return marks;
}

/**
 * Microseconds that parsing a part of a Markdown text will take at most, told from its signs alone, so that the same text
 * is always read the same way. `Infinity` for one that is nested too deep.
 */
export function estimateMarkdownCost(part: string): number {
  let marks = 0;
  let cells = 0;
  let lines = 1;
  let containers = countContainers(part, 0);
  for (let at = 0; at < part.length; at++) {
    const sign = part.charAt(at);
    if (sign === '\n' || sign === '\r') {
      lines++;
      containers += countContainers(part, at + 1);
    } else if (sign === '|') cells++;
    else if (DELIMITERS.includes(sign) && (sign === '[' || sign === ']' || sign !== part[at - 1])) marks++;
  }
  const linear = PER_UNIT * part.length + PER_LINE * lines + PER_MARK * marks + PER_CELL * cells + PER_CONTAINER * containers;
  return PER_PART + linear + PER_SQUARE_OF_MARKS * marks * marks + PER_SQUARE_OF_LINES * lines * lines;
}
