import { quoteStart } from './quote-start.ts';
import { TrainingDataError } from './training-data-error.ts';

/** A line of a file in CoNLL format. */
export interface ConllRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const DOCUMENT_START = '-DOCSTART-';
const LINE_END = /\r\n?|\n/u;
const BLANKS = / +/u;
/** A hash by itself or before a blank, and the marks of documents of CoNLL-2011 and later. */
const COMMENT = /^#(?:[ \t]|$|(?:begin|end) document)/u;
/** A hash that is a token. */
const HASH_TOKEN = /^#[ \t]+(?:O|[BILEMSU]-\S+)$/u;

const isComment = (line: string): boolean => COMMENT.test(line) && !HASH_TOKEN.test(line);

/** Where a line has a tab, tabs part its columns, else blanks. */
function splitLine(line: string, place: string): readonly string[] {
  const cells = line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : line.trimStart().split(BLANKS);
  if (cells.length < 2 || cells.includes('')) {
    throw new TrainingDataError(`${place}: expected a token and its tag, found ${quoteStart(line)}`);
  }
  const mixed = cells.find((cell) => cell.includes(' '));
  if (mixed === undefined) return cells;
  const shown = quoteStart(mixed);
  throw new TrainingDataError(`${place}: both tabs and blanks part the line; ${shown} is more than one token`);
}

/**
 * The lines of each sentence in CoNLL format, split into columns. Line ends are those of any system. Comments, document marks and a
 * byte order mark are passed over. Throws `TrainingDataError`, with the line, where there are not as many columns as before.
 */
export function splitConll(content: string, file: string): readonly (readonly ConllRow[])[] {
  const sentences: ConllRow[][] = [];
  let first: ConllRow | undefined;
  let isOpen = false;
  for (const [row, whole] of content
    .replace(/^\uFEFF/u, '')
    .split(LINE_END)
    .entries()) {
    const line = whole.trimEnd();
    const isMark = line === '' || line.startsWith(DOCUMENT_START);
    if (isMark) isOpen = false;
    if (isMark || isComment(line)) continue;
    const place = `${file}:${row + 1}`;
    const cells = splitLine(line, place);
    const read = { line: row + 1, cells };
    first ??= read;
    if (cells.length !== first.cells.length) {
      throw new TrainingDataError(`${place}: ${cells.length} columns, but line ${first.line} has ${first.cells.length}`);
    }
    if (isOpen) sentences.at(-1)?.push(read);
    else sentences.push([read]);
    isOpen = true;
  }
  return sentences;
}
