import { type PageNode, type PageTag, parsePage } from '../../markup/parse-page.ts';
import { enterElement, openPlace } from './enter-element.ts';
import { readAttribute } from './read-attribute.ts';
import type { Place, SourceElement, SourceImage, SourceText, SourceTree } from './source-tree.ts';

const HTML = 'http://www.w3.org/1999/xhtml';

interface Step {
  readonly node: PageNode;
  readonly place: Place;
  readonly siblings: SourceElement[];
}

/** Elements of SVG and MathML have no meaning here, whatever their names. */
function toElement(node: PageTag, children: SourceElement[]): SourceElement {
  const tag = node.namespaceURI === HTML ? node.tagName : '';
  return { tag, attributes: node.attrs, children, start: node.sourceCodeLocation?.startOffset ?? 0 };
}

class MarkupReader implements SourceTree {
  readonly texts: SourceText[] = [];
  readonly images: SourceImage[] = [];
  base: string | undefined;

  private addElement(element: SourceElement, place: Place): void {
    if (element.tag === 'img') this.images.push({ start: element.start, element, place });
    if (element.tag === 'base') this.base ??= readAttribute(element, 'href');
  }

  /** Reads one node; returns what there is to read inside it. */
  read({ node, place, siblings }: Step): readonly Step[] {
    if (node.nodeName === '#text' && 'value' in node) {
      const at = node.sourceCodeLocation;
      if (at) this.texts.push({ start: at.startOffset, end: at.endOffset, place, isBlank: node.value.trim() === '' });
      return [];
    }
    if (!('tagName' in node)) return [];
    const children: SourceElement[] = [];
    const element = toElement(node, children);
    siblings.push(element);
    this.addElement(element, place);
    const inside = enterElement(place, element);
    return node.childNodes.map((child) => ({ node: child, place: inside, siblings: children }));
  }
}

/** The markup of a page; nothing when the page has too many elements for a tree. Linear in the source. */
export function readPageMarkup(source: string): SourceTree | undefined {
  const page = parsePage(source);
  if (!page) return undefined;
  const siblings: SourceElement[] = [];
  const place = openPlace({ tag: '', attributes: [], children: siblings, start: 0 });
  const reader = new MarkupReader();
  const todo: Step[] = page.childNodes.map((node) => ({ node, place, siblings })).reverse();
  for (let step = todo.pop(); step; step = todo.pop()) for (const inner of reader.read(step).toReversed()) todo.push(inner);
  // Text that may not stand in a table is moved before it, so the order of the tree is not always that of the source.
  reader.texts.sort((a, b) => a.start - b.start);
  reader.images.sort((a, b) => a.start - b.start);
  return reader;
}
