import type { BlockKind } from '../../model/block.ts';
import type { CollectedPage } from './collect-blocks.ts';
import { namesOf } from './names-of.ts';
import type { PageBlock, PageElement } from './page-block.ts';
import type { PageRules } from './page-rules.ts';

const SENTENCE_END = /[.!?…。！？｡؟۔।॥։።။។:]["'”’«»“)\]]{0,3}$/u;
/** UTF-16 code units at the end of a block that tell whether it ends a sentence. */
const END = 6;

/** What is known of a page's blocks before any is judged; arrays go by the index of block or element. */
export interface PageFacts {
  readonly blocks: readonly PageBlock[];
  readonly elements: readonly PageElement[];
  readonly texts: readonly string[];
  /** Those that stand right before a picture, a film, a map or the like. */
  readonly beforeMedia: ReadonlySet<PageBlock>;
  /** Those that stand right below one. */
  readonly afterMedia: ReadonlySet<PageBlock>;
  /** As the tags say, and `caption` for what the names around it say is one. */
  readonly kinds: readonly BlockKind[];
  /** 1 for a block of running text. */
  readonly isProse: Uint8Array;
  /** Letters of running text outside links, each block up to `page.max_weight`, and of an element all those in it. */
  readonly proseOf: Float64Array;
  readonly prose: Float64Array;
  readonly allProse: number;
}

/** UTF-16 code units without white space; what is longer is text beside a picture rather than below it. */
const MAX_CAPTION = 400;

function kindOf(block: PageBlock, { captions }: PageRules): BlockKind {
  const { kind, element, level, letters } = block;
  if ((kind !== 'paragraph' && kind !== 'heading') || level === 1 || letters > MAX_CAPTION) return kind;
  const isNamed = (named: PageElement | undefined): boolean =>
    named !== undefined && namesOf(named).some(({ word }) => captions.has(word));
  return isNamed(element) || isNamed(element.parent) ? 'caption' : kind;
}

function textOf({ runs }: PageBlock): string {
  return runs.map((run) => (run.after?.sign ?? '') + run.value).join('');
}

/** Adds a value to an element and all that it stands in. The depth of a page is capped, so this takes bounded time. */
export function addUpwards(sums: Float64Array, from: PageElement, value: number): void {
  for (let element: PageElement | undefined = from; element; element = element.parent) {
    sums[element.index] = (sums[element.index] ?? 0) + value;
  }
}

function isProse(block: PageBlock, kind: BlockKind, text: string, { threshold }: PageRules): boolean {
  if (kind === 'caption') return false;
  const own = block.letters - block.linkLetters;
  if (block.hidden !== undefined || block.linkLetters > block.letters * threshold('page.link_share')) return false;
  return (
    own >= threshold('page.prose_letters') ||
    (own >= threshold('page.sentence_letters') && SENTENCE_END.test(text.trimEnd().slice(-END)))
  );
}

function isLine(block: PageBlock, { threshold }: PageRules): boolean {
  return block.hidden === undefined && block.level === 0 && block.linkLetters <= block.letters * threshold('page.link_share');
}

/**
 * What is known of the blocks of a page. `anyLine`: every line that is no link counts as running text, for an article
 * that has none: a poem, a list, a table.
 */
export function gatherFacts(
  { blocks, elements, beforeMedia, afterMedia }: CollectedPage,
  rules: PageRules,
  anyLine = false,
): PageFacts {
  const texts = blocks.map(textOf);
  const kinds = blocks.map((block) => kindOf(block, rules));
  const prose = Uint8Array.from(blocks, (block, index) =>
    (anyLine ? isLine(block, rules) : isProse(block, kinds[index] ?? block.kind, texts[index] ?? '', rules)) ? 1 : 0,
  );
  const most = rules.threshold('page.max_weight');
  const proseOf = Float64Array.from(blocks, (block, index) =>
    prose[index] === 1 ? Math.min(most, block.letters - block.linkLetters) : 0,
  );
  const sums = new Float64Array(elements.length);
  let allProse = 0;
  for (const [index, block] of blocks.entries()) {
    const letters = proseOf[index] ?? 0;
    allProse += letters;
    if (letters > 0) addUpwards(sums, block.element, letters);
  }
  return { blocks, elements, beforeMedia, afterMedia, texts, kinds, isProse: prose, proseOf, prose: sums, allProse };
}
