import { html, type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import { findTextStart } from '../../markup/find-text-start.ts';
import type { BlockKind } from '../../model/block.ts';
import type { TextRun } from './page-block.ts';

/** A block of a page that was read without its tree. */
export interface FlatBlock {
  readonly kind: BlockKind;
  readonly runs: readonly TextRun[];
}

const { TAG_ID } = html;

/** How the tokenizer reads what stands in an element that holds no markup. None of it is text of the page. */
const RAW_MODES: ReadonlyMap<html.TAG_ID, Tokenizer['state']> = new Map<html.TAG_ID, Tokenizer['state']>([
  [TAG_ID.SCRIPT, TokenizerMode.SCRIPT_DATA],
  [TAG_ID.STYLE, TokenizerMode.RAWTEXT],
  [TAG_ID.XMP, TokenizerMode.RAWTEXT],
  [TAG_ID.IFRAME, TokenizerMode.RAWTEXT],
  [TAG_ID.NOEMBED, TokenizerMode.RAWTEXT],
  [TAG_ID.NOFRAMES, TokenizerMode.RAWTEXT],
  [TAG_ID.TEXTAREA, TokenizerMode.RCDATA],
  [TAG_ID.TITLE, TokenizerMode.RCDATA],
]);

/** Elements that stand inside a line; all others end it. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

function kindOf(tag: string): BlockKind {
  if (/^h[1-6]$/u.test(tag)) return 'heading';
  return tag === 'li' ? 'list_item' : 'paragraph';
}

class PageFlattener implements TokenHandler {
  readonly blocks: FlatBlock[] = [];
  readonly tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this);
  private runs: TextRun[] = [];
  private hasInk = false;
  private kind: BlockKind = 'paragraph';
  /** The element whose content is being passed over. */
  private raw: string | undefined;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  flush(kind: BlockKind): void {
    if (this.hasInk) this.blocks.push({ kind: this.kind, runs: this.runs });
    this.runs = [];
    this.hasInk = false;
    this.kind = kind;
  }

  onStartTag(token: Token.TagToken): void {
    const mode = RAW_MODES.get(token.tagID);
    if (mode !== undefined) {
      this.raw = token.tagName;
      this.tokenizer.state = mode;
    }
    if (!INLINE.has(token.tagName)) this.flush(kindOf(token.tagName));
  }

  onEndTag(token: Token.TagToken): void {
    if (token.tagName === this.raw) this.raw = undefined;
    if (!INLINE.has(token.tagName)) this.flush('paragraph');
  }

  onCharacter(token: Token.CharacterToken): void {
    if (this.raw === undefined) this.hasInk = true;
    this.onWhitespaceCharacter(token);
  }

  onWhitespaceCharacter({ chars, location }: Token.CharacterToken): void {
    if (this.raw !== undefined || !location) return;
    const last = this.runs.at(-1);
    const start = findTextStart(this.source, chars, location.startOffset);
    if (last && last.end >= start) {
      this.runs[this.runs.length - 1] = { value: last.value + chars, start: last.start, end: location.endOffset };
    } else this.runs.push({ value: chars, start, end: location.endOffset });
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {
    this.flush('paragraph');
  }
}

/** All text of a page, block by block, for one whose tree would be too large. Linear in the source. */
export function flattenPage(source: string): readonly FlatBlock[] {
  const flattener = new PageFlattener(source);
  flattener.tokenizer.write(source, true);
  return flattener.blocks;
}
