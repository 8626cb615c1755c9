import type { Taxonomy, TopicSeeds } from '../../model/taxonomy.ts';
import { indexMediaTopics } from './media-topics.ts';
import { buildTopicIndex, type TopicIndex } from './topic-index.ts';

/** What topics are told by. */
export interface TopicChoice {
  /** Words for concepts of IPTC Media Topics; with none, names and definitions alone. */
  readonly seeds: readonly TopicSeeds[];
  /** In place of IPTC Media Topics. */
  readonly taxonomy?: Taxonomy;
}

/** Names and definitions of IPTC Media Topics alone. */
export const BY_NAME: TopicChoice = { seeds: [] };

const indexes = new WeakMap<Taxonomy, TopicIndex>();

function indexTaxonomy(taxonomy: Taxonomy): TopicIndex {
  const known = indexes.get(taxonomy);
  if (known) return known;
  const index = buildTopicIndex(taxonomy.version, taxonomy.concepts);
  indexes.set(taxonomy, index);
  return index;
}

/** The index to read texts with; built at the first text and kept as long as what it was built from. */
export function chooseTopicIndex({ seeds, taxonomy }: TopicChoice): TopicIndex {
  return taxonomy ? indexTaxonomy(taxonomy) : indexMediaTopics(seeds);
}
