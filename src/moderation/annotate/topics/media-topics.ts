import mediatopics from '../../../../models/iptc-mediatopics.json' with { type: 'json' };
import type { TopicSeeds, TopicTerm } from '../../model/taxonomy.ts';
import { stemWord } from './stem-word.ts';
import { STOP_WORDS } from './stop-words.ts';
import { buildTopicIndex, type IndexedConcept, type TopicIndex } from './topic-index.ts';

/** Weight of a label, or of each part of one ("crime, law and justice"): half of a listed term for one word, which may be
 * of any text ("game", "values"), and a listed phrase for more. */
const LABEL_WORD = 0.4;
const LABEL_PHRASE = 1;
/** Weight of a word that only the definition of one single concept holds, as that of a weak term; those of more concepts weigh less. */
const DEFINITION_WEIGHT = 0.2;
const SCHEME = 'medtop:';
const PARTS = /,|\(|\)|\band\b|\bor\b/u;

// The rows of the file are tuples that the type of a JSON import does not show.
const ROWS = mediatopics.topics as unknown as readonly (readonly [string, string, string, readonly string[]])[];

function labelTerms(label: string): readonly TopicTerm[] {
  const parts = [label, ...label.split(PARTS)].map((part) => part.trim()).filter((part) => part !== '');
  return [...new Set(parts)].map((term) => ({ term, weight: term.includes(' ') ? LABEL_PHRASE : LABEL_WORD }));
}

/** Words of definitions with their rarity among the concepts: 1 for a word of one concept, 0 for one of all. */
function weighDefinitions(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, , words] of ROWS) for (const word of words.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, DEFINITION_WEIGHT * (1 - Math.log(count) / Math.log(ROWS.length))]));
}

function toConcepts(seeds: readonly TopicSeeds[]): readonly IndexedConcept[] {
  const bySeed = new Map(seeds.map((entry) => [entry.code, entry]));
  const rarity = weighDefinitions();
  return ROWS.map(([code, label, definition, broader]) => {
    const seed = bySeed.get(SCHEME + code);
    // A definition stands in where nobody has written words.
    const words = definition === '' || seed ? [] : definition.split(' ').filter((word) => !STOP_WORDS.has(stemWord(word)));
    const defined = words.map((term) => ({ term, weight: rarity.get(term) ?? 0 }));
    return {
      code: SCHEME + code,
      label,
      broader: broader.map((above) => SCHEME + above),
      terms: [...(seed?.terms ?? []), ...labelTerms(label)],
      support: defined,
      not: seed?.not ?? [],
    };
  });
}

/** Codes of all active concepts of IPTC Media Topics. */
export const MEDIA_TOPIC_CODES: ReadonlySet<string> = new Set(ROWS.map(([code]) => SCHEME + code));

const NONE: readonly TopicSeeds[] = [];
const indexes = new WeakMap<readonly TopicSeeds[], TopicIndex>();

/** IPTC Media Topics with the words of `seeds`; names and definitions alone where it is empty. Read once for each list. */
export function indexMediaTopics(seeds: readonly TopicSeeds[]): TopicIndex {
  const key = seeds.length === 0 ? NONE : seeds;
  const known = indexes.get(key);
  if (known) return known;
  const index = buildTopicIndex('iptc-2023-03-31/3', toConcepts(seeds));
  indexes.set(key, index);
  return index;
}
