import type { Block } from '../model/block.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { listRuns } from './article-html/list-runs.ts';
import { readAttribute } from './article-html/read-attribute.ts';
import type { SourceElement, SourceTree, Wrapper } from './article-html/source-tree.ts';

/** Where a list item stands in the lists of its source. */
export interface ItemPlace {
  readonly item: object;
  /** The items it is a part of, outermost first. */
  readonly around: readonly object[];
  /** Its number, in a list that has numbers. */
  readonly number?: string;
}

/** A larger number is none in Markdown. */
const NUMBER = /^\d{1,9}$/u;

function readNumber(element: SourceElement, name: string): number | undefined {
  const value = readAttribute(element, name)?.trim() ?? '';
  return NUMBER.test(value) ? Number(value) : undefined;
}

/** The numbers of the items of an ordered list, as pages count them. */
function countItems(list: SourceElement, numbers: Map<SourceElement, number>): void {
  let number = readNumber(list, 'start') ?? 1;
  for (const child of list.children) {
    if (child.tag !== 'li') continue;
    number = readNumber(child, 'value') ?? number;
    numbers.set(child, number++);
  }
}

function placeItem(containers: readonly Wrapper[], numbers: Map<SourceElement, number>): ItemPlace | undefined {
  const at = containers.findLastIndex(({ tag }) => tag === 'li');
  const item = containers[at]?.element;
  if (!item) return undefined;
  const list = containers[at - 1];
  if (list?.tag === 'ol' && !numbers.has(item)) countItems(list.element, numbers);
  const number = list?.tag === 'ol' ? numbers.get(item) : undefined;
  const around = containers.slice(0, at).flatMap(({ tag, element }) => (tag === 'li' ? [element] : []));
  return { item, around, ...(number === undefined ? {} : { number: String(number) }) };
}

/** The list items of a result that its source has in lists, with their numbers and the items around them. */
export function listItemPlaces(result: ModeratedArticle, tree: SourceTree | undefined): ReadonlyMap<Block, ItemPlace> {
  const places = new Map<Block, ItemPlace>();
  const numbers = new Map<SourceElement, number>();
  if (!tree || !result.blocks.some(({ kind }) => kind === 'list_item')) return places;
  for (const { block, runs } of listRuns(result, tree)) {
    const first = block.kind === 'list_item' ? runs.find(({ isGap }) => !isGap) : undefined;
    const place = first && placeItem(first.place.containers, numbers);
    if (place) places.set(block, place);
  }
  return places;
}
