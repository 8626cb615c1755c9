import { readdirSync, readFileSync } from 'node:fs';
import type { GoldenArticle } from './read-golden-articles.ts';

/** An article in Markdown with what has to become of it, as text and as Markdown. */
export interface MarkdownArticle extends GoldenArticle {
  readonly cleanedMarkdown: string;
}

const FOLDER = new URL('./markdown/', import.meta.url);

function readOne(name: string): MarkdownArticle {
  const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, FOLDER), 'utf8');
  const expected: Pick<GoldenArticle, 'verdict' | 'findings'> = JSON.parse(read('expected.json'));
  const texts = { original: read('original.md'), cleaned: read('cleaned.txt'), cleanedMarkdown: read('cleaned.md') };
  return { name, format: 'markdown', ...texts, ...expected };
}

/** Every golden article in Markdown, in order of name. */
export function readMarkdownArticles(): readonly MarkdownArticle[] {
  return readdirSync(FOLDER).sort().map(readOne);
}
