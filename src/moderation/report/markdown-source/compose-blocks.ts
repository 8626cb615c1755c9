import type { MarkdownNode } from '../../markup/markdown-node.ts';
import { type MarkdownText, readMarkdownText } from '../../markup/read-markdown-text.ts';
import type { Block } from '../../model/block.ts';
import type { Edit } from '../../model/edit.ts';
import type { ModeratedArticle } from '../../model/moderated-article.ts';
import type { Span } from '../../model/span.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { foldBlanks } from '../article-html/fold-blanks.ts';
import { readMarkup } from '../article-html/read-markup.ts';
import { drawMarkdown } from '../draw-markdown.ts';
import { listItemPlaces } from '../list-item-places.ts';
import { replaceControls } from '../replace-controls.ts';
import { applyEdits } from './apply-edits.ts';

/** A block of the left margin with what the cleaned article has of it. */
interface Part {
  readonly node: MarkdownNode;
  readonly blocks: readonly Block[];
  /** What it has to say. */
  readonly text: string;
  /** Ways to write it, the one nearest to the source first; the last draws its blocks. */
  readonly drafts: readonly string[];
  /** The one that is tried. */
  way: number;
}

const SEPARATOR = '\n\n';

/** The edits that touch each node. */
function sortEdits(nodes: readonly MarkdownNode[], edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const ends = Float64Array.from(nodes, ({ end }) => end);
  const lists: Edit[][] = nodes.map(() => []);
  for (const edit of edits) {
    for (let at = lowerBound(ends, ends.length, edit.start); (nodes[at]?.start ?? Number.POSITIVE_INFINITY) <= edit.end; at++) {
      const isBefore = edit.end === nodes[at]?.start && edit.start < edit.end;
      if (!isBefore) lists[at]?.push(edit);
    }
  }
  return lists;
}

function toParts(
  result: ModeratedArticle,
  source: string,
  nodes: readonly MarkdownNode[],
  drafts: readonly (readonly Edit[])[],
): readonly Part[] {
  const { text, blocks } = result;
  const starts = Float64Array.from(blocks, ({ sourceStart }) => sourceStart);
  const sorted = drafts.map((edits) => sortEdits(nodes, edits));
  const items = listItemPlaces(result, readMarkup('markdown', source));
  return nodes.map((node, index) => {
    const own = blocks.slice(
      lowerBound(starts, starts.length, node.start),
      lowerBound(starts, starts.length, Math.max(node.end, node.start + 1)),
    );
    const ways = sorted.map((lists) => applyEdits(source, lists[index] ?? [], node));
    const drawn = drawMarkdown({ text, blocks: own, isPlain: false, items });
    const said = own.length === 0 ? '' : text.slice(own[0]?.start, own.at(-1)?.end);
    return { node, blocks: own, text: said, drafts: [...ways, drawn], way: 0 };
  });
}

/** One after another; those that stand as they stood keep what stood between them. Gives the place of each. */
function join(
  source: string,
  parts: readonly Part[],
  head: string,
): { readonly draft: string; readonly places: readonly Span[] } {
  let draft = head;
  let before: { readonly index: number; readonly isSource: boolean } | undefined;
  const places = parts.map(({ drafts, way, node }, index) => {
    const written = drafts[way] ?? '';
    if (written.trim() === '') return { start: draft.length, end: draft.length };
    const isSource = written === source.slice(node.start, node.end);
    const isKept = before?.index === index - 1 && before.isSource && isSource;
    if (before) draft += isKept ? source.slice(parts[index - 1]?.node.end, node.start) : SEPARATOR;
    before = { index, isSource };
    const start = draft.length;
    draft += written;
    return { start, end: draft.length };
  });
  return { draft: `${draft}${draft === '' ? '' : '\n'}`, places };
}

const fold = (text: string): string => foldBlanks(replaceControls(text));

/** Whether a part reads as what it has to say; one that was drawn closes up blanks. */
function isRead({ text, drafts, way }: Part, read: string | undefined): boolean {
  return read === text || (way === drafts.length - 1 && fold(read ?? '') === fold(text));
}

/** The text that each stretch of a source has; stretches are in order. */
function textsIn({ text, pieces }: MarkdownText, places: readonly Span[]): readonly string[] {
  let at = 0;
  return places.map(({ start, end }) => {
    while ((pieces[at]?.source ?? Number.POSITIVE_INFINITY) < start) at++;
    const first = pieces[at];
    let last: typeof first;
    for (; (pieces[at]?.source ?? Number.POSITIVE_INFINITY) < end; at++) last = pieces[at];
    return first && last ? text.slice(first.at, last.at + last.length) : '';
  });
}

/**
 * The source of a cleaned Markdown article put together block by block: each as the first of `drafts` (edits of the
 * source) has it that makes it say what is left of it, or else drawn anew. Front matter and all that is no text stay.
 * Where even that is read otherwise, the article is drawn below its front matter.
 */
export function composeBlocks(
  result: ModeratedArticle,
  source: string,
  view: MarkdownText,
  drafts: readonly (readonly Edit[])[],
): string {
  const { frontMatter, children } = view.tree;
  const head = frontMatter ? source.slice(0, frontMatter.end) + SEPARATOR : '';
  const parts = toParts(result, source, children, drafts);
  for (let round = 0; round <= drafts.length; round++) {
    const { draft, places } = join(source, parts, head);
    const texts = textsIn(readMarkdownText(draft), places);
    const wrong = parts.filter((part, index) => !isRead(part, texts[index]));
    if (wrong.length === 0) return draft;
    for (const part of wrong) part.way = Math.min(part.way + 1, drafts.length);
  }
  const { text, blocks } = result;
  return head + drawMarkdown({ text, blocks, isPlain: false, items: new Map() });
}
