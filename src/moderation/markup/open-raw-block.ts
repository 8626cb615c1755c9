/** A block that runs through blank lines until a line closes it. */
export interface RawBlock {
  readonly type: 'code' | 'html';
  /** Blanks before the opening fence; as many go from each line. */
  readonly indent: number;
  /** True for the line that ends the block; of HTML it belongs to the block as well. */
  readonly isClosedBy: (line: string) => boolean;
}

/** Openings of HTML blocks that blank lines do not end, and what ends them (CommonMark 0.31, section 4.6, kinds 1 to 5). */
const HTML: readonly { readonly opening: RegExp; readonly ends: readonly string[] }[] = [
  { opening: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/iu, ends: ['</script>', '</pre>', '</style>', '</textarea>'] },
  { opening: /^<!--/u, ends: ['-->'] },
  { opening: /^<\?/u, ends: ['?>'] },
  { opening: /^<!\[CDATA\[/u, ends: [']]>'] },
  { opening: /^<![A-Za-z]/u, ends: ['>'] },
];
/** UTF-16 code units of a line in which an opening is looked for. */
const MAX_OPENING = 16;

function runLength(line: string, at: number): number {
  let to = at;
  while (line[to] === line[at] && to < line.length) to++;
  return to - at;
}

function openFence(line: string, indent: number): RawBlock | undefined {
  const sign = line[indent];
  const length = runLength(line, indent);
  if ((sign !== '`' && sign !== '~') || length < 3) return undefined;
  if (sign === '`' && line.includes('`', indent + length)) return undefined;
  const isClosedBy = (other: string): boolean => {
    const text = other.trimStart();
    const blanks = other.length - text.length;
    if (blanks > 3 || text[0] !== sign || other.slice(0, blanks).includes('\t')) return false;
    const run = runLength(text, 0);
    return run >= length && text.slice(run).trim() === '';
  };
  return { type: 'code', indent, isClosedBy };
}

/** The block that a line at the left margin opens and that blank lines do not end; nothing when it opens none. */
export function openRawBlock(line: string): RawBlock | undefined {
  let indent = 0;
  while (indent < 3 && line[indent] === ' ') indent++;
  const sign = line[indent];
  if (sign === '`' || sign === '~') return openFence(line, indent);
  if (sign !== '<') return undefined;
  const kind = HTML.find(({ opening }) => opening.test(line.slice(indent, indent + MAX_OPENING)));
  if (!kind) return undefined;
  return {
    type: 'html',
    indent,
    isClosedBy: (other) => kind.ends.some((end) => other.toLowerCase().includes(end.toLowerCase())),
  };
}
