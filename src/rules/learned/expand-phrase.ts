import { TOKEN_WORD } from '../../moderation/model/token-table.ts';
import { tokenize } from '../../moderation/text/tokenize.ts';

/** Fewest and most words that a placeholder stands for. A number is one token. An address is cut into its words: `https`, `shop`, `example`. */
const OPEN = { word: [1, 1], name: [1, 3], url: [2, 8] } as const satisfies Readonly<Record<string, readonly [number, number]>>;
const MOST_PLACEHOLDERS = 4;
/** Phrases that one text may become: the matcher follows each of them from each of its beginnings. */
const MOST_PHRASES = 64;
const MOST_TOKENS = 60;
/** One word by itself is a rule only where it is the whole of a block. */
const LEAST_WORDS = { whole: 1, anywhere: 2 } as const;

const PLACEHOLDER = /(\{[^{}]{0,20}\})/u;

type Part = string | readonly [number, number];

function readPart(part: string): Part {
  if (!part.startsWith('{') || part === '{number}') return part;
  const name = part.slice(1, -1);
  if (name === 'word' || name === 'name' || name === 'url') return OPEN[name];
  throw new RangeError(`unknown placeholder ${part}: use {number}, {word}, {name} or {url}`);
}

function countWords(text: string): number {
  const { kinds, count } = tokenize(text);
  return kinds.subarray(0, count).reduce((words, kind) => words + (kind === TOKEN_WORD ? 1 : 0), 0);
}

/** Each way in which the open parts may be filled. */
function combine(parts: readonly Part[]): readonly string[] {
  return parts.reduce<readonly string[]>(
    (begun, part) => {
      const next = typeof part === 'string' ? [part] : wordsOf(part);
      if (begun.length * next.length > MOST_PHRASES) {
        throw new RangeError(`the placeholders stand for more than ${MOST_PHRASES} phrases: use fewer of {name} and {url}`);
      }
      return begun.flatMap((start) => next.map((end) => start + end));
    },
    [''],
  );
}

function wordsOf([least, most]: readonly [number, number]): readonly string[] {
  return Array.from(
    { length: most - least + 1 },
    (_, more) =>
      ` ${Array(least + more)
        .fill('{word}')
        .join(' ')} `,
  );
}

/**
 * The phrases, in the form of rule files, that the text of a learned rule stands for. Only phrases come of it, and never many, so that matching stays
 * linear: a text that would be tried at every word, or stands for too many phrases, is refused. Throws `RangeError` with the reason.
 */
export function expandPhrase(text: string, anchor: keyof typeof LEAST_WORDS): readonly string[] {
  const pieces = text.split(PLACEHOLDER).filter((piece) => piece.trim() !== '');
  const stray = pieces.find((piece) => !PLACEHOLDER.test(piece) && /[{}]/u.test(piece));
  if (stray !== undefined) throw new RangeError('a brace is no part of a placeholder');
  const parts = pieces.map(readPart);
  if (pieces.filter((piece) => PLACEHOLDER.test(piece)).length > MOST_PLACEHOLDERS) {
    throw new RangeError(`more than ${MOST_PLACEHOLDERS} placeholders`);
  }
  if (typeof parts[0] !== 'string') {
    throw new RangeError('it begins with what fits any word, so it would be tried at every word: begin with a word or {number}');
  }
  const literal = pieces.filter((piece) => !PLACEHOLDER.test(piece)).join(' ');
  if (tokenize(literal).count > MOST_TOKENS) throw new RangeError(`more than ${MOST_TOKENS} words`);
  const least = LEAST_WORDS[anchor];
  if (countWords(literal) < least) throw new RangeError(`fewer than ${least} words beside placeholders: it would match too much`);
  return combine(parts);
}
