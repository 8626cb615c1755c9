import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { TOKEN_WORD } from '../model/token-table.ts';
import { compilePhrases, type PhraseMatcher } from '../text/compile-phrases.ts';

/** Words; a longer text is a licence or a contract. */
const MAX_WORDS = 40;

// A memo of a pure function of immutable lists, which rulesets that differ in their rules alone share.
const compiled = new WeakMap<Ruleset['lists'], PhraseMatcher>();

function compileFor(ruleset: Ruleset): PhraseMatcher {
  const match = compiled.get(ruleset.lists) ?? compilePhrases(ruleset.lists['page.rights'] ?? []);
  compiled.set(ruleset.lists, match);
  return match;
}

/** A clause that goes on speaks of rights; a notice stands alone between full stops, signs and years. */
function isClosed(document: Document, block: DocumentBlock, to: number): boolean {
  if (to >= block.tokenEnd || document.tokens.kinds[to] !== TOKEN_WORD) return true;
  const between = document.text.slice(document.tokens.ends[to - 1], document.tokens.starts[to]);
  return /[.|;·•!)–—]/u.test(between);
}

/** "All rights reserved" in a line above or below the story; a clause "All rights reserved under section 14" stays. */
export const rightsNotice: Detector = {
  name: 'rights-notice',
  thresholds: [],
  lists: ['page.rights'],
  detect(document, context) {
    const match = compileFor(context.ruleset);
    return document.blocks.flatMap((block) => {
      if (block.zone === 'body' || block.words > MAX_WORDS || block.role === 'title' || block.role === 'code') return [];
      const found = match(document.tokens, block.tokenStart, block.tokenEnd).find(({ to }) => isClosed(document, block, to));
      if (!found) return [];
      return [
        {
          kind: 'boilerplate',
          rule: 'page.rights-notice@1',
          start: block.start,
          end: block.end,
          confidence: 0.94,
          action: 'removed',
          message: 'rights notice',
          evidence: {
            matched: document.text.slice(document.tokens.starts[found.from], document.tokens.ends[found.to - 1]),
            zone: block.zone,
          },
        },
      ];
    });
  },
};
