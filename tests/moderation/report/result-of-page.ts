import { draftEdits, editDraft, openDraft, toSourceMap } from '../../../src/moderation/clean/draft.ts';
import { parsePage } from '../../../src/moderation/markup/page-tree.ts';
import type { Article } from '../../../src/moderation/model/article.ts';
import type { Block, BlockKind } from '../../../src/moderation/model/block.ts';
import type { ModeratedArticle } from '../../../src/moderation/model/moderated-article.ts';
import { TextWriter } from '../../../src/moderation/read/html/block-text.ts';
import { collectBlocks } from '../../../src/moderation/read/html/collect-blocks.ts';
import type { PageBlock } from '../../../src/moderation/read/html/page-block.ts';
import { moderateText } from './moderate-text.ts';

/** Which blocks of a page are the article, and what becomes of their text. */
export interface PageChoice {
  readonly keeps?: (block: PageBlock, index: number) => boolean;
  readonly kindOf?: (block: PageBlock, index: number) => BlockKind;
  /** Words of the text as read, and what they become. */
  readonly changes?: readonly (readonly [words: string, replacement: string])[];
}

const EMPTY = moderateText('');

const isFirstHeading = (block: PageBlock, index: number): BlockKind =>
  index === 0 && block.kind === 'heading' ? 'title' : block.kind;

/** A result whose article is all of a page, or the blocks of it that a test chooses: no judgement is between page and report. */
export function resultOfPage(html: string, choice: PageChoice = {}, article: Partial<Article> = {}): ModeratedArticle {
  const { keeps = () => true, kindOf = isFirstHeading, changes = [] } = choice;
  const page = parsePage(html);
  const writer = new TextWriter(html);
  const placed = (page ? collectBlocks(page).blocks : [])
    .filter((block, index) => block.hidden === undefined && keeps(block, index))
    .map((block, index) => ({ kind: kindOf(block, index), ...writer.writeBlock(block.runs, block.kind === 'code') }));
  const reading = { text: writer.text, pieces: writer.pieces, metadata: {}, detections: [], incomplete: [] };
  const edits = changes.map(([words, replacement]) => {
    const start = reading.text.indexOf(words);
    return { start, end: start + words.length, replacement };
  });
  const read = openDraft(html, reading);
  const draft = editDraft(read, edits);
  const toSource = toSourceMap(read);
  const moved = (offset: number): number =>
    edits.reduce((at, edit) => (edit.start < offset ? at + edit.replacement.length - (edit.end - edit.start) : at), offset);
  const blocks = placed.map(({ kind, start, end }): Block => {
    const source = toSource({ start, end });
    return { kind, start: moved(start), end: moved(end), sourceStart: source.start, sourceEnd: source.end };
  });
  return {
    ...EMPTY,
    article: { ...EMPTY.article, url: article.url ?? null },
    original: { ...EMPTY.original, length: html.length, format: 'html' },
    text: draft.text,
    edits: draftEdits(draft),
    blocks,
  };
}
