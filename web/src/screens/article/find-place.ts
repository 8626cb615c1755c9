/** A stretch of the original, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const PLACE = '[data-s]';

/** The offset in the original of a place in the page; a text that is not the original's counts as its beginning or end. */
function toOffset(node: Node, offset: number, isEnd: boolean): number | undefined {
  const inner = node instanceof Element ? (node.childNodes[Math.min(offset, node.childNodes.length - 1)] ?? node) : node;
  const element =
    inner instanceof Element ? (inner.closest(PLACE) ?? inner.querySelector(PLACE)) : inner.parentElement?.closest(PLACE);
  if (!element) return undefined;
  const start = Number(element.getAttribute('data-s'));
  if (element.hasAttribute('data-atom')) return isEnd ? start + 1 : start;
  if (inner === node) return start + offset;
  return isEnd && node instanceof Element && offset >= node.childNodes.length
    ? start + (element.textContent?.length ?? 0)
    : start;
}

/** What of the original is selected within an element. `null` when nothing is. */
export function findSelected(within: Element): Stretch | null {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
  if (!range || !within.contains(range.commonAncestorContainer)) return null;
  const start = toOffset(range.startContainer, range.startOffset, false);
  const end = toOffset(range.endContainer, range.endOffset, true);
  return start === undefined || end === undefined || end <= start ? null : { start, end };
}

/** Places in the page that show a stretch of the original, in each column in which it stands. */
export function listRanges(within: Element, { start, end }: Stretch): readonly Range[] {
  const ranges: Range[] = [];
  for (const element of within.querySelectorAll(PLACE)) {
    const from = Number(element.getAttribute('data-s'));
    const text = element.firstChild;
    if (!(text instanceof Text) || from >= end || from + text.length <= start) continue;
    const range = document.createRange();
    const isAtom = element.hasAttribute('data-atom');
    range.setStart(text, isAtom ? 0 : Math.max(0, start - from));
    range.setEnd(text, isAtom ? text.length : Math.min(text.length, end - from));
    ranges.push(range);
  }
  return ranges;
}

/** Brings the first of some ranges into view. `isMarked`: they are marked until others are. */
export function showRanges(ranges: readonly Range[], isMarked: boolean): void {
  CSS.highlights.set('jump', new Highlight(...(isMarked ? ranges : [])));
  const element = ranges.find((range) => range.getClientRects().length > 0)?.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'nearest' });
}
