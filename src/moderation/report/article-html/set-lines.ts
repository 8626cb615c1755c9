import type { Element, ElementContent } from 'hast';

/** Elements that hold words and the like, not lines. */
const LINES = new Set(
  'h1 h2 h3 h4 h5 h6 p pre a em strong b i u s sub sup abbr time q cite del ins mark small code kbd samp var dfn bdi br img'.split(
    ' ',
  ),
);
const PHRASES = new Set([...LINES].filter((tag) => !/^(?:h[1-6]|p|pre)$/u.test(tag)));

const isLine = (node: ElementContent | undefined): boolean => node?.type === 'element' && !PHRASES.has(node.tagName);
const lineEnd = (): ElementContent => ({ type: 'text', value: '\n' });

/** Puts each element that is a line of its own on a line of its own. Trees are at most a hundred elements deep. */
export function setLines(node: Element): Element {
  if (LINES.has(node.tagName) || !node.children.some(isLine)) return node;
  const children: ElementContent[] = [];
  for (const child of node.children) {
    const needsEnd = isLine(child) || isLine(children.at(-1)) || children.length === 0;
    if (needsEnd && (children.length > 0 || isLine(child))) children.push(lineEnd());
    children.push(child.type === 'element' ? setLines(child) : child);
  }
  return { ...node, children: isLine(children.at(-1)) ? [...children, lineEnd()] : children };
}
