import { LINE_MARK, LINE_PROSE, LINE_SENTENCE } from './describe-lines.ts';
import {
  PAGE_ADVERT,
  PAGE_HINT,
  PAGE_LABEL,
  PAGE_LIST_HEAD,
  PAGE_MENU,
  PAGE_MORE,
  PAGE_NAMED,
  PAGE_OPENER,
  PAGE_PROMPT,
  PAGE_REPEAT,
  PAGE_STAMP,
  PAGE_STRONG,
  PAGE_TAIL_HEAD,
} from './page-lines.ts';

/** Lines above a hint in which a line of the page has to stand. */
const HINT_REACH = 3;

/** What counts as named when the share of named lines is taken. */
const COUNTED = PAGE_NAMED | PAGE_STAMP | PAGE_REPEAT | LINE_MARK;
/** Weights of lines for or against the story: a paragraph of twelve words says 1, one of sixty or more 5. */
const WORDS_FOR_ONE = 12;
const MAX_WEIGHED_WORDS = 60;
const WEIGHT_STRONG = -2;
const WEIGHT_NAMED = -0.75;
const WEIGHT_OTHER = -0.25;
/** Named lines, and their share, by which a tail opens before its first strong line. */
const EARLY_NAMED = 3;
const EARLY_SHARE = 0.4;
/** Lines below a head of a list in which the next line of the page stands. */
const TAIL_HEAD_REACH = 8;

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
    const isOfPage = (line: number): boolean =>
      (line & PAGE_OPENER) !== 0 || ((line & PAGE_STRONG & ~PAGE_LABEL) !== 0 && (line & LINE_PROSE) === 0);
    const follows = named.slice(Math.max(0, at - HINT_REACH), at).some(isOfPage);
    const leads = (bits & LINE_PROSE) === 0 && isOfPage(named[at + 1] ?? 0);
    lines[at] = follows || leads ? bits | PAGE_PROMPT : bits & ~PAGE_PROMPT;
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

/** A paragraph that is strong by a hint alone: it may be of the story, and proves nothing about its neighbours. */
function isSpokenTo(bits: number): boolean {
  return (bits & LINE_PROSE) !== 0 && (bits & PAGE_HINT) !== 0 && (bits & (PAGE_STRONG & ~PAGE_PROMPT)) === 0;
}

function isStrong(bits: number): boolean {
  return (bits & PAGE_STRONG) !== 0 && !isSpokenTo(bits);
}

/** Strong lines in `[from, to)`; a menu of three entries or more counts for one. */
function countStrong(lines: Uint16Array, from: number, to: number): number {
  let strong = 0;
  let menu = 0;
  for (let at = Math.max(0, from); at < Math.min(lines.length, to); at++) {
    if (isStrong(lines[at] ?? 0)) strong++;
    else if (((lines[at] ?? 0) & PAGE_MENU) !== 0) menu++;
  }
  return strong + Math.floor(menu / 3);
}

/** Paragraphs of prose: 1. One that stands alone far inside named lines speaks of the site: 2. */
function findStory(lines: Uint16Array, teasers: Uint8Array, reach: number): Uint8Array {
  const story = Uint8Array.from(lines, (bits, at) =>
    (bits & LINE_PROSE) !== 0 && (bits & PAGE_STRONG) === 0 && !teasers[at] ? 1 : 0,
  );
  const isAlone = (at: number): boolean => {
    for (let near = Math.max(0, at - reach); near <= at + reach && near < lines.length; near++)
      if (near !== at && story[near] !== 0) return false;
    const isLast = at === lines.length - 1;
    return (
      countStrong(lines, at - (isLast ? 2 : 1) * reach, at) >= 2 && (isLast || countStrong(lines, at + 1, at + 1 + reach) >= 1)
    );
  };
  for (let at = 0; at < lines.length; at++) if (story[at] === 1 && isAlone(at)) story[at] = 2;
  return story;
}

