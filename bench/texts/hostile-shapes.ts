import { articleText, paragraph, sentence } from './article-text.ts';
import { type RandomSource, randomSource } from './random-source.ts';

/** A kind of text, made in any size (UTF-16 code units), that a careless algorithm would be slow on. */
export interface Shape {
  readonly name: string;
  readonly make: (size: number) => string;
}

const repeat = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** Parts drawn until the size is reached. */
function fill(size: number, separator: string, draw: (random: RandomSource, index: number) => string): string {
  const random = randomSource(size);
  const parts: string[] = [];
  for (let length = 0; length < size; length += (parts.at(-1)?.length ?? 0) + separator.length) {
    parts.push(draw(random, parts.length));
  }
  return parts.join(separator).slice(0, size);
}

const SPACES =
  '\t\v\f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Copies of copies: each line stands twice, each pair of lines twice, each four twice, and so on. */
function nestedRepeats(size: number): string {
  let text = 'The tide turned.\n\n';
  for (let copy = 0; text.length < size; copy++) text += `Ferry ${copy} came in on the tide.\n\n${text}`;
  return text.slice(0, size);
}

function distinctWord(random: RandomSource): string {
  return Array.from({ length: 3 + random.below(8) }, () => 'aeioubdklmnrst'.charAt(random.below(14))).join('');
}

/** A paragraph of half the text, then parts of it as paragraphs of their own, and quotations of it. */
function piecesOfOne(size: number): string {
  const words = fill(size / 2, ' ', distinctWord).split(' ');
  const pieces = fill(size / 2, '\n\n', (random, index) => {
    const from = random.below(words.length);
    const piece = words.slice(from, from + 6 + random.below(12)).join(' ');
    return index % 2 === 0 ? `${piece} …` : `“${piece}”`;
  });
  return `${words.join(' ')}\n\n${pieces}`;
}

const nested = (size: number): string => {
  const half = Math.floor(size / 8);
  return `${'("«['.repeat(half)} tide ${']»")'.repeat(half)}`.slice(0, size);
};

/** Shapes of text that are hostile to one stage or another; `article` is the ordinary case. */
export const SHAPES: readonly Shape[] = [
  { name: 'article', make: articleText },
  { name: 'one line of words', make: (size) => fill(size, ' ', distinctWord) },
  { name: 'one line of sentences', make: (size) => fill(size, ' ', sentence) },
  { name: 'one word, no space', make: (size) => repeat('a', size) },
  { name: 'one token repeated', make: (size) => repeat('Merrow ', size) },
  { name: 'random tokens', make: (size) => fill(size, ' ', (random) => `x7Kq2ZpL9vTb4WmR${random.below(1e9)}aB`) },
  { name: 'same line as blocks', make: (size) => repeat('The pilots of Merrow vote on the tide at noon today.\n\n', size) },
  { name: 'same short line', make: (size) => repeat('★ Ferry crews ★\n\n', size) },
  { name: 'same insert between prose', make: (size) => fill(size, '\n\n★ Ferry crews ★\n\n', sentence) },
  { name: 'same insert on two lines', make: (size) => fill(size, '\n\nFerry crews\n\n', (random) => distinctWord(random)) },
  { name: 'lines without blank ones', make: (size) => fill(size, '\n', sentence) },
  {
    name: 'wrapped at 72 columns',
    make: (size) => (articleText(size).match(/.{1,72}(?:\s|$)/gu) ?? []).join('\n').slice(0, size),
  },
  { name: 'symbols only', make: (size) => repeat('%$€#&+▶◀★!?;', size) },
  { name: 'quotes and brackets', make: nested },
  { name: 'full stops', make: (size) => repeat('. ', size) },
  { name: 'initials', make: (size) => repeat('A. B. ', size) },
  { name: 'line breaks only', make: (size) => repeat('\n', size) },
  { name: 'spaces only', make: (size) => repeat(' ', size) },
  { name: 'spaces inside a line', make: (size) => `a${' '.repeat(size - 2)}b` },
  { name: 'zero width', make: (size) => repeat('a\u200b\u200b\u200b\u200b', size) },
  { name: 'combining marks', make: (size) => repeat(`a${'\u0301\u0323'.repeat(40)}`, size) },
  { name: 'every Unicode space', make: (size) => repeat(SPACES, size) },
  { name: 'spaces between words', make: (size) => repeat(`tide${SPACES.split('').join('tide')}`, size) },
  { name: 'repeats in repeats', make: nestedRepeats },
  { name: 'short lines, all different', make: (size) => fill(size, '\n', distinctWord) },
  // Whole ones: a half at the end is repaired, which costs another round at some sizes.
  { name: 'emoji', make: (size) => repeat('🔥👩‍🚀', size - (size % '🔥👩‍🚀'.length)) },
  { name: 'ideographs', make: (size) => repeat('港口委員會昨日開會。', size) },
  { name: 'almost rules', make: (size) => repeat('transaction fee 0 transaction fee join our sign up now and ', size) },
  { name: 'rules on one line', make: (size) => repeat('As an AI language model I cannot. I am an AI language model. ', size) },
  { name: 'rules as blocks', make: (size) => repeat('Transaction fee 0% discount CODE\n\nRELATED POSTS\n\n', size) },
  { name: 'pieces of one paragraph', make: piecesOfOne },
  { name: 'near copies', make: (size) => fill(size, '\n\n', nearCopy) },
  {
    name: 'slugs',
    make: (size) => fill(size, '\n\n', (random) => Array.from({ length: 6 }, () => distinctWord(random)).join('-')),
  },
  { name: 'slug that never ends', make: (size) => repeat('one-', size) },
  { name: 'bylines', make: (size) => repeat('March 3, 2024 | by Ada Quill\n\n', size) },
  {
    name: 'capitalised names',
    make: (size) => fill(size, ' ', (random) => `${distinctWord(random).replace(/^./u, (c) => c.toUpperCase())}`),
  },
  { name: 'numbers', make: (size) => fill(size, ' ', (random) => `$${random.below(1e6)}.50 on 3 March 2024,`) },
  {
    name: 'distinct headings',
    make: (size) => fill(size, '\n\n', (random) => `${distinctWord(random)} ${distinctWord(random)}`),
  },
];

const BASE = paragraph(randomSource(7));

/** The same paragraph with one word changed in each copy. */
function nearCopy(random: RandomSource, index: number): string {
  const words = BASE.split(' ');
  words[random.below(words.length)] = `tide${index}`;
  return words.join(' ');
}
