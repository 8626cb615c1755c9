import mediatopics from '../../../../models/iptc-mediatopics.json' with { type: 'json' };
import topicSeeds from '../../../../models/topic-seeds.json' with { type: 'json' };
import { stemWords } from './stem-words.ts';

/** A concept of IPTC Media Topics; codes stand without their scheme. */
export interface TopicConcept {
  readonly code: string;
  readonly label: string;
  readonly broader: readonly string[];
  readonly labelStems: readonly string[];
  readonly definitionStems: readonly string[];
  readonly seedStems: readonly string[];
}

/** The concepts, and how rare each stem is among them: natural logarithm of the inverse share of concepts. */
export interface TopicIndex {
  readonly concepts: readonly TopicConcept[];
  readonly rarity: ReadonlyMap<string, number>;
}

const SEEDS: ReadonlyMap<string, string> = new Map(Object.entries(topicSeeds.seeds));

// The rows of the file are tuples that the type of a JSON import does not show.
const ROWS = mediatopics.topics as unknown as readonly (readonly [string, string, string, readonly string[]])[];

function countRarity(concepts: readonly TopicConcept[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { labelStems, definitionStems, seedStems } of concepts) {
    for (const stem of new Set([...labelStems, ...definitionStems, ...seedStems])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return new Map([...counts].map(([stem, count]) => [stem, Math.log(concepts.length / count)]));
}

function buildIndex(): TopicIndex {
  const concepts = ROWS.map(
    ([code, label, definition, broader]): TopicConcept => ({
      code,
      label,
      broader,
      labelStems: [...new Set(stemWords(label))],
      definitionStems: definition.split(' ').filter((stem) => stem !== ''),
      seedStems: [...new Set(stemWords(SEEDS.get(code) ?? ''))],
    }),
  );
  return { concepts, rarity: countRarity(concepts) };
}

/** All active concepts with their stems, read once. */
export const TOPIC_INDEX: TopicIndex = buildIndex();
