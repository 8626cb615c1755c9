import type { Ruleset } from '../../model/ruleset.ts';
import { compilePhrases, type PhraseMatcher } from '../../text/compile-phrases.ts';

/** The lists of last lines and of notes on authors, compiled. */
export interface ClosingMatchers {
  readonly closing: PhraseMatcher;
  readonly heads: PhraseMatcher;
  readonly openers: PhraseMatcher;
  readonly roles: PhraseMatcher;
}

// A memo of a pure function of immutable lists, which rulesets that differ in their rules alone share.
const compiled = new WeakMap<Ruleset['lists'], ClosingMatchers>();

/** The same matchers for the same ruleset. */
export function compileClosing(ruleset: Ruleset): ClosingMatchers {
  const known = compiled.get(ruleset.lists);
  if (known) return known;
  const compile = (name: string): PhraseMatcher => compilePhrases(ruleset.lists[name] ?? []);
  const matchers = {
    closing: compile('page.closing'),
    heads: compile('page.author_heads'),
    openers: compile('page.author_openers'),
    roles: compile('page.author_roles'),
  };
  compiled.set(ruleset.lists, matchers);
  return matchers;
}
