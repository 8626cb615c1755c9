import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, html, Parser, type Token } from 'parse5';
import { PAGE_LIMITS } from '../model/page-limits.ts';
import { findTextStart } from './find-text-start.ts';

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageDocument = DefaultTreeAdapterTypes.Document;
export type PageTag = DefaultTreeAdapterTypes.Element;

/** Elements open at a time; deeper ones are left out, their text is not. Browsers stop at 512. */
const MAX_DEPTH = 256;

/** Their content is no markup, so the tokenizer has to be told of them however deep they stand. */
const RAW = new Set<html.TAG_ID>([
  html.TAG_ID.SCRIPT,
  html.TAG_ID.STYLE,
  html.TAG_ID.TEXTAREA,
  html.TAG_ID.TITLE,
  html.TAG_ID.XMP,
  html.TAG_ID.IFRAME,
  html.TAG_ID.NOEMBED,
  html.TAG_ID.NOFRAMES,
  html.TAG_ID.PLAINTEXT,
]);

class TooManyElements extends Error {}

class PageParser extends Parser<DefaultTreeAdapterMap> {
  override onStartTag(token: Token.TagToken): void {
    const isRaw = RAW.has(token.tagID) && !this.currentNotInHTML;
    if (this.openElements.stackTop < MAX_DEPTH || isRaw) super.onStartTag(token);
  }
}

/** Joins a text to the one before it when both stand side by side in the source, so that each node is one slice of it. */
function joinText(node: DefaultTreeAdapterTypes.TextNode, start: number, end: number): boolean {
  if (!node.parentNode) return false;
  const { childNodes } = node.parentNode;
  const at = childNodes.at(-1) === node ? childNodes.length - 1 : childNodes.lastIndexOf(node);
  const before = childNodes[at - 1];
  if (!before || !defaultTreeAdapter.isTextNode(before)) return false;
  const place = before.sourceCodeLocation;
  if (!place || start < place.startOffset || start > place.endOffset) return false;
  before.value += node.value;
  place.endOffset = end;
  childNodes.splice(at, 1);
  return true;
}

/**
 * A node's place and nothing else. parse5 keeps three places for each element, and one for each of its attributes, which takes more
 * memory than the element.
 */
function toPlace({ startLine, startCol, startOffset, endLine, endCol, endOffset }: Token.Location): Token.Location {
  return { startLine, startCol, startOffset, endLine, endCol, endOffset };
}

/** Most elements have one child. What grows by `push` from nothing has room for seventeen. */
function appendChild(parent: DefaultTreeAdapterTypes.ParentNode, node: PageNode): void {
  if (defaultTreeAdapter.isCommentNode(node)) return;
  if (parent.childNodes.length > 0) parent.childNodes.push(node);
  else parent.childNodes = [node];
  node.parentNode = parent;
}

function createAdapter(source: string): typeof defaultTreeAdapter {
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      if (++elements > PAGE_LIMITS.elements) throw new TooManyElements();
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    appendChild,
    insertText: (parent, text) => appendChild(parent, defaultTreeAdapter.createTextNode(text)),
    insertTextBefore: (parent, text, reference) =>
      defaultTreeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference),
    setNodeSourceCodeLocation(node, location) {
      if (!location || defaultTreeAdapter.isCommentNode(node)) return;
      if (!defaultTreeAdapter.isTextNode(node)) return defaultTreeAdapter.setNodeSourceCodeLocation(node, toPlace(location));
      const startOffset = findTextStart(source, node.value, location.startOffset);
      if (joinText(node, startOffset, location.endOffset)) return;
      defaultTreeAdapter.setNodeSourceCodeLocation(node, { ...location, startOffset });
    },
    // The place of an element is that of its start tag.
    updateNodeSourceCodeLocation: () => {},
  };
}

/**
 * The tree of a page as a browser without scripts would build it, without comments, each text node one slice of the source, the place
 * of an element that of its start tag. Nothing when it has too many elements. Linear in the source: depth and number of elements are capped.
 */
export function parsePage(source: string): PageDocument | undefined {
  const parser = new PageParser({ treeAdapter: createAdapter(source), sourceCodeLocationInfo: true, scriptingEnabled: false });
  try {
    parser.tokenizer.write(source, true);
  } catch (error) {
    if (error instanceof TooManyElements) return undefined;
    throw error;
  }
  return parser.document;
}
