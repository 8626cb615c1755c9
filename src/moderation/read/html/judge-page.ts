import type { CollectedPage } from './collect-blocks.ts';
import { type Judgement, judgeBlocks } from './judge-blocks.ts';
import { gatherFacts, type PageFacts } from './page-facts.ts';
import type { PageRules } from './page-rules.ts';
import { revealBlocks } from './reveal-blocks.ts';

interface JudgedPage extends Judgement {
  readonly facts: PageFacts;
  /** True when what was taken for the article is not sure to be it: a person is to look. */
  readonly isDoubtful: boolean;
}

/** UTF-16 code units without white space, the headline aside. Less was found in the wrong place, or is no running text. */
const MIN_LETTERS = 60;

function countKept({ facts, parts, headline }: { facts: PageFacts } & Judgement): number {
  let letters = 0;
  for (const [index, block] of facts.blocks.entries()) {
    if (index !== headline && parts[index] === undefined && block.hidden === undefined) letters += block.letters;
  }
  return letters;
}

/**
 * Finds the article of a page. Where there is no running text, an article of any lines is looked for; it is doubtful
 * unless nothing was left out. So is one that was hidden as a whole, which is shown: a script would do so.
 */
export function judgePage(title: string, collected: CollectedPage, rules: PageRules): JudgedPage {
  const { page, isRevealed } = revealBlocks(collected);
  const facts = gatherFacts(page, rules);
  const judged = { facts, ...judgeBlocks(title, facts, rules) };
  const found = countKept(judged);
  if (found >= MIN_LETTERS) return { ...judged, isDoubtful: isRevealed };
  const lines = gatherFacts(page, rules, true);
  const second = { facts: lines, ...judgeBlocks(title, lines, rules) };
  if (countKept(second) <= found) return { ...judged, isDoubtful: isRevealed || judged.parts.some((part) => part !== undefined) };
  return { ...second, isDoubtful: isRevealed || second.parts.some((part) => part !== undefined) };
}
