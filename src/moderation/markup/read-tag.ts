/** A tag, a comment or a declaration of HTML that begins at a place. */
export interface HtmlTag {
  /** In lower case; empty for what is no tag. */
  readonly name: string;
  readonly isClosing: boolean;
  /** Offset behind it. */
  readonly end: number;
  /** True when an attribute or its style hides what it holds from readers. */
  readonly hides: boolean;
}

const NAME = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>])/y;
/** UTF-16 code units of a tag without its values in quotes, and number of these; what has more is text. */
const MAX_TAG = 1000;
const MAX_VALUES = 50;
const STYLE = /\sstyle="([^"]{1,500})|\sstyle='([^']{1,500})/iu;
const HIDDEN = /\shidden(?=[\s=>/])/iu;
/** Declarations that hide text. Each is looked for in a style without its white space. */
const HIDING = ['display:none', 'visibility:hidden', 'font-size:0;', 'font-size:0px', 'opacity:0;'];

function findHiding(tag: string): boolean {
  const match = STYLE.exec(tag);
  const style = `${(match?.[1] ?? match?.[2] ?? '').toLowerCase().replace(/\s/gu, '')};`;
  return HIDDEN.test(tag) || HIDING.some((declaration) => style.includes(declaration));
}

/** Offset behind the `>` that ends a tag, values in quotes passed over; -1 when there is none in reach. */
function findTagEnd(source: string, at: number, end: number): number {
  let limit = at + MAX_TAG;
  let values = 0;
  for (let to = at; to < limit && to < end; to++) {
    const sign = source.charAt(to);
    if (sign === '>') return to + 1;
    if (sign !== '"' && sign !== "'") continue;
    const close = source.indexOf(sign, to + 1);
    if (close < 0 || close >= end || ++values > MAX_VALUES) return -1;
    limit += close - to;
    to = close;
  }
  return -1;
}

function skipDeclaration(source: string, at: number, end: number): number {
  const closing = source.startsWith('<!--', at) ? '-->' : source.startsWith('<![CDATA[', at) ? ']]>' : '>';
  const found = source.slice(at, end).indexOf(closing);
  return found < 0 ? end : at + found + closing.length;
}

/** The tag or comment at `at`, which has to be a `<`; nothing when what begins there is text. Reads no further than `end`. */
export function readTag(source: string, at: number, end: number): HtmlTag | undefined {
  const next = source[at + 1];
  if (next === '!' || next === '?') return { name: '', isClosing: false, end: skipDeclaration(source, at, end), hides: false };
  NAME.lastIndex = at;
  const match = NAME.exec(source);
  const tagEnd = match ? findTagEnd(source, NAME.lastIndex, end) : -1;
  if (!match || tagEnd < 0) return undefined;
  const isClosing = match[1] === '/';
  const hides = !isClosing && findHiding(source.slice(at, tagEnd));
  return { name: (match[2] ?? '').toLowerCase(), isClosing, end: tagEnd, hides };
}
