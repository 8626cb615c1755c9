import { readdirSync, readFileSync } from 'node:fs';
import { NAME_CLASS, type NameClass } from '../../src/moderation/annotate/entities/name-class.ts';
import type { NameSource } from './name-source.ts';

const FOLDER = new URL('lists/', import.meta.url);

const isClass = (word: string): word is NameClass => Object.hasOwn(NAME_CLASS, word);

/** `# class: city` sets the class of the names below it, which are divided by semicolons; other lines with `#` are notes. */
function readList(file: string): readonly NameSource[] {
  const sources: NameSource[] = [];
  let classes: readonly NameClass[] = [];
  for (const line of readFileSync(new URL(file, FOLDER), 'utf8').split('\n')) {
    const named = /^# class: (.+)$/u.exec(line)?.[1]?.split(' ');
    if (named) classes = named.filter(isClass);
    if (named && classes.length !== named.length) throw new Error(`${file}: no class "${named.join(' ')}"`);
    if (line.startsWith('#')) continue;
    const names = line.split(';').map((name) => name.trim());
    sources.push({ classes, names: names.filter((name) => name !== '') });
  }
  return sources;
}

/** Names that we wrote ourselves: `lists/*.txt`. */
export function readLists(): readonly NameSource[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .flatMap(readList);
}
