import { readdirSync, readFileSync } from 'node:fs';

/** A finding as a golden article states it: the text it stands on instead of offsets. */
export interface GoldenFinding {
  readonly kind: string;
  readonly action: string;
  readonly text: string;
}

/** An article with what has to become of it. */
export interface GoldenArticle {
  readonly name: string;
  readonly original: string;
  readonly cleaned: string;
  readonly verdict: string;
  readonly findings: readonly GoldenFinding[];
}

const FOLDER = new URL('./', import.meta.url);

function readGolden(name: string): GoldenArticle {
  const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, FOLDER), 'utf8');
  const expected: Pick<GoldenArticle, 'verdict' | 'findings'> = JSON.parse(read('expected.json'));
  return { name, original: read('original.txt'), cleaned: read('cleaned.txt'), ...expected };
}

/** Every golden article in plain text, in order of name. */
export function readGoldenArticles(): readonly GoldenArticle[] {
  const entries = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'markdown');
  return entries.map((entry) => entry.name).sort().map(readGolden);
}
