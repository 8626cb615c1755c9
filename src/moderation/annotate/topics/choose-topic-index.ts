import type { Ruleset } from '../../model/ruleset.ts';
import type { Taxonomy } from '../../model/taxonomy.ts';
import { indexMediaTopics } from './media-topics.ts';
import { buildTopicIndex, type TopicIndex } from './topic-index.ts';
import { readTopicLimits } from './topic-limits.ts';

/** What topics are told by: the thresholds and words of a ruleset, or a publisher's own topics in place of IPTC Media Topics. */
export interface TopicChoice extends Pick<Ruleset, 'topics' | 'thresholds'> {
  readonly taxonomy?: Taxonomy | undefined;
}

/** Any empty list of words. */
const NONE: Ruleset['topics'] = [];
/** By the thresholds, and then by the taxonomy or the list of words. */
const indexes = new WeakMap<Ruleset['thresholds'], WeakMap<object, TopicIndex>>();

/** The index to read texts with; built at the first text and kept as long as what it was built from. */
export function chooseTopicIndex({ topics, thresholds, taxonomy }: TopicChoice): TopicIndex {
  const words = topics.length === 0 ? NONE : topics;
  const known = indexes.get(thresholds) ?? new WeakMap<object, TopicIndex>();
  indexes.set(thresholds, known);
  const index =
    known.get(taxonomy ?? words) ??
    (taxonomy
      ? buildTopicIndex(taxonomy.version, taxonomy.concepts, readTopicLimits(thresholds))
      : indexMediaTopics({ topics: words, thresholds }));
  known.set(taxonomy ?? words, index);
  return index;
}
