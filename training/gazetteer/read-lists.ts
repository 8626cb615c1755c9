import { readdirSync, readFileSync } from 'node:fs';
import { NAME_CLASS, type NameClass } from '../../src/moderation/annotate/entities/name-class.ts';
import type { NameSource } from './name-source.ts';

/** Names of one line of a list. */
export interface ListedNames extends NameSource {
  readonly file: string;
}

const FOLDER = new URL('lists/', import.meta.url);

const isClass = (word: string): word is NameClass => Object.hasOwn(NAME_CLASS, word);

/** `# class: city` sets the class of the names below it, which are divided by semicolons; other lines with `#` are notes. */
function readList(file: string): readonly ListedNames[] {
  const sources: ListedNames[] = [];
  let classes: readonly NameClass[] = [];
  for (const line of readFileSync(new URL(file, FOLDER), 'utf8').split('\n')) {
    const named = /^# class: (.+)$/u.exec(line)?.[1]?.split(' ');
    if (named) classes = named.filter(isClass);
    if (named && classes.length !== named.length) throw new Error(`${file}: no class "${named.join(' ')}"`);
    if (line.startsWith('#')) continue;
    const names = line.split(';').map((name) => name.trim());
    sources.push({ file, classes, names: names.filter((name) => name !== '') });
  }
  return sources;
}

/** Names that we wrote ourselves: `lists/*.txt`. */
export function readLists(): readonly ListedNames[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .flatMap(readList);
}
