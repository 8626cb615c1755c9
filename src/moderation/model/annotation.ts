import type { ArticleBlock } from './block.ts';
import type { Span } from './span.ts';

export const ENTITY_TYPES = ['PER', 'LOC', 'ORG', 'MISC'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** One place where an entity is named: `start`/`end` in the cleaned text, `sourceStart`/`sourceEnd` in the original. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly text: string;
  /** How sure it is that a name of this kind stands here, 0 to 1. */
  readonly confidence: number;
  /** Row of its block in `blocks`. */
  readonly block: number;
  /** Its sentence in the cleaned text. */
  readonly sentence: Span;
}

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  /** How sure the type is, 0 to 1. */
  readonly confidence: number;
  /** The fullest form the article itself uses. */
  readonly name: string;
  /** Other forms in order of first use. */
  readonly aliases: readonly string[];
  /** Roles stated beside the name, in order of first use; of persons only. */
  readonly roles: readonly string[];
  /** How much the article is about it, 0 to 1. */
  readonly salience: number;
  readonly mentions: readonly Mention[];
}

export const DATE_PRECISIONS = ['decade', 'year', 'month', 'week', 'day', 'minute'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** Where a value stands: `start`/`end` in the cleaned text, `sourceStart`/`sourceEnd` in the original. */
interface ValuePlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

export interface DateValue extends ValuePlace {
  readonly type: 'date';
  /**
   * ISO 8601: "2024-03-05", "2024-03", "2024", "2024-W10", "2024-03-05T15:30Z", an interval "2024-03-05/2024-03-07"; a day
   * or month without its year "--03-05", "--03". Null where it counts from a date of publication that is not known.
   */
  readonly value: string | null;
  readonly precision: DatePrecision;
  /** The date of publication, where the value was reckoned from it. */
  readonly relativeTo: string | null;
}

export interface AmountValue extends ValuePlace {
  readonly type: 'money' | 'percent' | 'quantity';
  /** Amount and unit: "5000000 USD", "12%", "5..7 km" for a range. */
  readonly value: string;
  readonly amount: number;
  /** Upper end of a range. */
  readonly maxAmount: number | null;
  /** ISO 4217 of money; "%", "pp" (percentage points) or "bp" (basis points); a unit of UCUM or what is counted. */
  readonly unit: string;
}

export type Value = DateValue | AmountValue;

/** A word or phrase that earned a topic. */
export interface TopicEvidence {
  /** As it first stands in the title or the cleaned text. */
  readonly text: string;
  /** Occurrences in the part of the article that was read. */
  readonly count: number;
  /** What it adds to the sum of evidence, above 0. */
  readonly weight: number;
}

export interface Topic {
  /** `medtop:` code of IPTC Media Topics, or a code of the publisher's own taxonomy. */
  readonly code: string;
  readonly label: string;
  /** 0 to 1. */
  readonly score: number;
  /** Codes from the direct parent up to the top level. */
  readonly broader: readonly string[];
  /** The strongest first, eight at most; a broader topic counts what speaks for those below it. */
  readonly evidence: readonly TopicEvidence[];
}

export interface Keyphrase {
  readonly text: string;
  readonly score: number;
}

export interface Language {
  /** ISO 639-1, or `und` when undetermined. */
  readonly code: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What is found in a text that is annotated by itself. */
export interface TextAnnotations {
  readonly entities: readonly Entity[];
  readonly values: readonly Value[];
  readonly topics: readonly Topic[];
  readonly keyphrases: readonly Keyphrase[];
  /** That of most of the text; names, values, topics and keyphrases are those of its English blocks. */
  readonly language: Language;
  /** What was cut short: `entities` over 300,000 characters, `values` over a million characters or 20,000 values. */
  readonly incomplete: readonly string[];
}

/** Everything that is found in the text of an article. */
export interface Annotations extends TextAnnotations {
  /** The blocks that were handed in, each with its language. */
  readonly blocks: readonly ArticleBlock[];
  /** What found each of them and in which version, as `provenance.models` states it. */
  readonly models: Readonly<Record<string, string>>;
}
