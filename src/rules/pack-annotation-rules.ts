import { createHash } from 'node:crypto';
import type { Ruleset } from '../moderation/model/ruleset.ts';

/** What annotation needs of a ruleset. */
export type AnnotationRules = Pick<Ruleset, 'topics' | 'thresholds'>;

/** The texts of the files of `rules/` that annotation needs. */
export interface AnnotationTexts {
  /** `rules/annotation.yaml` */
  readonly thresholds: string;
  /** `rules/topics.yaml` */
  readonly topics: string;
}

/** `rules/built/annotation.json`: what the files say, in a form that needs no reading and checking. */
export interface PackedAnnotationRules {
  /** sha256 of the texts of the files that it was made of. */
  readonly source: string;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly topics: readonly {
    readonly code: string;
    readonly terms: readonly string[];
    /** One for each of `terms`. */
    readonly weights: readonly number[];
    readonly not: readonly string[];
  }[];
}

function hashOf({ thresholds, topics }: AnnotationTexts): string {
  return createHash('sha256').update(`${thresholds.length}\n${thresholds}${topics}`).digest('hex');
}

/** Packs what was read from the texts. */
export function packAnnotationRules(texts: AnnotationTexts, { topics, thresholds }: AnnotationRules): PackedAnnotationRules {
  return {
    source: hashOf(texts),
    thresholds,
    topics: topics.map(({ code, terms, not }) => ({
      code,
      terms: terms.map(({ term }) => term),
      weights: terms.map(({ weight }) => weight),
      not,
    })),
  };
}

/** What the files say, or nothing where their texts are others than those they were packed from. */
export function unpackAnnotationRules(texts: AnnotationTexts, packed: PackedAnnotationRules): AnnotationRules | undefined {
  if (packed.source !== hashOf(texts)) return undefined;
  const topics = packed.topics.map(({ code, terms, weights, not }) => ({
    code,
    terms: terms.map((term, at) => ({ term, weight: weights[at] ?? 0 })),
    not,
  }));
  return { topics: Object.freeze(topics), thresholds: Object.freeze(packed.thresholds) };
}
