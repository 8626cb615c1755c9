import type { Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { sequenceHash, wordHashes } from '../text/shingle-hashes.ts';

function sameWords(document: Document, a: DocumentBlock, b: DocumentBlock): boolean {
  const left = wordHashes(document.tokens, a.tokenStart, a.tokenEnd);
  const right = wordHashes(document.tokens, b.tokenStart, b.tokenEnd);
  return left.length === right.length && left.every((word, index) => word === right[index]);
}

function toDetection(block: DocumentBlock, first: DocumentBlock): Detection {
  return {
    kind: 'duplicate',
    rule: 'duplicate.exact@1',
    start: block.start,
    end: block.end,
    confidence: 0.98,
    action: 'removed',
    message: 'says word for word what an earlier paragraph said',
    evidence: { words: block.words, distance_blocks: block.index - first.index },
    relatedSpans: [{ start: first.start, end: first.end }],
  };
}

/** Paragraphs, list items and quotes whose words stand in the same order in an earlier block. The first copy stays. */
export const duplicate: Detector = {
  name: 'duplicate',
  thresholds: ['duplicate.min_words'],
  lists: [],
  detect(document, context) {
    const minWords = context.threshold('duplicate.min_words');
    const seen = new Map<number, DocumentBlock>();
    const found: Detection[] = [];
    for (const block of document.blocks) {
      if (block.words < minWords || block.role === 'title' || block.role === 'heading') continue;
      const words = wordHashes(document.tokens, block.tokenStart, block.tokenEnd);
      const hash = sequenceHash(words, 0, words.length);
      const first = seen.get(hash);
      if (!first) seen.set(hash, block);
      else if (sameWords(document, first, block)) found.push(toDetection(block, first));
    }
    return found;
  },
};
