import mediatopics from '../../../../models/iptc-mediatopics.json' with { type: 'json' };
import type { Ruleset } from '../../model/ruleset.ts';
import type { TopicSeeds, TopicTerm } from '../../model/taxonomy.ts';
import { stemWord } from './stem-word.ts';
import { STOP_WORDS } from './stop-words.ts';
import { buildTopicIndex, type IndexedConcept, type TopicIndex } from './topic-index.ts';
import { readTopicLimits, type TopicLimits } from './topic-limits.ts';

const SCHEME = 'medtop:';
const PARTS = /,|\(|\)|\band\b|\bor\b/u;

// The rows of the file are tuples that the type of a JSON import does not show.
const ROWS = mediatopics.topics as unknown as readonly (readonly [string, string, string, readonly string[]])[];

/** A label and each part of it: "crime, law and justice". */
function labelTerms(label: string, { labelPhrase, labelWord }: TopicLimits): readonly TopicTerm[] {
  const parts = [label, ...label.split(PARTS)].map((part) => part.trim()).filter((part) => part !== '');
  return [...new Set(parts)].map((term) => ({ term, weight: term.includes(' ') ? labelPhrase : labelWord }));
}

/** Words of definitions with their rarity among the concepts: 1 for a word of one concept, 0 for one of all. */
function weighDefinitions({ definitionWeight }: TopicLimits): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, , words] of ROWS) for (const word of words.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, definitionWeight * (1 - Math.log(count) / Math.log(ROWS.length))]));
}

function toConcepts(seeds: readonly TopicSeeds[], limits: TopicLimits): readonly IndexedConcept[] {
  const bySeed = new Map(seeds.map((entry) => [entry.code, entry]));
  const rarity = weighDefinitions(limits);
  return ROWS.map(([code, label, definition, broader]) => {
    const seed = bySeed.get(SCHEME + code);
    // A definition stands in where nobody has written words.
    const words = definition === '' || seed ? [] : definition.split(' ').filter((word) => !STOP_WORDS.has(stemWord(word)));
    const defined = words.map((term) => ({ term, weight: rarity.get(term) ?? 0 }));
    return {
      code: SCHEME + code,
      label,
      broader: broader.map((above) => SCHEME + above),
      terms: [...(seed?.terms ?? []), ...labelTerms(label, limits)],
      support: defined,
      not: seed?.not ?? [],
    };
  });
}

/** Codes of all active concepts of IPTC Media Topics. */
export const MEDIA_TOPIC_CODES: ReadonlySet<string> = new Set(ROWS.map(([code]) => SCHEME + code));

/**
 * IPTC Media Topics with the words of `topics`; names and definitions alone where it is empty. Throws `RangeError` when a
 * threshold is missing.
 */
export function indexMediaTopics({ topics, thresholds }: Pick<Ruleset, 'topics' | 'thresholds'>): TopicIndex {
  const limits = readTopicLimits(thresholds);
  return buildTopicIndex('iptc-2023-03-31/4', toConcepts(topics, limits), limits);
}
