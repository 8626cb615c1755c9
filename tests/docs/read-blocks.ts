import { readFileSync } from 'node:fs';

/** A fenced block of a page. */
export interface Block {
  /** The first word behind the fence; empty when there is none. */
  readonly language: string;
  /** What stands behind the language; `checked` on shell blocks that nothing runs. */
  readonly note: string;
  readonly code: string;
  /** The heading it stands under. */
  readonly heading: string;
}

const FENCE_OR_HEADING = /^```(\w*)[^\S\n]*([^\n]*)\n(.*?)^```$|^#+ ([^\n]+)$/gmsu;

/** The fenced blocks of a Markdown page, named from the top of the project, in their order. */
export function readBlocks(page: string): readonly Block[] {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  const blocks: Block[] = [];
  let heading = '';
  for (const [, language, note = '', code = '', title] of text.matchAll(FENCE_OR_HEADING)) {
    if (language === undefined) heading = title ?? '';
    else blocks.push({ language, note, code, heading });
  }
  return blocks;
}

/** The blocks of a page that a test runs as they stand. */
export function readShells(page: string): readonly Block[] {
  return readBlocks(page).filter(({ language, note }) => language === 'sh' && note !== 'checked');
}