/** What a line says about being inside the story; the longer a paragraph, the more. A lone label may be a heading. */
function weigh(bits: number, isStory: boolean, words: number, isLone: boolean): number {
  if (isStory) return Math.min(words, MAX_WEIGHED_WORDS) / WORDS_FOR_ONE;
  if ((bits & PAGE_STRONG) !== 0 && !isLone) return WEIGHT_STRONG;
  if ((bits & (PAGE_NAMED | PAGE_STAMP | PAGE_REPEAT)) !== 0) return WEIGHT_NAMED;
  return (bits & LINE_SENTENCE) !== 0 ? -WEIGHT_OTHER : WEIGHT_OTHER;
}

/**
 * The end of the story: of the stretch of lines whose weights have the greatest sum (after A. Finn, N. Kushmerick and
 * B. Smyth, "Fact or fiction: content classification for digital libraries", 2001). A few sentences among the lines of
 * a page's foot do not belong to it.
 */
function endOfStory(lines: Uint16Array, words: ArrayLike<number>, story: Uint8Array): number {
  let best = 0;
  let end = 0;
  let sum = 0;
  for (let at = 0; at < lines.length; at++) {
    const isStory = story[at] === 1 || isSpokenTo(lines[at] ?? 0);
    const isHeading = story[at - 1] === 1 || ((lines[at] ?? 0) & PAGE_STRONG) === PAGE_LABEL;
    const isLone = isHeading && (story[at + 1] === 1 || isSpokenTo(lines[at + 1] ?? 0));
    sum = Math.max(0, sum + weigh(lines[at] ?? 0, isStory, words[at] ?? 0, isLone));
    if (story[at] !== 1 || sum < best) continue;
    best = sum;
    end = at + 1;
  }
  return end;
}

/** A head that could also head a part of the story opens a tail only close above surer lines. */
function opensTail(lines: Uint16Array, at: number): boolean {
  if (((lines[at] ?? 0) & PAGE_STRONG) === PAGE_TAIL_HEAD) {
    const reach = Math.min(lines.length, at + 1 + TAIL_HEAD_REACH);
    if (countStrong(lines, at + 1, reach) === 0 && reach < lines.length) return false;
  }
  const isMenu = (step: number): boolean => ((lines[at + step] ?? 0) & (PAGE_MENU | PAGE_ADVERT)) !== 0;
  return isStrong(lines[at] ?? 0) || [0, 1, 2].every(isMenu);
}

function countNamed(lines: Uint16Array, from: number, to: number): number {
  let named = 0;
  for (let at = from; at < to; at++) if (((lines[at] ?? 0) & COUNTED) !== 0) named++;
  return named;
}

/** A tail may open before its first strong line, with entries of menus and copies of lines above. */
function openEarlier(lines: Uint16Array, from: number, opens: number): number {
  let start = opens;
  while (start > from && ((lines[start - 1] ?? 0) & (LINE_SENTENCE | LINE_PROSE)) === 0) start--;
  let earliest = opens;
  let named = 0;
  for (let at = opens - 1; at >= start; at--) {
    if (((lines[at] ?? 0) & COUNTED) !== 0) named++;
    const opener = ((lines[at] ?? 0) & (PAGE_NAMED | PAGE_REPEAT)) !== 0;
    if (opener && named >= EARLY_NAMED && named >= (opens - at) * EARLY_SHARE) earliest = at;
  }
  return earliest;
}

/**
 * The tail of a page, or nothing when no line after the story is named. `words`: words of each line. `reach`: lines
 * between a paragraph about the site and the story.
 */
export function findTail(lines: Uint16Array, words: ArrayLike<number>, reach: number): Tail | undefined {
  const teasers = findTeasers(lines);
  const story = findStory(lines, teasers, reach);
  const to = lines.length;
  const end = endOfStory(lines, words, story);
  let opens = end;
  while (opens < to && !opensTail(lines, opens)) opens++;
  if (opens === to) return undefined;
  const from = openEarlier(lines, end, opens);
  return { from, to, strong: countStrong(lines, from, to), density: countNamed(lines, from, to) / (to - from), teasers, story };
}
