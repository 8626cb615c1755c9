import { parsePage } from '../../markup/parse-page.ts';
import type { Article } from '../../model/article.ts';
import type { BlockKind } from '../../model/block.ts';
import type { LayoutBlock } from '../../model/layout-block.ts';
import { PAGE_LIMITS } from '../../model/page-limits.ts';
import type { Reading } from '../../model/reading.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import type { Span } from '../../model/span.ts';
import { TouchingSpans } from '../../text/touching-spans.ts';
import { collectBlocks } from './collect-blocks.ts';
import { flattenPage } from './flatten-page.ts';
import { judgePage } from './judge-page.ts';
import { listLeftOut } from './list-left-out.ts';
import { readPageMetadata } from './metadata/read-page-metadata.ts';
import { readStatedBody } from './metadata/read-stated-body.ts';
import type { TextRun } from './page-block.ts';
import { toPageRules } from './page-rules.ts';
import { TextWriter } from './text-writer.ts';

interface ChosenBlock {
  readonly kind: BlockKind;
  readonly runs: readonly TextRun[];
}

type Written = Pick<Reading, 'text' | 'pieces' | 'layout'>;

function write(source: string, blocks: readonly ChosenBlock[]): Written {
  const writer = new TextWriter(source);
  const layout: LayoutBlock[] = [];
  for (const { kind, runs } of blocks) {
    writer.writeBlock(runs, kind === 'code');
    layout.push({ start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0, kind });
  }
  return { text: writer.text, pieces: writer.pieces, layout };
}

/** A page that is too large to be read: nothing of it is text, and a person sees that. */
const UNREAD: Reading = { text: '', pieces: [], layout: [], metadata: {}, detections: [], incomplete: ['extract'] };

/** The text of all blocks of a page in which the article could not be looked for. */
function readFlat(source: string): Reading {
  const blocks = flattenPage(source);
  return blocks.length > PAGE_LIMITS.blocks ? UNREAD : { ...UNREAD, ...write(source, blocks) };
}

/** The blocks that reach into spans which a person wants in the text. */
function findRestored(blocks: readonly { readonly runs: readonly TextRun[] }[], restored: readonly Span[]): ReadonlySet<number> {
  if (restored.length === 0) return new Set();
  const spans = new TouchingSpans(restored);
  return new Set(blocks.flatMap(({ runs }, index) => (runs.some((run) => spans.firstIn(run) !== undefined) ? [index] : [])));
}

/**
 * The article of a web page: its blocks as a browser would build them, the article told from what stands around it, and
 * each character of its text mapped to the source. A page of too many elements gives the text of all its blocks, one that
 * is too large no text; both are `incomplete`. Blocks that reach into `restored` (sorted spans) are in the text, and still
 * among what was left out. Linear in the source.
 */
export function readHtml(article: Article, ruleset: Ruleset, restored: readonly Span[] = []): Reading {
  const { text: source } = article;
  if (source.length > PAGE_LIMITS.source) return UNREAD;
  const document = parsePage(source);
  if (!document) return readFlat(source);
  const page = collectBlocks(document);
  if (page.blocks.length > PAGE_LIMITS.blocks) return UNREAD;
  const stated = readPageMetadata(document);
  const { metadata } = stated;
  const rules = toPageRules(ruleset);
  const { facts, headline, parts, isDoubtful } = judgePage(article.title ?? metadata.title ?? '', page, rules);
  const choose = (wanted: ReadonlySet<number>): readonly ChosenBlock[] =>
    facts.blocks.flatMap((block, index) => {
      const isLeftOut = block.hidden !== undefined || parts[index] !== undefined;
      if (isLeftOut && !wanted.has(index)) return [];
      return [{ kind: index === headline ? 'title' : (facts.kinds[index] ?? block.kind), runs: block.runs }];
    });
  const body = readStatedBody(source, stated, choose(new Set()));
  if (body) return { ...write(source, body), metadata, detections: listLeftOut(facts, parts), incomplete: [] };
  const wanted = findRestored(facts.blocks, restored);
  const detections = listLeftOut(facts, parts, wanted);
  return { ...write(source, choose(wanted)), metadata, detections, incomplete: isDoubtful ? ['extract'] : [] };
}
