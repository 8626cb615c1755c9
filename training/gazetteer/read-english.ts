import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameClass } from '../../src/moderation/annotate/entities/name-class.ts';
import type { NameSource } from './name-source.ts';

type WordClasses = ReadonlyMap<string, ReadonlySet<NameClass>>;

/** An inflected form's stems, with the classes that its base must have for it. */
const ENDINGS: readonly (readonly [ending: RegExp, stems: readonly string[], of: 'noun' | 'verb'])[] = [
  [/ies$/u, ['y'], 'noun'],
  [/men$/u, ['man'], 'noun'],
  [/es$/u, ['', 'e'], 'noun'],
  [/s$/u, [''], 'noun'],
  [/ies$/u, ['y'], 'verb'],
  [/es$/u, ['', 'e'], 'verb'],
  [/s$/u, [''], 'verb'],
  [/ied$/u, ['y'], 'verb'],
  [/ed$/u, ['', 'e'], 'verb'],
  [/ing$/u, ['', 'e'], 'verb'],
  [/(.)\1(?:ed|ing)$/u, ['$1'], 'verb'],
];

function inflectedClasses(word: string, known: WordClasses): readonly NameClass[] {
  return ENDINGS.flatMap(([ending, stems, part]) => {
    if (!ending.test(word)) return [];
    const bases = stems.flatMap((stem) => [...(known.get(word.replace(ending, stem)) ?? [])]);
    return bases.filter((each) => (part === 'verb' ? each === 'verb' : each.endsWith('Noun')));
  });
}

/** Words that stand without a capital in a word list of English, with their classes and those of the words they are forms of. */
export function readEnglish(folder: string, known: WordClasses): readonly NameSource[] {
  const words = readFileSync(join(folder, 'american-english'), 'utf8').split('\n');
  const small = words.filter((word) => /^[a-z]+$/u.test(word) && (word.length > 1 || word === 'a'));
  return small.map((word): NameSource => {
    const classes = new Set([...(known.get(word) ?? []), ...inflectedClasses(word, known), 'ordinary' as const]);
    return { classes: [...classes], names: [word] };
  });
}
