import { BLOCK_KINDS, type Block, type BlockKind } from '../model/block.ts';
import type { CleanedText } from '../model/cleaned-text.ts';
import type { DocumentBlock } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { draftEdits, toSourceMap } from './draft.ts';
import type { Settled } from './settle.ts';

const KINDS: ReadonlySet<string> = new Set(BLOCK_KINDS);

function isBlockKind(role: string): role is BlockKind {
  return KINDS.has(role);
}

function kindOf(block: DocumentBlock, source: Span, title: Span | undefined): BlockKind {
  if (title && source.start >= title.start && source.start < title.end) return 'title';
  if (block.role === 'title' && title) return 'heading';
  return isBlockKind(block.role) ? block.role : 'paragraph';
}

/** The cleaned text of a settled article, its edits, and its blocks with the way back to the original. */
export function clean(settled: Settled): CleanedText {
  const toSource = toSourceMap(settled.draft);
  const blocks: readonly Block[] = settled.document.blocks.map((block) => {
    const source = toSource(block);
    const kind = kindOf(block, source, settled.title);
    return { kind, start: block.start, end: block.end, sourceStart: source.start, sourceEnd: source.end };
  });
  return { text: settled.draft.text, edits: draftEdits(settled.draft), blocks, toSource };
}
