import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { PhraseMatch, PhraseMatcher } from '../text/compile-phrases.ts';
import { LINE_PROSE, LINE_SENTENCE } from '../text/describe-lines.ts';
import { isInsideQuotation } from '../text/is-inside-quotation.ts';
import { pageLines } from '../text/page-lines.ts';
import { calledInHead } from './closing/called-in-head.ts';
import { type ClosingMatchers, compileClosing } from './closing/compile-closing.ts';
import { findAuthorNote } from './closing/find-author-note.ts';

/** Words: a longer line without a full stop may be a part of the story. */
const MAX_LABEL_WORDS = 12;
/** Paragraphs of the story that have to stand above. */
const MIN_STORY = 2;
/** UTF-16 code units before a phrase in which a quotation mark is looked for. */
const MAX_QUOTED = 300;
/** Paragraphs of a note on the author under its head, and authors that are named one after the other. */
const MAX_NOTE_BLOCKS = 3;
const MAX_AUTHORS = 2;
const SOURCE = /^[(*–—-]{0,3}\s?(?:quelle|source|fuente|fonte|źródło|bron|källa|kilde|zdroj|forrás)\s?:/iu;
const LETTER = /\p{L}/u;
const OPENING_QUOTE = /^["“„«'‘]/u;
const KEPT_ROLES: ReadonlySet<string> = new Set(['title', 'quote', 'code', 'table']);

type Kind = 'line' | 'author';

/** What the detector works on: the article, what each line is for its page, and the limits. */
interface View {
  readonly document: Document;
  readonly lines: Uint16Array;
  readonly matchers: ClosingMatchers;
  readonly context: DetectionContext;
}

function matchesOf({ document }: View, match: PhraseMatcher, block: DocumentBlock): readonly PhraseMatch[] {
  return match(document.tokens, block.tokenStart, block.tokenEnd);
}

/** What somebody is quoted with is told, not said by the page. */
function isSaid({ document }: View, block: DocumentBlock, match: PhraseMatch): boolean {
  const at = document.tokens.starts[match.from] ?? block.start;
  return !isInsideQuotation(document.text, Math.max(block.start, at - MAX_QUOTED), at);
}

/** "Source: Merrow Herald" and "© 2024 Quay Media" below the last paragraph: under a table or a picture they belong to it. */
function isSourceLine({ document }: View, block: DocumentBlock): boolean {
  const above = document.blocks[block.index - 1];
  if (block.zone !== 'tail' || block.words > MAX_LABEL_WORDS || above?.role !== 'paragraph' || above.text.endsWith(':'))
    return false;
  return SOURCE.test(block.text) || block.text.startsWith('©');
}

function isClosingLine(view: View, block: DocumentBlock): boolean {
  if (isSourceLine(view, block)) return true;
  if (block.words > view.context.threshold('closing.max_words') || OPENING_QUOTE.test(block.text)) return false;
  return matchesOf(view, view.matchers.closing, block).some((match) => isSaid(view, block, match));
}

/** True when a word, in lower case, stands in a text; `called` holds letters only. */
function hasWord(text: string, called: string): boolean {
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(called); at >= 0; at = lower.indexOf(called, at + called.length)) {
    if (!LETTER.test(lower.charAt(at - 1)) && !LETTER.test(lower.charAt(at + called.length))) return true;
  }
  return false;
}

function isSpokenOf({ document, lines }: View, called: string, except: DocumentBlock): boolean {
  return document.blocks.some(
    (block) => block !== except && ((lines[block.index] ?? 0) & LINE_PROSE) !== 0 && hasWord(block.text, called),
  );
}

/** A paragraph on the author: begins with the name, says what authors do, and the story speaks of nobody by that name. */
function isAuthorNote(view: View, block: DocumentBlock): boolean {
  const { document, matchers, context } = view;
  if (block.words > context.threshold('closing.max_author_words') || block.role === 'list_item') return false;
  const isOpener = matchesOf(view, matchers.openers, block).some(({ from }) => from === block.tokenStart);
  const note = findAuthorNote(document, block, isOpener);
  if (!note || isSpokenOf(view, note.called, block)) return false;
  return isOpener || matchesOf(view, matchers.roles, block).length > 0;
}

function kindOf(view: View, block: DocumentBlock): Kind | undefined {
  if (KEPT_ROLES.has(block.role)) return undefined;
  if (isClosingLine(view, block)) return 'line';
  return isAuthorNote(view, block) ? 'author' : undefined;
}

/** A label between such lines: the button of a form, a name. */
function isLabel({ lines }: View, block: DocumentBlock): boolean {
  const isText = ((lines[block.index] ?? 0) & (LINE_PROSE | LINE_SENTENCE)) !== 0;
  return !isText && block.words <= MAX_LABEL_WORDS && block.role !== 'title' && block.role !== 'list_item';
}

function isHead(view: View, block: DocumentBlock): boolean {
  const isWhole = ({ from, to }: PhraseMatch): boolean => from === block.tokenStart && to === block.tokenEnd;
  if (matchesOf(view, view.matchers.heads, block).some(isWhole)) return true;
  const called = calledInHead(block.text);
  return called !== undefined && !isSpokenOf(view, called, block);
}

/** "About the author" and the paragraphs under it, when the story ends above: the index of the head. */
function findHead(view: View, end: number): number | undefined {
  const { blocks } = view.document;
  let words = 0;
  for (let at = end; at > 0 && end - at <= MAX_NOTE_BLOCKS; at--) {
    const block = blocks[at];
    if (!block || KEPT_ROLES.has(block.role)) return undefined;
    if (at < end && isHead(view, block)) return at;
    if (block.role === 'heading' && block.words <= MAX_LABEL_WORDS) return undefined;
    words += block.words;
    if (words > view.context.threshold('closing.max_author_words')) return undefined;
  }
  return undefined;
}

/** From the last line up: what the page says, until a line of the story. */
function walkUp(view: View): ReadonlyMap<number, Kind> {
  const { blocks } = view.document;
  const found = new Map<number, Kind>();
  let gap = 0;
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at];
    if (!block) break;
    const kind = kindOf(view, block);
    const head = kind === undefined ? findHead(view, at) : undefined;
    if (kind !== undefined) found.set(at, kind);
    else if (head !== undefined) {
      for (let inside = head; inside <= at; inside++) found.set(inside, 'author');
      at = head;
    } else if (!isLabel(view, block) || ++gap > view.context.threshold('closing.max_gap')) break;
    if (kind !== undefined || head !== undefined) gap = 0;
  }
  return found;
}

