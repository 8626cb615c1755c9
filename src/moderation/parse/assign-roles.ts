import type { BlockKind } from '../model/block.ts';
import type { BlockRole, BlockZone, DocumentBlock } from '../model/document.ts';
import type { TokenTable } from '../model/token-table.ts';
import { createNote } from '../text/create-note.ts';
import { findTitle } from './find-title.ts';
import { isCaption } from './is-caption.ts';
import { isDomainName } from './is-domain-name.ts';
import { isSlug } from './is-slug.ts';
import { parseSourceNote } from './parse-source-note.ts';
import type { RawBlock } from './raw-block.ts';
import { readByline } from './read-byline.ts';

/** Words: a block this long is prose whatever it ends with; a shorter one needs a full stop and the lower limit. */
const PROSE_WORDS = 25;
const PROSE_WORDS_WITH_STOP = 8;
const MAX_HEADING_WORDS = 20;
/** Lines below a sentence of the header in which the byline stands. */
const BYLINE_REACH = 5;

const LIST_ITEM = /^(?:[-*•‣▪–—]|\d{1,3}[.)])\s/u;
const QUOTE = /^>\s?/u;
const SENTENCE_END = /[.!?…。！？]["'”’)\]»]{0,3}$/u;

function isProse(block: RawBlock): boolean {
  return block.words >= PROSE_WORDS || (block.words >= PROSE_WORDS_WITH_STOP && SENTENCE_END.test(block.text.slice(-6)));
}

/** One short question or exclamation: where nothing but the header stands before it, it is a title. */
function mayBeTitle(block: RawBlock): boolean {
  return block.words <= MAX_HEADING_WORDS && /^[^.!?]{1,200}[?!]$/u.test(block.text);
}

function zoneOf(index: number, firstProse: number, lastProse: number): BlockZone {
  if (firstProse < 0 || (index >= firstProse && index <= lastProse)) return 'body';
  return index < firstProse ? 'header' : 'tail';
}

function isHeading(block: RawBlock): boolean {
  return block.words > 0 && block.words <= MAX_HEADING_WORDS && !/[.。,;:…]["'”’)]{0,2}$/u.test(block.text.slice(-4));
}

const isSlugLine = createNote(({ text }) => isSlug(text));
const isHostLine = createNote(({ text }) => isDomainName(text));
const isCaptionBelow = createNote(({ text, words }) => isCaption(text, words, false));

/** A line that the metadata hold in full: the date of an update is not among them, so that line stays. */
function isKeptByline(block: RawBlock): boolean {
  const byline = readByline(block);
  return byline?.author !== undefined || byline?.publishedAt !== undefined;
}

/** Markup names lists, quotes and the like for sure; a paragraph or a heading of a page may still be its byline. */
function isSettled(stated: BlockKind | undefined): stated is BlockKind {
  return stated !== undefined && stated !== 'paragraph' && stated !== 'heading' && stated !== 'title';
}

function roleByForm(block: RawBlock, zone: BlockZone): BlockRole | undefined {
  if (isSettled(block.stated)) return block.stated;
  if (isSlugLine(block)) return 'slug';
  if (zone === 'header' && isHostLine(block)) return 'site';
  if (zone === 'header' && isKeptByline(block)) return 'byline';
  if (block.stated === 'heading') return undefined;
  if (block.stated === undefined && LIST_ITEM.test(block.text.slice(0, 6))) return 'list_item';
  if (block.index === 0 ? isCaption(block.text, block.words, true) : isCaptionBelow(block)) return 'caption';
  return block.stated === undefined && QUOTE.test(block.text) ? 'quote' : undefined;
}

/**
 * Notes such as "Source: Merrow Herald" in the header, and right below the story. Anywhere else they belong to the table, the
 * list of figures or the picture above.
 */
function withSourceNotes(
  blocks: readonly RawBlock[],
  zones: readonly BlockZone[],
  forms: readonly (BlockRole | undefined)[],
): readonly (BlockRole | undefined)[] {
  const roles = [...forms];
  let above = -1;
  for (const { index: at, text } of blocks) {
    if (roles[at] === undefined && zones[at] !== 'body' && parseSourceNote(text) !== undefined) {
      const isPlain = above < 0 || (roles[above] === undefined && !/\d\W*$|:$/u.test(blocks[above]?.text.slice(-12) ?? ''));
      if (isPlain && (zones[at] === 'header' || zones[above] === 'body')) roles[at] = 'source';
    }
    const role = roles[at];
    if (role !== 'byline' && role !== 'source' && role !== 'site') above = at;
  }
  return roles;
}

/** One short sentence above a byline does not end the header: it tells what the page or the article is about. */
function endOfHeader(blocks: readonly RawBlock[], firstProse: number): number {
  if ((blocks[firstProse]?.words ?? 0) >= PROSE_WORDS) return firstProse;
  const next = blocks
    .slice(firstProse + 1, firstProse + 1 + BYLINE_REACH)
    .findIndex((block) => isProse(block) || readByline(block));
  const end = firstProse + 1 + next;
  return next >= 0 && blocks[end] && readByline(blocks[end]) ? end : firstProse;
}

/** Without any other title, a first line that reads like a byline, a site or a slug may be the title itself: it stays. */
function mayBeOnlyTitle(forms: readonly (BlockRole | undefined)[], first: RawBlock | undefined): boolean {
  if (!first || readByline(first)?.publishedAt !== undefined) return false;
  return forms[0] === 'byline' || forms[0] === 'site' || forms[0] === 'slug' || forms[0] === 'source' || forms[0] === 'caption';
}

/** Gives every block its role and zone. Zones are drawn by the first and the last paragraph of prose. */
export function assignRoles(
  blocks: readonly RawBlock[],
  tokens: TokenTable,
  givenTitle: string | undefined,
): readonly DocumentBlock[] {
  const firstProse = blocks.findIndex((block) => isProse(block) && !mayBeTitle(block));
  const lastProse = blocks.findLastIndex(isProse);
  const zones = blocks.map((block) => zoneOf(block.index, firstProse, lastProse));
  const shapes = blocks.map((block, index) => roleByForm(block, zones[index] ?? 'body'));
  const forms = withSourceNotes(blocks, zones, shapes);
  const headerEnd = firstProse < 0 ? Math.min(3, blocks.length) : endOfHeader(blocks, firstProse);
  const inHeader = (block: RawBlock): boolean => block.index < headerEnd && forms[block.index] === undefined;
  const stated = blocks.findIndex((block) => block.stated === 'title');
  const found = stated < 0 ? findTitle(blocks, tokens, givenTitle, inHeader) : stated;
  const title = found < 0 && !givenTitle?.trim() && mayBeOnlyTitle(forms, blocks[0]) ? 0 : found;
  return blocks.map((block, index) => {
    // What markup calls a paragraph is one, however short.
    const isHead = block.stated === undefined ? isHeading(block) && !isProse(block) : block.stated === 'heading';
    const role = index === title ? 'title' : (forms[index] ?? (isHead ? 'heading' : 'paragraph'));
    return { ...block, role, zone: zones[index] ?? 'body' };
  });
}
