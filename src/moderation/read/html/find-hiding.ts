import type { PageTag } from '../../markup/parse-page.ts';

/** Declarations that hide text from readers. Each is looked for in a style without its white space. */
const HIDING = [
  'display:none',
  'visibility:hidden',
  'font-size:0;',
  'font-size:0px',
  'opacity:0;',
  'text-indent:-9',
  'left:-9',
  'top:-9',
];
/** UTF-16 code units of a style that are looked at. */
const MAX_STYLE = 1000;

/** How an element hides its text from readers: an attribute or a declaration of its style; nothing when it does not. */
export function findHiding(node: PageTag): string | undefined {
  for (const { name, value } of node.attrs) {
    if (name === 'hidden') return 'hidden';
    if (name !== 'style') continue;
    const style = `${value.slice(0, MAX_STYLE).toLowerCase().replace(/\s/gu, '')};`;
    const found = HIDING.find((declaration) => style.includes(declaration));
    if (found !== undefined) return found;
  }
  return undefined;
}