/** Speakers of a meeting, winners of a prize: three people one after the other are what the article is about. */
function withoutLists(view: View, found: ReadonlyMap<number, Kind>): ReadonlyMap<number, Kind> {
  const authors = [...found].filter(([at, kind]) => kind === 'author' && ((view.lines[at] ?? 0) & LINE_PROSE) !== 0);
  return authors.length <= MAX_AUTHORS ? found : new Map([...found].filter(([, kind]) => kind === 'line'));
}

function isStory({ document, lines, context }: View, found: ReadonlyMap<number, Kind>): boolean {
  let words = 0;
  let noted = 0;
  let paragraphs = 0;
  for (const block of document.blocks) {
    words += block.words;
    if (found.has(block.index)) noted += block.words;
    else if (((lines[block.index] ?? 0) & LINE_PROSE) !== 0) paragraphs++;
  }
  return paragraphs >= MIN_STORY && noted <= words * context.threshold('closing.max_share');
}

function toDetection(block: DocumentBlock, kind: Kind, last: number): Detection {
  return {
    kind: 'boilerplate',
    rule: kind === 'author' ? 'page.author-note@1' : 'page.closing-line@1',
    start: block.start,
    end: block.end,
    confidence: 0.86,
    action: 'removed',
    message: kind === 'author' ? 'a note on the author below the story' : 'what the page says to its reader below the story',
    evidence: { words: block.words, lines_to_end: last - block.index },
  };
}

/** The last lines of a page, from the end up to the story: invitations, notices, appeals, where it came from, who wrote it. */
export const closingNote: Detector = {
  name: 'closing-note',
  thresholds: ['closing.max_words', 'closing.max_share', 'closing.max_gap', 'closing.max_author_words'],
  lists: ['page.closing', 'page.author_heads', 'page.author_openers', 'page.author_roles'],
  rules: [
    { id: 'page.closing-line@1', kind: 'boilerplate', message: 'what the page says to its reader below the story' },
    { id: 'page.author-note@1', kind: 'boilerplate', message: 'a note on the author below the story' },
  ],
  detect(document, context) {
    const lines = pageLines(document, context.ruleset);
    const view: View = { document, lines, matchers: compileClosing(context.ruleset), context };
    const found = withoutLists(view, walkUp(view));
    if (found.size === 0 || !isStory(view, found)) return [];
    return document.blocks.flatMap((block) => {
      const kind = found.get(block.index);
      return kind === undefined ? [] : [toDetection(block, kind, document.blocks.length - 1)];
    });
  },
};
