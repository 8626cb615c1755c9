import { describe, expect, it } from 'vitest';
import { blocksOf, tell } from './open-page.ts';

describe('collectBlocks', () => {
  it.each<[what: string, html: string, blocks: readonly string[]]>([
    [
      'names kinds',
      '<h2>a</h2><p>b</p><ul><li>c</li></ul><blockquote>d</blockquote><pre>e</pre><figure><figcaption>f</figcaption></figure>',
      ['heading: a', 'paragraph: b', 'list_item: c', 'quote: d', 'code: e', 'caption: f'],
    ],
    ['takes paragraphs of a quotation for quotation', '<blockquote><p>a</p><p>b</p></blockquote>', ['quote: a', 'quote: b']],
    [
      'keeps the own text of an item before and behind the list in it',
      '<ul><li>a<ul><li>b</li></ul>c</li></ul>',
      ['list_item: a', 'list_item: b', 'list_item: c'],
    ],
    [
      'ends what is never closed',
      '<p>a<p>b<ul><li>c<li>d</ul>',
      ['paragraph: a', 'paragraph: b', 'list_item: c', 'list_item: d'],
    ],
    ['reads tags in capitals', '<P>a <B>b</B></P><UL><LI>c</UL>', ['paragraph: a b', 'list_item: c']],
    ['divides at two breaks', 'a<br><br>b<BR/>c<br> <br>d', ['paragraph: a', 'paragraph: b\nc', 'paragraph: d']],
    ['writes a broken heading as one line', '<h2>a<br>b</h2>', ['heading: a b']],
    [
      'divides a paragraph at a figure',
      '<p>a<figure><img alt="x"><figcaption>b</figcaption></figure>c</p>',
      ['paragraph: a', 'caption: b', 'paragraph: c'],
    ],
    ['reads terms and their meanings', '<dl><dt>a</dt><dd>b</dd></dl>', ['paragraph: a', 'paragraph: b']],
    [
      'takes a summary for the heading of its details',
      '<details><summary>a</summary><p>b</p></details>',
      ['heading: a', 'paragraph: b'],
    ],
    ['leaves readings of characters out', '<p><ruby>港<rp>(</rp><rt>minato</rt><rp>)</rp></ruby></p>', ['paragraph: 港']],
    ['joins signs above and below to their words', '<p>30 m<sup>2</sup>, CO<sub>2</sub></p>', ['paragraph: 30 m2, CO2']],
    ['leaves places where a word may be divided', '<p>har<wbr>bour&shy;master</p>', ['paragraph: harbour\u00admaster']],
    [
      'has no text of pictures, frames, scripts and forms',
      '<p>a</p><img alt="x"><svg><text>x</text></svg><iframe>x</iframe><script>x</script><style>x</style><textarea>x</textarea><select><option>x</select>',
      ['paragraph: a'],
    ],
    [
      'shows neither templates nor what is for browsers without scripts',
      '<p>a</p><template><p>x</p></template><noscript><p>x</p></noscript>',
      ['paragraph: a'],
    ],
    ['has no text of a title in the body', '<body><title>x</title><p>a</p>', ['paragraph: a']],
    ['drops what is a comment in HTML', '<p>a<![CDATA[x]]>b<!-- x --></p>', ['paragraph: ab']],
    [
      'makes one block of a table of data',
      '<table><caption>n</caption><tr><th>a<th>b<tr><td>c<td>d</table>',
      ['caption: n', 'table: a\tb\nc\td'],
    ],
    [
      'makes blocks of the cells of a layout',
      '<table><tr><td><h1>a</h1></td><td><p>b</p></td></tr></table>',
      ['heading: a', 'paragraph: b'],
    ],
    [
      'keeps text in the wrong place of a table where it was written',
      '<table>a<tr><td>b</td>c</tr></table>',
      ['paragraph: a', 'paragraph: b', 'paragraph: c'],
    ],
    ['knows what is hidden', '<p>a <span hidden>x</span>b</p>', ['paragraph: a b', '(hidden) paragraph: x']],
    ['has no block of white space', '<p> &nbsp; </p><div><br></div>', []],
    ['skips a byte order mark at the beginning', '\ufeff<p>a</p>', ['paragraph: a']],
  ])('%s', (_, html, blocks) => {
    expect(tell(html).map((line) => line.replace(/ +$/u, ''))).toEqual(blocks);
  });

  it('counts letters, links and levels', () => {
    expect(blocksOf('<h3>one <a href="/a">two</a> <a name="b">three</a></h3>')).toMatchObject([
      { letters: 11, linkLetters: 3, links: 1, level: 3 },
    ]);
  });

  it('counts a link around blocks for each of them', () => {
    expect(blocksOf('<a href="/a"><div><p>one</p><p>two</p></div></a>').map(({ linkLetters }) => linkLetters)).toEqual([3, 3]);
  });
});
