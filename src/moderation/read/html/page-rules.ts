import type { Ruleset } from '../../model/ruleset.ts';
import { NAMED_PARTS, type NamedPart } from './page-part.ts';

/** What `rules/page.yaml` says of pages, made ready for look-ups. */
export interface PageRules {
  /** The part that a name of an element (class, id, role) stands for. */
  readonly partOf: ReadonlyMap<string, NamedPart>;
  readonly leads: ReadonlySet<string>;
  readonly captions: ReadonlySet<string>;
  readonly credits: ReadonlySet<string>;
  readonly threshold: (name: string) => number;
}

/** Names of the lists in `rules/page.yaml`; a ruleset that lacks one does not load. */
export const PAGE_LISTS: readonly string[] = [
  ...NAMED_PARTS.map((part) => `page.${part}`),
  'page.leads',
  'page.captions',
  'page.credits',
];

/** Names of the thresholds in `rules/page.yaml`; a ruleset that lacks one does not load. */
export const PAGE_THRESHOLDS: readonly string[] = [
  'page.link_share',
  'page.prose_letters',
  'page.sentence_letters',
  'page.max_weight',
  'page.max_part_weight',
  'page.part_share',
  'page.comment_share',
  'page.card_letters',
  'page.share_letters',
  'page.fact_letters',
  'page.label_letters',
  'page.main_share',
  'page.plain_share',
  'page.listing_share',
  'page.listed_headings',
];

const compiled = new WeakMap<Ruleset['lists'], WeakMap<Ruleset['thresholds'], PageRules>>();

function compile(ruleset: Ruleset): PageRules {
  const list = (name: string): readonly string[] => {
    const words = ruleset.lists[name];
    if (!words) throw new RangeError(`the ruleset has no list "${name}"`);
    return words;
  };
  const partOf = new Map(NAMED_PARTS.flatMap((part) => list(`page.${part}`).map((word) => [word, part] as const)));
  const threshold = (name: string): number => {
    const value = ruleset.thresholds[name];
    if (value === undefined) throw new RangeError(`the ruleset has no threshold "${name}"`);
    return value;
  };
  return {
    partOf,
    leads: new Set(list('page.leads')),
    captions: new Set(list('page.captions')),
    credits: new Set(list('page.credits')),
    threshold,
  };
}

/** The page rules of a ruleset; compiled once. Throws `RangeError` when the ruleset lacks one. */
export function toPageRules(ruleset: Ruleset): PageRules {
  const ofLists = compiled.get(ruleset.lists) ?? new WeakMap<Ruleset['thresholds'], PageRules>();
  compiled.set(ruleset.lists, ofLists);
  const rules = ofLists.get(ruleset.thresholds) ?? compile(ruleset);
  ofLists.set(ruleset.thresholds, rules);
  return rules;
}
