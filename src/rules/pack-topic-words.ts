import { createHash } from 'node:crypto';
import type { TopicSeeds } from '../moderation/model/taxonomy.ts';

/** `rules/built/topic-words.json`: what `rules/topics.yaml` says, in a form that needs no reading and checking. */
export interface PackedTopicWords {
  /** sha256 of the text of `rules/topics.yaml` that it was made of. */
  readonly source: string;
  readonly topics: readonly {
    readonly code: string;
    readonly terms: readonly string[];
    /** One for each of `terms`. */
    readonly weights: readonly number[];
    readonly not: readonly string[];
  }[];
}

const hashOf = (yaml: string): string => createHash('sha256').update(yaml).digest('hex');

/** Packs the words read from the text of `rules/topics.yaml`. */
export function packTopicWords(yaml: string, words: readonly TopicSeeds[]): PackedTopicWords {
  return {
    source: hashOf(yaml),
    topics: words.map(({ code, terms, not }) => ({
      code,
      terms: terms.map(({ term }) => term),
      weights: terms.map(({ weight }) => weight),
      not,
    })),
  };
}

/** The words of `rules/topics.yaml`, or nothing where its text is another than the one they were packed from. */
export function unpackTopicWords(yaml: string, packed: PackedTopicWords): readonly TopicSeeds[] | undefined {
  if (packed.source !== hashOf(yaml)) return undefined;
  const unpacked = packed.topics.map(({ code, terms, weights, not }) => ({
    code,
    terms: terms.map((term, at) => ({ term, weight: weights[at] ?? 0 })),
    not,
  }));
  return Object.freeze(unpacked);
}
