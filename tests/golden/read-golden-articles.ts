import { readdirSync, readFileSync } from 'node:fs';
import type { ArticleFormat } from '../../src/index.ts';

/** A finding as a golden article states it: the text it stands on instead of offsets. */
export interface GoldenFinding {
  readonly kind: string;
  readonly action: string;
  readonly text: string;
}

/** An article with what has to become of it. */
export interface GoldenArticle {
  readonly name: string;
  readonly format: ArticleFormat;
  readonly original: string;
  readonly cleaned: string;
  readonly verdict: string;
  readonly findings: readonly GoldenFinding[];
}

const FOLDER = new URL('./', import.meta.url);

function readGolden(path: string, format: 'text' | 'html'): GoldenArticle {
  const read = (file: string): string => readFileSync(new URL(`${path}/${file}`, FOLDER), 'utf8');
  const expected: Pick<GoldenArticle, 'verdict' | 'findings'> = JSON.parse(read('expected.json'));
  const original = read(format === 'html' ? 'original.html' : 'original.txt');
  return { name: path, format, original, cleaned: read('cleaned.txt'), ...expected };
}

/** Folders of other formats than plain text, and of articles that people amended. */
const OTHERS = new Set(['html', 'markdown', 'amended']);

/** Every golden article in plain text and every web page, each in order of name. */
export function readGoldenArticles(): readonly GoldenArticle[] {
  const entries = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !OTHERS.has(entry.name));
  const texts = entries.map(({ name }) => name).sort();
  const pages = readdirSync(new URL('html/', FOLDER)).sort();
  return [...texts.map((name) => readGolden(name, 'text')), ...pages.map((name) => readGolden(`html/${name}`, 'html'))];
}
