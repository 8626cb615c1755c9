import type { SourceElement, Wrapper } from './source-tree.ts';

const ROWS = ['table', 'thead', 'tbody', 'tfoot'];
const TABLE_PARTS = new Set([...ROWS, 'tr']);
/** Elements that mean something only directly inside certain others. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  figcaption: ['figure'],
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ROWS,
  td: ['tr'],
  th: ['tr'],
};
/** Stands for the list that items without one have together. */
const NO_LIST: SourceElement = { tag: '', attributes: [], children: [], start: 0 };
const OF_TABLES = new Set([...TABLE_PARTS, 'caption', 'td', 'th']);

/** What has to stand inside `tag` around anything else. */
function itemOf(tag: string | undefined): string | undefined {
  if (tag === 'ul' || tag === 'ol') return 'li';
  return tag === 'dl' ? 'dd' : undefined;
}

/** Containers into which words may be put: a list gets an item for them, a table that has no cell open is left. */
export function openContent(containers: readonly Wrapper[], element: SourceElement): readonly Wrapper[] {
  const fitted = [...containers];
  while (TABLE_PARTS.has(fitted.at(-1)?.tag ?? '')) fitted.pop();
  const item = itemOf(fitted.at(-1)?.tag);
  return item === undefined ? fitted : [...fitted, { tag: item, element }];
}

/** Containers into which another one may be put. A list between the items of another one belongs to the item before it. */
function openInner(containers: readonly Wrapper[], element: SourceElement): readonly Wrapper[] {
  const content = openContent(containers, element);
  const item = content.at(-1);
  return item && item.element === element ? [...content.slice(0, -1), { ...item, isJoined: true }] : content;
}

/**
 * The containers of a place as HTML allows them: tables of data only, an item always in a list, nothing between a list and
 * its items. What does not fit is left out, what is missing is put in.
 */
export function fitContainers(containers: readonly Wrapper[], tables: ReadonlySet<SourceElement>): readonly Wrapper[] {
  let fitted: readonly Wrapper[] = [];
  let isData = false;
  for (const wrapper of containers) {
    if (wrapper.tag === 'table') isData = tables.has(wrapper.element);
    if (OF_TABLES.has(wrapper.tag) && !isData) continue;
    const parents = PARENTS[wrapper.tag];
    const isInPlace = parents?.includes(fitted.at(-1)?.tag ?? '') ?? false;
    if (parents === undefined) fitted = [...openInner(fitted, wrapper.element), wrapper];
    else if (isInPlace) fitted = [...fitted, wrapper];
    else if (wrapper.tag === 'li') {
      const outer = openInner(fitted, wrapper.element);
      fitted = [...outer, { tag: 'ul', element: outer.at(-1)?.element ?? NO_LIST }, wrapper];
    }
  }
  return fitted;
}
