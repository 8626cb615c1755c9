/** A word or phrase that speaks for a concept. */
export interface TopicTerm {
  /** As written; letters that are capitals have to be capitals in the text. */
  readonly term: string;
  /** How much one occurrence says, above 0. */
  readonly weight: number;
}

/** The words of one concept of a taxonomy. */
export interface TopicSeeds {
  readonly code: string;
  readonly terms: readonly TopicTerm[];
  /** Phrases in which words mean something else: they speak for no concept. */
  readonly not: readonly string[];
}

/** One concept of a publisher's own taxonomy. */
export interface TaxonomyConcept extends TopicSeeds {
  readonly label: string;
  /** Codes from the direct parent up to the top level. */
  readonly broader: readonly string[];
}

/** A publisher's own topics, in place of IPTC Media Topics. */
export interface Taxonomy {
  /** Name and version, as `provenance.models.topics` states it. */
  readonly version: string;
  readonly concepts: readonly TaxonomyConcept[];
}
