import { LEXICON } from './lexicon.ts';
import type { NameToken } from './sequence/name-token.ts';
import type { LabelledName } from './sequence/read-labels.ts';

/** A sentence with its names. */
interface ReadSentence {
  readonly words: readonly NameToken[];
  readonly names: readonly LabelledName[];
}

/** The last word of a storm's name: "Anna" of "Storm Anna", "Elsa" of "Tropical Storm Elsa". */
function stormOf(words: readonly NameToken[], { from, to, type }: LabelledName): string | undefined {
  const isStorm = type === 'MISC' && to - from > 1 && LEXICON.stormKinds.has(words[to - 2]?.text ?? '');
  return isStorm ? words[to - 1]?.text : undefined;
}

/** The words of a person's full name. */
const bearersOf = (words: readonly NameToken[], { from, to, type }: LabelledName): readonly string[] =>
  type === 'PER' && to - from > 1 ? words.slice(from, to).map(({ text }) => text) : [];

/** The sentences of a document, in which the bare name of a storm, "Anna" after "Storm Anna", is no person's, unless one is named so in full. */
export function nameStorms<Sentence extends ReadSentence>(sentences: readonly Sentence[]): readonly Sentence[] {
  const storms = new Set(sentences.flatMap(({ words, names }) => names.flatMap((name) => stormOf(words, name) ?? [])));
  if (storms.size === 0) return sentences;
  for (const { words, names } of sentences)
    for (const name of names) for (const word of bearersOf(words, name)) storms.delete(word);
  return sentences.map((sentence) => {
    const names = sentence.names.map((name) => {
      const isStorm = name.to - name.from === 1 && storms.has(sentence.words[name.from]?.text ?? '');
      return isStorm ? { ...name, type: 'MISC' as const } : name;
    });
    return { ...sentence, names };
  });
}
