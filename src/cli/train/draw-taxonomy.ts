import { stringify } from 'yaml';
import type { TaxonomyConcept } from '../../index.ts';

const WIDTH = 110;

/** A taxonomy as a file that `loadTaxonomy` reads; commas and `=` in terms would be read otherwise, so none holds them. */
export function drawTaxonomy(about: string, concepts: readonly TaxonomyConcept[]): string {
  const topics = concepts.map(({ code, label, terms }) => ({
    code,
    label,
    ...(terms.length > 0 && { terms: terms.map(({ term, weight }) => `${term}=${weight}`).join(', ') }),
  }));
  return stringify({ about, topics }, { lineWidth: WIDTH, blockQuote: 'folded' });
}
