import type { Document, DocumentBlock } from '../moderation/model/document.ts';
import type { PhraseRule } from '../moderation/model/ruleset.ts';
import type { Span } from '../moderation/model/span.ts';
import { TOKEN_SYMBOL } from '../moderation/model/token-table.ts';
import { splitSentences } from '../moderation/text/split-sentences.ts';
import { tokenize } from '../moderation/text/tokenize.ts';

/** A place that has words of a rule and that the rule leaves alone. */
export interface NearMiss extends Span {
  /** Share of the rule's different words that stand there, above 0 to 1. */
  readonly share: number;
}

const PLACEHOLDER = /\{[a-z]{1,20}\}/gu;

/** Hashes of the words that a rule states. */
function wordsOf({ phrases }: PhraseRule): ReadonlySet<number> {
  const { hashes, kinds, count } = tokenize((phrases[0] ?? '').replace(PLACEHOLDER, ' '));
  return new Set(hashes.subarray(0, count).filter((_, row) => kinds[row] !== TOKEN_SYMBOL));
}

function shareIn({ tokens }: Document, { start, end }: Span, from: number, to: number, words: ReadonlySet<number>): number {
  const seen = new Set<number>();
  for (let row = from; row < to; row++) {
    const hash = tokens.hashes[row] ?? 0;
    if ((tokens.starts[row] ?? 0) >= start && (tokens.ends[row] ?? 0) <= end && words.has(hash)) seen.add(hash);
  }
  return words.size === 0 ? 0 : seen.size / words.size;
}

/** The sentence of a block that has most words of the rule. */
function nearestIn(document: Document, block: DocumentBlock, words: ReadonlySet<number>): NearMiss | undefined {
  if (shareIn(document, block, block.tokenStart, block.tokenEnd, words) === 0) return undefined;
  const sentences = splitSentences(document.text, block.start, block.end);
  const shared = sentences.map(({ start, end }) => {
    const share = shareIn(document, { start, end }, block.tokenStart, block.tokenEnd, words);
    return { start, end, share };
  });
  return shared.reduce((best, one) => (one.share > best.share ? one : best), { start: block.start, end: block.end, share: 0 });
}

/** Words of a block in which near misses are looked for: each of its sentences is compared with all of its words. */
const MOST_WORDS = 400;

/** Sentences that come nearest to a rule outside of what it finds, the nearest first; spans index the document. */
export function findNear(document: Document, rule: PhraseRule, found: readonly Span[], limit: number): readonly NearMiss[] {
  const words = wordsOf(rule);
  const isFound = ({ start, end }: Span) => found.some((hit) => hit.start < end && hit.end > start);
  return document.blocks
    .filter((block) => block.role !== 'title' && block.role !== 'code' && block.words <= MOST_WORDS && !isFound(block))
    .flatMap((block) => nearestIn(document, block, words) ?? [])
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, limit);
}
