import type { TaxonomyConcept, TopicTerm } from '../../model/taxonomy.ts';
import { type Claim, TermTable } from './term-table.ts';
import type { TopicLimits } from './topic-limits.ts';

/** A concept with what it is made of, by row of the index. */
export interface TopicConcept {
  readonly code: string;
  readonly label: string;
  readonly broader: readonly string[];
  /** Rows of the concepts above it, the nearest first. */
  readonly ancestors: readonly number[];
  /** Row of its top-level concept, which may be itself. */
  readonly top: number;
}

/** A taxonomy made ready for reading texts. */
export interface TopicIndex {
  readonly version: string;
  readonly concepts: readonly TopicConcept[];
  readonly terms: TermTable;
  readonly limits: TopicLimits;
}

/** A concept with the words of its definition, which count only beside its other terms. */
export interface IndexedConcept extends TaxonomyConcept {
  readonly support?: readonly TopicTerm[];
}

function toConcept({ code, label, broader }: TaxonomyConcept, row: number, rows: ReadonlyMap<string, number>): TopicConcept {
  const ancestors = broader.flatMap((above) => rows.get(above) ?? []);
  return { code, label, broader, ancestors, top: ancestors.at(-1) ?? row };
}

/** Reads a taxonomy into an index. Linear in its terms. */
export function buildTopicIndex(version: string, concepts: readonly IndexedConcept[], limits: TopicLimits): TopicIndex {
  const rows = new Map(concepts.map(({ code }, row) => [code, row]));
  const terms = new TermTable();
  for (const [row, { terms: own, support = [], not }] of concepts.entries()) {
    // The terms of a list weigh the same and share one claim.
    const claims = new Map<number, Claim>();
    for (const { term, weight } of own) {
      let claim = claims.get(weight);
      if (claim === undefined) {
        claim = { concept: row, weight };
        claims.set(weight, claim);
      }
      terms.add(term, claim);
    }
    for (const { term, weight } of support) terms.add(term, { concept: row, weight, isSupport: true });
    for (const phrase of not) terms.add(phrase, undefined);
  }
  return { version, concepts: concepts.map((concept, row) => toConcept(concept, row, rows)), terms, limits };
}
