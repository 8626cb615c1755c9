import { readdirSync, readFileSync } from 'node:fs';

const GOLDEN = new URL('../../tests/golden/', import.meta.url);
const EXAMPLES = new URL('../../examples/', import.meta.url);
/** UTF-16 code units of a text, at least. */
const LENGTH = 4000;
/** Every so many words one is spelled anew in each round. */
const SPELLED_ANEW = 8;
const LONG_WORD = /[A-Za-z]{4,}/gu;
const LETTERS = 26;

/** The articles written for Copydesk's tests and examples, joined to texts of so many UTF-16 code units and more. */
export function listOwnTexts(length = LENGTH): readonly string[] {
  const golden = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('cleaned.txt'));
  const examples = readdirSync(EXAMPLES).filter((path) => path.endsWith('.txt'));
  const files = [
    ...golden.sort().map((path) => new URL(path, GOLDEN)),
    ...examples.sort().map((path) => new URL(path, EXAMPLES)),
  ];
  const texts = [''];
  for (const file of files) {
    const article = readFileSync(file, 'utf8');
    if ((texts.at(-1)?.length ?? 0) < length) texts.push(`${texts.pop()}${article}\n\n`);
    else texts.push(`${article}\n\n`);
  }
  return texts;
}

/** A text in which every eighth long word is one that was in none of the rounds before. */
export function spellAnew(text: string, round: number): string {
  let words = 0;
  const ending = [1, LETTERS, LETTERS ** 2]
    .map((unit) => String.fromCharCode(97 + (Math.floor(round / unit) % LETTERS)))
    .join('');
  return text.replace(LONG_WORD, (word) => (words++ % SPELLED_ANEW === 0 ? word.slice(0, -2) + ending : word));
}
