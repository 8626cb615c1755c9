import { draftEdits, editDraft, openDraft, toSourceMap } from '../../../src/moderation/clean/draft.ts';
import { parsePage } from '../../../src/moderation/markup/parse-page.ts';
import type { Article } from '../../../src/moderation/model/article.ts';
import type { ArticleBlock, BlockKind } from '../../../src/moderation/model/block.ts';
import type { Edit } from '../../../src/moderation/model/edit.ts';
import type { Finding } from '../../../src/moderation/model/finding.ts';
import type { ModeratedArticle } from '../../../src/moderation/model/moderated-article.ts';
import type { Span } from '../../../src/moderation/model/span.ts';
import { collectBlocks } from '../../../src/moderation/read/html/collect-blocks.ts';
import type { PageBlock } from '../../../src/moderation/read/html/page-block.ts';
import { TextWriter } from '../../../src/moderation/read/html/text-writer.ts';
import { moderateText } from './moderate-text.ts';

/** Which blocks of a page are the article, and what becomes of their text. */
export interface PageChoice {
  /** Blocks that are read; others are the page's. */
  readonly keeps?: (block: PageBlock, index: number) => boolean;
  readonly kindOf?: (block: PageBlock, index: number) => BlockKind;
  /** Blocks that are read and then taken out, each with a finding. */
  readonly removes?: (index: number) => boolean;
  /** Words of the text as read, and what they become, each with a finding. */
  readonly changes?: readonly (readonly [words: string, replacement: string])[];
}

interface PlacedBlock extends Span {
  readonly kind: BlockKind;
}

const EMPTY = moderateText('');

const isFirstHeading = (block: PageBlock, index: number): BlockKind =>
  index === 0 && block.kind === 'heading' ? 'title' : block.kind;

function toFinding({ start, end }: Span, replacement: string, index: number): Finding {
  const action = replacement === '' ? 'removed' : 'repaired';
  const about = { kind: 'leftover', rule: `test.${action}@1`, message: 'a change of a test', evidence: {} } as const;
  return { ...about, id: `f${index + 1}`, start, end, action, confidence: 1, points: 0, related: [] };
}

/** Edits that leave the blocks which stay joined by a blank line. */
function removeBlocks(blocks: readonly PlacedBlock[], stay: readonly PlacedBlock[], length: number): readonly Edit[] {
  if (stay.length === blocks.length) return [];
  const edges = [{ start: 0, end: 0 }, ...stay, { start: length, end: length }];
  return edges.slice(1).flatMap((next, index): readonly Edit[] => {
    const start = edges[index]?.end ?? 0;
    const replacement = index === 0 || index === stay.length ? '' : '\n\n';
    return next.start - start === replacement.length ? [] : [{ start, end: next.start, replacement }];
  });
}

/** A result whose article is all of a page, or the blocks of it that a test chooses: no judgement is between page and report. */
export function resultOfPage(html: string, choice: PageChoice = {}, article: Partial<Article> = {}): ModeratedArticle {
  const { keeps = () => true, kindOf = isFirstHeading, removes = () => false, changes = [] } = choice;
  const page = parsePage(html);
  const writer = new TextWriter(html);
  const placed = (page ? collectBlocks(page).blocks : [])
    .filter((block, index) => block.hidden === undefined && keeps(block, index))
    .map((block, index) => ({ kind: kindOf(block, index), ...writer.writeBlock(block.runs, block.kind === 'code') }));
  const { text } = writer;
  const stay = placed.filter((_, index) => !removes(index));
  const changed = changes.map(([words, replacement]): Edit => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, replacement };
  });
  const edits = [...removeBlocks(placed, stay, text.length), ...changed].toSorted((a, b) => a.start - b.start);
  const read = openDraft(html, { text, pieces: writer.pieces, metadata: {}, detections: [], incomplete: [] });
  const draft = editDraft(read, edits);
  const toSource = toSourceMap(read);
  const moved = (offset: number): number =>
    edits.reduce((at, edit) => (edit.start < offset ? at + edit.replacement.length - (edit.end - edit.start) : at), offset);
  const blocks = stay.map(({ kind, start, end }): ArticleBlock => {
    const source = toSource({ start, end });
    return { kind, start: moved(start), end: moved(end), sourceStart: source.start, sourceEnd: source.end, language: 'en' };
  });
  const gone = placed.filter((_, index) => removes(index)).map((block): Edit => ({ ...block, replacement: '' }));
  const found = [...gone, ...changed].toSorted((a, b) => a.start - b.start);
  return {
    ...EMPTY,
    article: { ...EMPTY.article, url: article.url ?? null },
    original: { ...EMPTY.original, length: html.length, format: 'html' },
    text: draft.text,
    edits: draftEdits(draft),
    blocks,
    findings: found.map((edit, index) => toFinding(toSource(edit), edit.replacement, index)),
  };
}
