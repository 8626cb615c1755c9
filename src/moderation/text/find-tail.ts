import { LINE_MARK, LINE_PROSE, LINE_SENTENCE } from './describe-lines.ts';
import {
  PAGE_ADVERT,
  PAGE_HINT,
  PAGE_LIST_HEAD,
  PAGE_MENU,
  PAGE_MORE,
  PAGE_NAMED,
  PAGE_PROMPT,
  PAGE_STRONG,
} from './page-lines.ts';

/** Lines above a hint in which a line of the page has to stand. */
const HINT_REACH = 3;

/** What stands below the story, from its first named line. */
export interface Tail {
  /** First block of the tail and the end of the blocks. */
  readonly from: number;
  readonly to: number;
  readonly strong: number;
  /** Named lines and marks over all lines. */
  readonly density: number;
  /** 1 for a teaser of another article. */
  readonly teasers: Uint8Array;
  /** 1 for a paragraph of the story, 2 for one about the site. */
  readonly story: Uint8Array;
}

/** What may be said in a story too counts as said by the page only close below lines that are surely of the page. */
export function takeHints(named: Uint16Array): Uint16Array {
  const lines = named.slice();
  for (const [at, bits] of named.entries()) {
    const isProse = (bits & (LINE_PROSE | LINE_SENTENCE)) !== 0;
    const isHint = (bits & PAGE_HINT) !== 0 || ((bits & PAGE_PROMPT) !== 0 && isProse);
    if (!isHint) continue;
    const isOfPage = (line: number): boolean => (line & PAGE_STRONG) !== 0 && (line & LINE_PROSE) === 0;
    const follows = named.slice(Math.max(0, at - HINT_REACH), at).some(isOfPage);
    lines[at] = follows ? bits | PAGE_PROMPT : bits & ~PAGE_PROMPT;
  }
  return lines;
}

/** Paragraphs that end in "Read more" under the head of a list of links: teasers of other articles. */
function findTeasers(lines: Uint16Array): Uint8Array {
  const teasers = new Uint8Array(lines.length);
  let listed = false;
  for (let at = 0; at < lines.length; at++) {
    const bits = lines[at] ?? 0;
    if ((bits & PAGE_LIST_HEAD) !== 0) listed = true;
    else if ((bits & LINE_PROSE) !== 0) {
      listed = listed && ((lines[at + 1] ?? 0) & PAGE_MORE) !== 0;
      if (listed) teasers[at] = 1;
    }
  }
  return teasers;
}

/** Strong lines in `[from, to)`; a menu of three entries or more counts for one. */
function countStrong(lines: Uint16Array, from: number, to: number): number {
  let strong = 0;
  let menu = 0;
  for (let at = Math.max(0, from); at < Math.min(lines.length, to); at++) {
    if (((lines[at] ?? 0) & PAGE_STRONG) !== 0) strong++;
    else if (((lines[at] ?? 0) & PAGE_MENU) !== 0) menu++;
  }
  return strong + Math.floor(menu / 3);
}

/** Paragraphs of the story: 1. One that stands alone far inside named lines speaks of the site: 2. */
function findStory(lines: Uint16Array, teasers: Uint8Array, reach: number): Uint8Array {
  const story = Uint8Array.from(lines, (bits, at) =>
    (bits & LINE_PROSE) !== 0 && (bits & PAGE_STRONG) === 0 && !teasers[at] ? 1 : 0,
  );
  const isAlone = (at: number): boolean => {
    for (let near = Math.max(0, at - reach); near <= at + reach && near < lines.length; near++)
      if (near !== at && story[near] !== 0) return false;
    const isLast = at === lines.length - 1;
    return countStrong(lines, at - reach, at) >= 2 && (isLast || countStrong(lines, at + 1, at + 1 + reach) >= 1);
  };
  for (let at = 0; at < lines.length; at++) if (story[at] === 1 && isAlone(at)) story[at] = 2;
  return story;
}

function opensTail(lines: Uint16Array, at: number): boolean {
  const isMenu = (step: number): boolean => ((lines[at + step] ?? 0) & (PAGE_MENU | PAGE_ADVERT)) !== 0;
  return ((lines[at] ?? 0) & PAGE_STRONG) !== 0 || [0, 1, 2].every(isMenu);
}

/** The tail of a page, or nothing when no line after the story is named. `reach`: lines between a paragraph about the site and the story. */
export function findTail(lines: Uint16Array, reach: number): Tail | undefined {
  const teasers = findTeasers(lines);
  const story = findStory(lines, teasers, reach);
  const to = lines.length;
  let from = story.lastIndexOf(1) + 1;
  while (from < to && !opensTail(lines, from)) from++;
  if (from === to) return undefined;
  let named = 0;
  for (let at = from; at < to; at++) if (((lines[at] ?? 0) & (PAGE_NAMED | LINE_MARK)) !== 0) named++;
  return { from, to, strong: countStrong(lines, from, to), density: named / (to - from), teasers, story };
}
