import type { Ruleset } from '../../model/ruleset.ts';
import { compilePhrases, type PhraseMatcher } from '../../text/compile-phrases.ts';
import { FAMILIES, type Family } from './families.ts';

/** The families of a ruleset, made ready. */
export interface CompiledFamilies {
  readonly match: PhraseMatcher;
  readonly families: readonly Family[];
  readonly subjects: ReadonlySet<string>;
  /** "Sure", "Of course": what may stand before a preamble. */
  readonly openers: ReadonlySet<string>;
  /** "Summary", "draft": what is announced. */
  readonly texts: ReadonlySet<string>;
}

// A memo of a pure function of immutable lists, which rulesets that differ in their rules alone share.
const compiled = new WeakMap<Ruleset['lists'], CompiledFamilies>();

/** The phrases of all families in one matcher; compiled once for a ruleset. */
export function compileFamilies(ruleset: Ruleset): CompiledFamilies {
  const known = compiled.get(ruleset.lists);
  if (known) return known;
  const phrases = FAMILIES.map((family) => ({ family, words: ruleset.lists[`leftover.assistant_${family.list}`] ?? [] }));
  const result = {
    match: compilePhrases(phrases.flatMap(({ words }) => words)),
    families: phrases.flatMap(({ family, words }) => words.map(() => family)),
    subjects: new Set(ruleset.lists['leftover.assistant_subjects']),
    openers: new Set(ruleset.lists['leftover.assistant_openers']),
    texts: new Set(ruleset.lists['leftover.assistant_texts']),
  };
  compiled.set(ruleset.lists, result);
  return result;
}
