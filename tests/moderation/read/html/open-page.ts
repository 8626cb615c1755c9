import { loadRuleset } from '../../../../src/index.ts';
import { parsePage } from '../../../../src/moderation/markup/parse-page.ts';
import { collectBlocks } from '../../../../src/moderation/read/html/collect-blocks.ts';
import { judgeBlocks } from '../../../../src/moderation/read/html/judge-blocks.ts';
import { labelElements } from '../../../../src/moderation/read/html/label-elements.ts';
import type { PageBlock } from '../../../../src/moderation/read/html/page-block.ts';
import { gatherFacts, type PageFacts } from '../../../../src/moderation/read/html/page-facts.ts';
import type { PagePart } from '../../../../src/moderation/read/html/page-part.ts';
import { toPageRules } from '../../../../src/moderation/read/html/page-rules.ts';

export const pageRules = toPageRules(loadRuleset());

/** A sentence long enough to be running text. */
export const STORY =
  'The pilots of Merrow met in the customs house on Tuesday to speak about the northern channel and its missing buoys, and nobody left before noon.';

export function blocksOf(html: string): readonly PageBlock[] {
  const document = parsePage(html);
  if (!document) throw new RangeError('the page is too large');
  return collectBlocks(document).blocks;
}

export function factsOf(html: string): PageFacts {
  const document = parsePage(html);
  if (!document) throw new RangeError('the page is too large');
  return gatherFacts(collectBlocks(document), pageRules);
}

/** Each block as `kind: text`. */
export function tell(html: string): readonly string[] {
  const { blocks, texts } = factsOf(html);
  return blocks.map(({ hidden, kind }, index) => `${hidden === undefined ? '' : `(${hidden}) `}${kind}: ${texts[index]}`);
}

/** The part that each block belongs to by the names around it. */
export function labelsOf(html: string): readonly (PagePart | undefined)[] {
  const facts = factsOf(html);
  const labels = labelElements(facts, pageRules);
  return facts.blocks.map(({ element }) => labels[element.index]);
}

/** Each block with what it is judged to be; `article` for what stays, `headline` for the headline. */
export function judge(html: string, title = ''): readonly string[] {
  const facts = factsOf(html);
  const { headline, parts } = judgeBlocks(title, facts, pageRules);
  return facts.blocks.map((_, index) => (index === headline ? 'headline' : (parts[index] ?? 'article')));
}
