import type { PageTag } from '../../markup/parse-page.ts';

/** UTF-16 code units of a style that are looked at. */
const MAX_STYLE = 1000;
/** CSS pixels beyond which nothing of a line is on the screen any more. */
const FAR = 900;
/** CSS pixels of an em or rem, as browsers begin with. */
const EM = 16;

type Style = ReadonlyMap<string, string>;

/** The declarations of a style; the last one of a property counts. */
function readStyle(style: string): Style {
  const declarations = new Map<string, string>();
  for (const declaration of style.slice(0, MAX_STYLE).toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .replace(/\s/gu, '');
    if (colon > 0 && value !== '') declarations.set(declaration.slice(0, colon).trim(), value);
  }
  return declarations;
}

/** A length in CSS pixels; percentages and other units count as their number. Nothing when it is no number. */
function toPixels(value: string | undefined): number | undefined {
  const number = value === undefined ? Number.NaN : Number.parseFloat(value);
  if (Number.isNaN(number) || value === undefined) return undefined;
  return /(?:em|ch|ex)$/u.test(value) ? number * EM : number;
}

const isZero = (value: string | undefined): boolean => toPixels(value) === 0;
const isFar = (value: string | undefined): boolean => (toPixels(value) ?? 0) <= -FAR;

const HIDING: readonly ((style: Style) => string | undefined)[] = [
  (style) => (style.get('display') === 'none' ? 'display:none' : undefined),
  (style) => (/^(?:hidden|collapse)$/u.test(style.get('visibility') ?? '') ? 'visibility:hidden' : undefined),
  (style) => (isZero(style.get('opacity')) ? 'opacity:0' : undefined),
  (style) => (isZero(style.get('font-size')) ? 'font-size:0' : undefined),
  (style) => (isFar(style.get('text-indent')) ? 'text-indent' : undefined),
  (style) => (isFar(style.get('margin-left')) || isFar(style.get('margin-top')) ? 'margin' : undefined),
  (style) => {
    const isPlaced = /^(?:absolute|fixed|relative)$/u.test(style.get('position') ?? '');
    return isPlaced && ['left', 'right', 'top'].some((side) => isFar(style.get(side))) ? 'position' : undefined;
  },
  (style) => {
    const isCut = style.get('overflow') === 'hidden' || style.get('overflow') === 'clip';
    return isCut && ['height', 'max-height', 'width', 'max-width'].some((side) => isZero(style.get(side)))
      ? 'overflow'
      : undefined;
  },
  (style) => (/^rect\((?:[01](?:px)?,?){4}\)$/u.test(style.get('clip') ?? '') ? 'clip' : undefined),
  (style) => (/^inset\((?:50|100)%\)$/u.test(style.get('clip-path') ?? '') ? 'clip' : undefined),
  (style) => (/^scale\(0(?:,0)?\)$/u.test(style.get('transform') ?? '') ? 'transform' : undefined),
  (style) => {
    const ground = style.get('background-color') ?? style.get('background');
    return ground !== undefined && ground === style.get('color') ? 'color' : undefined;
  },
];

/**
 * How an element hides its text from readers: an attribute or a declaration of its style; nothing when it does not.
 * `around` is how the element around it does: only what `visibility` hides can be shown again inside.
 */
export function findHiding(node: PageTag, around: string | undefined): string | undefined {
  let style = '';
  for (const { name, value } of node.attrs) {
    if (name === 'hidden' && value.toLowerCase() !== 'until-found') return around ?? 'hidden';
    if (name === 'style') style = value;
  }
  if (style === '') return around;
  const declarations = readStyle(style);
  if (around !== undefined) {
    return around === 'visibility:hidden' && declarations.get('visibility') === 'visible' ? undefined : around;
  }
  for (const hides of HIDING) {
    const how = hides(declarations);
    if (how !== undefined) return how;
  }
  return undefined;
}
