export const ENTITY_TYPES = ['PER', 'LOC', 'ORG', 'MISC'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const VALUE_TYPES = ['date', 'money', 'percent', 'quantity'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** One place where an entity is named: `start`/`end` in the cleaned text, `sourceStart`/`sourceEnd` in the original. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly text: string;
}

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  /** The fullest form the article itself uses. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** 0 to 1. */
  readonly salience: number;
  readonly mentions: readonly Mention[];
}

export interface Value {
  readonly type: ValueType;
  readonly text: string;
  readonly value: string;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

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

/** Everything `annotate()` finds. */
export interface Annotations {
  readonly entities: readonly Entity[];
  readonly values: readonly Value[];
  readonly topics: readonly Topic[];
  readonly keyphrases: readonly Keyphrase[];
  readonly language: Language;
  /** Stages that were cut short, for example `entities` on a text over the cap. */
  readonly incomplete: readonly string[];
}
