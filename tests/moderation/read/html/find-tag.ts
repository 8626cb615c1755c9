import { type PageNode, type PageTag, parsePage } from '../../../../src/moderation/markup/parse-page.ts';

function find(nodes: readonly PageNode[], tag: string): PageTag | undefined {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    const found = node.tagName === tag ? node : find(node.childNodes, tag);
    if (found) return found;
  }
  return undefined;
}

/** The first element of a tag in a page. */
export function findTag(html: string, tag: string): PageTag {
  const found = find(parsePage(html)?.childNodes ?? [], tag);
  if (!found) throw new RangeError(`no <${tag}>`);
  return found;
}
