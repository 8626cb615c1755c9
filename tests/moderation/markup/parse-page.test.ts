import { describe, expect, it } from 'vitest';
import { type PageNode, parsePage } from '../../../src/moderation/markup/parse-page.ts';

/** Each text of a page with the slice of the source that it names as its place. */
function textsOf(html: string): readonly (readonly [text: string, source: string])[] {
  const walk = (nodes: readonly PageNode[]): readonly (readonly [string, string])[] =>
    nodes.flatMap((node) => {
      if ('value' in node && node.nodeName === '#text') {
        const at = node.sourceCodeLocation;
        return [[node.value, html.slice(at?.startOffset ?? 0, at?.endOffset ?? 0)] as const];
      }
      return 'childNodes' in node ? walk(node.childNodes) : [];
    });
  return walk(parsePage(html)?.childNodes ?? []);
}

describe('parsePage', () => {
  it.each<[what: string, html: string, texts: readonly (readonly [string, string])[]]>([
    ['plain text', '<p>tide</p>', [['tide', 'tide']]],
    ['text with references as one', '<p>a &amp; b&nbsp;c</p>', [['a & b\u00a0c', 'a &amp; b&nbsp;c']]],
    ['a reference behind white space', '<p> &quot;a&quot;</p>', [[' "a"', ' &quot;a&quot;']]],
    ['a reference behind white space that is dropped', ' &quot;a&quot;', [['"a"', '&quot;a&quot;']]],
    ['a reference behind a NUL that is dropped', '<p>\0&amp;a', [['&a', '&amp;a']]],
    [
      'text that a table moves',
      '<table>a<tr><td>b</td></tr></table>',
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
    ],
    [
      'text on both sides of a comment',
      '<p>a<!-- x -->b</p>',
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
    ],
    ['text with odd line ends', '<p>a\r\nb\rc</p>', [['a\nb\nc', 'a\r\nb\rc']]],
  ])('places %s', (_, html, texts) => {
    expect(textsOf(html)).toEqual(texts);
  });

  it('gives no comments, and elements the place of their start tag', () => {
    const html = '<!-- x --><p class="a">tide<!-- y --></p><!-- z -->';
    const [page] = parsePage(html)?.childNodes ?? [];
    const body = page && 'childNodes' in page ? page.childNodes.at(-1) : undefined;
    const [p, ...others] = body && 'childNodes' in body ? body.childNodes : [];
    const at = p?.sourceCodeLocation;
    expect(others).toEqual([]);
    expect(html.slice(at?.startOffset, at?.endOffset)).toBe('<p class="a">');
    expect(p && 'childNodes' in p ? p.childNodes.map(({ nodeName }) => nodeName) : []).toEqual(['#text']);
  });

  it('leaves deep elements out, and none of their text', () => {
    const depth = 1_000;
    expect(textsOf(`${'<div>'.repeat(depth)}tide${'</div>'.repeat(depth)}`)).toEqual([['tide', 'tide']]);
  });

  it('reads scripts as such however deep they stand', () => {
    expect(textsOf(`${'<div>'.repeat(1_000)}<script>"<p>x</p>"</script>`).map(([text]) => text)).toEqual(['"<p>x</p>"']);
  });

  it('gives nothing for a page of too many elements', () => {
    // The elements of every page are `html`, `head` and `body`.
    const pageOf = (elements: number): string => '<b></b>'.repeat(elements - 3);
    expect(parsePage(pageOf(800_000))).toBeDefined();
    expect(parsePage(pageOf(800_001))).toBeUndefined();
  });
});
