import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { lowerBound } from '../../text/lower-bound.ts';

/** Words on either side: the thing that is shown is named within these, and what is done with it within those. */
const NAMED_WITHIN = 8;
const DONE_WITHIN = 2;
const ENTITY = /^&|nbsp;?$/u;
/** Signs that stand between spaces in running text too. */
const FREE_SIGN = /^&(?:amp;)*(?:amp|[nm]dash|minus|hellip|bull|middot|times|[lr]arr|#0*38|#821[12]|#8226|#8230);$/u;

export interface ShownWords {
  /** What a remnant is called by those who show it: "template", "entity". */
  readonly nouns: ReadonlySet<string>;
  /** What stands right beside one that is shown: "type", "the tag". */
  readonly beside: ReadonlySet<string>;
}

/** An entity inside a word or after the words of a sentence was not decoded; only one by itself can be shown. */
function canBeShown(text: string, { start, end }: Span): boolean {
  const remnant = text.slice(start, Math.min(end, start + 40));
  if (!ENTITY.test(remnant)) return true;
  if (FREE_SIGN.test(remnant)) return false;
  return !/[\p{L}\p{N}&;]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}&;]/u.test(text.charAt(end));
}

/** Does the block name what stands at `span`: "&nbsp; is the entity for", "the template shows {{name}}", "type <b>"? */
export function isSpokenOf(document: Document, block: DocumentBlock, span: Span, { nouns, beside }: ShownWords): boolean {
  if (!canBeShown(document.text, span)) return false;
  const { starts, ends, count } = document.tokens;
  const first = lowerBound(starts, count, span.start);
  const after = lowerBound(starts, count, span.end);
  const from = Math.max(block.tokenStart, first - NAMED_WITHIN);
  const to = Math.min(block.tokenEnd, after + NAMED_WITHIN);
  for (let row = from; row < to; row++) {
    if (row >= first && row < after) continue;
    const word = document.text.slice(starts[row], Math.min(ends[row] ?? 0, (starts[row] ?? 0) + 24)).toLowerCase();
    if (nouns.has(word)) return true;
    if (row >= first - DONE_WITHIN && row < after + DONE_WITHIN && beside.has(word)) return true;
  }
  return false;
}
