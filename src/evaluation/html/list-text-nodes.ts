import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { TextNode } from './text-node.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose text no reader sees. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'head']);
/** Elements that do not end a line. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const MAX_CLASSES = 2;
const MAX_STEPS = 6;

function describeElement({ tagName, attrs }: Element): string {
  const attributeOf = (name: string): string => attrs.find((attribute) => attribute.name === name)?.value ?? '';
  const classes = attributeOf('class').split(/\s+/u).filter(Boolean).slice(0, MAX_CLASSES);
  const id = attributeOf('id');
  return [tagName, ...(id === '' ? [] : [`#${id}`]), ...classes.map((name) => `.${name}`)].join('');
}

function describePath(node: Node): string {
  const steps: string[] = [];
  for (let at: Node | null | undefined = node; at && steps.length < MAX_STEPS; at = 'parentNode' in at ? at.parentNode : null) {
    if ('tagName' in at) steps.unshift(describeElement(at));
  }
  return steps.join(' > ');
}

/** A break between the texts of two blocks; it has no place of its own. */
const breakAt = (at: number): TextNode => ({ text: '\n', path: '', start: at, end: at });

/** All texts of a page that a reader sees, in the order of the document, with a line break wherever a block begins or ends. */
export function listTextNodes(html: string): readonly TextNode[] {
  const texts: TextNode[] = [];
  let last = 0;
  const pushText = (node: DefaultTreeAdapterTypes.TextNode): void => {
    const { startOffset = last, endOffset = last } = node.sourceCodeLocation ?? {};
    texts.push({ text: node.value, path: describePath(node), start: startOffset, end: endOffset });
    last = endOffset;
  };
  const stack: (Node | 'break')[] = [parse(html, { sourceCodeLocationInfo: true })];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'break') texts.push(breakAt(last));
    else if (node.nodeName === '#text' && 'value' in node) pushText(node);
    else if ('childNodes' in node && !UNSEEN.has(node.nodeName)) {
      const isBlock = !INLINE.has(node.nodeName);
      if (isBlock) {
        texts.push(breakAt(last));
        stack.push('break');
      }
      for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at] ?? 'break');
    }
  }
  return texts;
}
