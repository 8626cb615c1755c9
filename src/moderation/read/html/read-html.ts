import { parsePage } from '../../markup/page-tree.ts';
import type { Article } from '../../model/article.ts';
import type { LayoutBlock } from '../../model/layout-block.ts';
import type { Reading } from '../../model/reading.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { readPlain } from '../read-plain.ts';
import { TextWriter } from './block-text.ts';
import { collectBlocks } from './collect-blocks.ts';
import { judgeBlocks } from './judge-blocks.ts';
import type { PageBlock } from './page-block.ts';
import { gatherFacts } from './page-facts.ts';
import { toPageRules } from './page-rules.ts';

export function readHtml(article: Article, ruleset: Ruleset): Reading {
  const { text: source } = article;
  const document = parsePage(source);
  if (!document) return readPlain(source);
  const rules = toPageRules(ruleset);
  const facts = gatherFacts(collectBlocks(document), rules);
  const { headline, parts } = judgeBlocks(article.title ?? /<title[^>]*>([^<]{0,400})/iu.exec(source)?.[1] ?? '', facts, rules);
  const writer = new TextWriter(source);
  const layout: LayoutBlock[] = [];
  for (const [index, block] of facts.blocks.entries()) {
    if (block.hidden !== undefined || parts[index] !== undefined) continue;
    writer.writeBlock(block.runs, block.kind === 'code');
    layout.push({ ...sourceOf(block), kind: index === headline ? 'title' : block.kind });
  }
  return { text: writer.text, pieces: writer.pieces, layout, metadata: {}, detections: [], incomplete: [] };
}

function sourceOf({ runs }: PageBlock): { start: number; end: number } {
  return { start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0 };
}
