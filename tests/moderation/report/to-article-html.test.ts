import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ModeratedArticle } from '../../../src/moderation/model/moderated-article.ts';
import { splitListMarker } from '../../../src/moderation/report/split-list-marker.ts';
import { toArticleHtml } from '../../../src/moderation/report/to-article-html.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { arbitraryArticleText } from '../../properties/arbitrary-article.ts';
import { HOSTILE } from './hostile-text.ts';
import { moderateText } from './moderate-text.ts';
import { type PageChoice, resultOfPage } from './result-of-page.ts';

const URL = 'https://quay.example/news/ice';
const draw = (html: string, choice: PageChoice = {}, url?: string): string =>
  toArticleHtml(resultOfPage(html, choice, url === undefined ? {} : { url }), html);

/** What is inside the article, its lines joined. */
const inside = (html: string): string =>
  html
    .replace(/^<article[^>]*>\n?/u, '')
    .replace(/\n?<\/article>\n$/u, '')
    .replaceAll('\n', '');

type Node = DefaultTreeAdapterTypes.ChildNode;
const wordsOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? wordsOf(node.childNodes) : '')).join('');
const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
/** The words that a browser would show. */
const readBack = (html: string): string => fold(wordsOf(parseFragment(html).childNodes));
const said = ({ text }: ModeratedArticle): string => fold(text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, '\ufffd'));

describe('toArticleHtml from HTML', () => {
  it.each([
    ['a title', '<h2>The ice goes out</h2>', '<h1>The ice goes out</h1>'],
    ['headings by their level', '<p>a</p><h1>b</h1><h3>c</h3><h6>d</h6>', '<p>a</p><h2>b</h2><h3>c</h3><h6>d</h6>'],
    [
      'wrappers without meaning',
      '<div class=x><section id=y><span>a</span> <font color=red>b</font><center>c</center></section></div>',
      '<p>a b</p><p>c</p>',
    ],
    ['elements of office suites', '<p class=Mso>a<o:p></o:p></p><p><o:p>b</o:p></p>', '<p>a</p><p>b</p>'],
    ['empty elements', '<p></p><p> </p><ul><li></li></ul><p>a<b></b></p><h2></h2>', '<p>a</p>'],
    [
      'emphasis',
      '<p><em>a</em> <strong>b</strong> <b>c</b> <i>d</i> <u>e</u> <strike>f</strike>',
      '<p><em>a</em> <strong>b</strong> <b>c</b> <i>d</i> <u>e</u> <s>f</s></p>',
    ],
    ['emphasis around paragraphs', '<b><p>a</p><p>b <b>c</b></p></b>', '<p><b>a</b></p><p><b>b c</b></p>'],
    ['small print of science', '<p>H<sub>2</sub>O, m<sup>2</sup>', '<p>H<sub>2</sub>O, m<sup>2</sup></p>'],
    [
      'notes',
      '<p><abbr title="World Ice Office">WIO</abbr>, <time datetime="2026-03-04">4 March</time>',
      '<p><abbr title="World Ice Office">WIO</abbr>, <time datetime="2026-03-04">4 March</time></p>',
    ],
    ['quotations', '<p><q cite=/x>a</q> by <cite>b</cite>', '<p><q cite="https://quay.example/x">a</q> by <cite>b</cite></p>'],
    ['changes', '<p><del>a</del><ins datetime=2026-01-01>b</ins>', '<p><del>a</del><ins datetime="2026-01-01">b</ins></p>'],
    ['line ends', '<p>a<br>b <br> c<b>d<br>e</b>', '<p>a<br>b<br>c<b>d<br>e</b></p>'],
    ['two line ends', '<div>a<br><br>b</div>', '<p>a</p><p>b</p>'],
    [
      'lists',
      '<ul><li>a<li>b</ul><ol start=3 reversed type=a><li value=7>c</ol>',
      '<ul><li>a</li><li>b</li></ul><ol start="3" reversed type="a"><li value="7">c</li></ol>',
    ],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul>c</li></ul>', '<ul><li>a<ul><li>b</li></ul><p>c</p></li></ul>'],
    [
      'lists between items',
      '<ul><li>a</li><ol><li>b</li></ol><li>c</li></ul>',
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>',
    ],
    ['words between items', '<ul>a<li>b</li>c<div>d</div></ul>', '<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>'],
    [
      'quotes between items',
      '<ul><li>a</li><blockquote>b</blockquote></ul>',
      '<ul><li>a<blockquote><p>b</p></blockquote></li></ul>',
    ],
    ['items without a list', '<li>a<li>b<p>c', '<ul><li>a</li><li>b<p>c</p></li></ul>'],
    ['paragraphs of an item', '<ul><li><p>a</p><p>b</p></ul>', '<ul><li><p>a</p><p>b</p></li></ul>'],
    ['terms', '<dl><dt>a<dd>b<div><dt>c<dd><p>d</div></dl>', '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd><p>d</p></dd></dl>'],
    [
      'quotes',
      '<blockquote cite="https://a.example/">a<p>b</blockquote>',
      '<blockquote cite="https://a.example/"><p>a</p><p>b</p></blockquote>',
    ],
    ['code', '<pre class=x><code>a\n  b &lt;c></code></pre>', '<pre><code>a  b &lt;c></code></pre>'],
    ['code in a line', '<p>Type <code>a  b</code>, <tt>c</tt>', '<p>Type <code>a b</code>, <code>c</code></p>'],
    [
      'a language and a direction',
      '<p lang=ga dir=RTL>a <i lang="de-CH">b</i> <i lang="x y">c</i>',
      '<p>a <i lang="de-CH">b</i> <i>c</i></p>',
    ],
    ["frames of a page's works", '<p>a <button>b</button><input value=c> d</p>', '<p>a b d</p>'],
  ])('keeps %s', (_, html, expected) => {
    expect(inside(draw(html, {}, URL))).toBe(expected);
  });

  it.each([
    ['in full', 'https://a.example/b?c=1&amp;d=2', 'https://a.example/b?c=1&amp;d=2'],
    ['by its page', '../b', 'https://quay.example/b'],
    ['without a scheme', '//a.example/b', 'https://a.example/b'],
    ['for mail', 'mailto:a@quay.example', 'mailto:a@quay.example'],
    ['with a scheme that runs', 'javascript:x', undefined],
    ['with a scheme that runs, in disguise', ' java&Tab;script&colon;x', undefined],
    ['with data', 'data:text/html,x', undefined],
    ['with a name and a password', 'https://a:b@c.example/', undefined],
    ['inside the page', '#notes', undefined],
    ['that is none', 'https://[', undefined],
    ['of more than 2,000 characters', `https://a.example/${'x'.repeat(2000)}`, undefined],
    ['that is empty', '', undefined],
  ])('treats a link %s as it should', (_, href, expected) => {
    const link = expected === undefined ? 'a' : `<a href="${expected}" rel="nofollow noopener noreferrer">a</a>`;
    expect(inside(draw(`<p>To <a href="${href}" target=_blank onclick=x>a</a>.`, {}, URL))).toBe(`<p>To ${link}.</p>`);
  });

  it('reads addresses by what the page says, and drops what leads nowhere without it', () => {
    const link = '<p><a href="b">a</a>';
    expect(draw(link)).not.toContain('href');
    expect(draw(`<base href="https://b.example/c/">${link}`)).toContain('href="https://b.example/c/b"');
    expect(draw(`<base href="/c/">${link}`, {}, URL)).toContain('href="https://quay.example/c/b"');
    expect(draw(`<base href="javascript:x">${link}`, {}, URL)).toContain('href="https://quay.example/news/b"');
  });

  it('keeps a link around few blocks in each of them, and one around all of a page in none', () => {
    const linked = (count: number): string => draw(`<a href="https://a.example/">${'<p>words</p>'.repeat(count)}</a>`);
    expect(linked(3).match(/<p><a href/gu)).toHaveLength(3);
    expect(linked(1000).match(/href/gu)).toHaveLength(16);
  });

  it('puts repairs and decoded characters inside their elements', () => {
    const html = '<p>Caf\u00c3\u00a9 <b>caf\u00c3\u00a9 &amp; bar</b> &lt;i&gt; <i>a&shy;b</i>';
    const changes = [['Caf\u00c3\u00a9 caf\u00c3\u00a9', 'Caf\u00e9 caf\u00e9']] as const;
    expect(inside(draw(html, { changes }))).toBe('<p>Caf\u00e9 caf\u00e9<b> &amp; bar</b> &lt;i> <i>a\u00adb</i></p>');
    const apart = [
      ['Caf\u00c3\u00a9', 'Caf\u00e9'],
      ['caf\u00c3\u00a9', 'caf\u00e9'],
    ] as const;
    expect(inside(draw(html, { changes: apart }))).toContain('<p>Caf\u00e9 <b>caf\u00e9 &amp; bar</b>');
  });

  it('leaves out blocks that were removed, and what only stood around them', () => {
    const html = '<p>a</p><ul><li>b</li></ul><blockquote><p>c</p></blockquote><p>d</p>';
    expect(inside(draw(html, { keeps: (_, index) => index === 0 || index === 3 }))).toBe('<p>a</p><p>d</p>');
  });

  it('leaves what only reads like a heading as the source has it', () => {
    expect(inside(draw('<p><b>a</b></p><ul><li>b</li></ul><div>c</div>', { kindOf: () => 'heading' }))).toBe(
      '<p><b>a</b></p><ul><li>b</li></ul><h2>c</h2>',
    );
  });

  it('names what the result names and the source does not', () => {
    expect(inside(draw('<p>a</p><p>b</p><p>b</p>', { kindOf: (_, index) => (index === 0 ? 'title' : 'quote') }))).toBe(
      '<h1>a</h1><blockquote><p>b</p></blockquote><blockquote><p>b</p></blockquote>',
    );
    expect(inside(draw('<div>a<br><br>b</div>', { kindOf: () => 'caption' }))).toBe(
      '<figure><figcaption>a</figcaption></figure><figure><figcaption>b</figcaption></figure>',
    );
  });
});

describe('toArticleHtml from tables', () => {
  const table = (rows: string): string => inside(draw(`<table class=t>${rows}</table>`));

  it('keeps headers, sections, caption and cells over several columns and rows', () => {
    const rows =
      '<caption>Ice</caption><thead><tr><th scope=col>a<th scope=COL>b<th>c<tbody><tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4';
    expect(table(rows)).toBe(
      '<table><caption>Ice</caption><thead><tr><th scope="col">a</th><th scope="col">b</th><th>c</th></tr></thead><tbody><tr><td rowspan="2">1</td><td colspan="2">2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>',
    );
  });

  it('keeps cells without words, so that columns stay columns', () => {
    expect(table('<tr><td>a<td>b<td>c<tr><td><td>d<td>')).toContain('<tr><td></td><td>d</td><td></td></tr>');
  });

  it('keeps rows without words where cells reach over them, and no others', () => {
    expect(table('<tr><td rowspan=3>a<td>b<tr><td><tr><td>c')).toContain('<tr><td></td></tr><tr><td>c</td></tr>');
    expect(table('<tr><td>a<td>b<tr><td><td><tr><td>c<td>d')).toContain('<td>b</td></tr><tr><td>c</td>');
  });

  it('keeps emphasis of a cell, its lines parted by blanks', () => {
    expect(table('<tr><td>a<br>b<td><p>c</p><p><b>d</b></p><tr><td>e<td>f')).toContain('<td>a b</td><td><p>c <b>d</b></p></td>');
  });

  it('unfolds a table that only lays out a page', () => {
    expect(table('<tr><td><h2>a</h2><p>b</p><td><ul><li>c</ul>')).toBe('<h1>a</h1><p>b</p><ul><li>c</li></ul>');
  });

  it('does not let a number in an attribute decide how wide a page is', () => {
    expect(table('<tr><td colspan=99999>a<td rowspan=99999>b<td colspan=-2>c<td colspan="1 onclick=x">d')).toContain(
      '<td colspan="100">a</td><td rowspan="1000">b</td><td>c</td><td>d</td>',
    );
  });
});

describe('toArticleHtml with pictures', () => {
  const page = (picture: string): string => inside(draw(`<div><p>a</p>${picture}<p>b</p></div>`, {}, URL));
  const image = '<img src="https://quay.example/news/i.jpg" alt="Ice" loading="lazy">';

  it.each([
    [
      'in a figure',
      '<figure><img src=i.jpg alt=Ice><figcaption>c</figcaption></figure>',
      `<figure>${image}<figcaption>c</figcaption></figure>`,
    ],
    ['in a figure without a caption', '<figure><img src=i.jpg alt=Ice></figure>', `<figure>${image}</figure>`],
    [
      'in a figure in wrappers',
      '<div><figure><div><picture><source srcset=x><img src=i.jpg alt=Ice></picture></div></figure></div>',
      `<figure>${image}</figure>`,
    ],
    [
      'in a linked figure',
      '<figure><a href=/x><img src=i.jpg alt=Ice></a></figure>',
      `<figure><a href="https://quay.example/x" rel="nofollow noopener noreferrer">${image}</a></figure>`,
    ],
    ['at the beginning of a paragraph', '<p><img src=i.jpg alt=Ice> c</p>', `<p>${image}c</p>`],
    ['in a paragraph', '<p>c <img src=i.jpg alt=Ice srcset="j.jpg 2x" onload=x width=600> d</p>', `<p>c ${image} d</p>`],
    ['as a paragraph', '<p><img src=i.jpg alt=Ice></p>', `<p>${image}</p>`],
    ['between paragraphs', '<img src=i.jpg alt=Ice>', `<p>${image}</p>`],
    ['loaded late', '<p>c <img src="data:image/gif;base64,x" data-src=i.jpg alt=Ice></p>', `<p>c${image}</p>`],
  ])('keeps one %s', (_, picture, expected) => {
    expect(page(picture)).toBe(`<p>a</p>${expected}<p>b</p>`);
  });

  it.each([
    ['in a box of the page', '<div class=ad><img src=i.jpg></div>'],
    ['that counts readers', '<img src=i.jpg width=1 height=1>'],
    ['without an address of the web', '<img src="data:image/png;base64,x" srcset="i.jpg 2x"><img src=file:///i.jpg><img>'],
    ['that is hidden', '<figure hidden><img src=i.jpg></figure><figure style="display: none"><img src=i.jpg></figure>'],
    ['for readers without scripts', '<noscript><img src=i.jpg></noscript>'],
  ])('leaves out one %s', (_, picture) => {
    expect(page(picture)).toBe('<p>a</p><p>b</p>');
  });

  it('leaves out those of what was removed, and those before and after the article', () => {
    const figure = '<figure><img src="https://a.example/i.jpg"><figcaption>out</figcaption></figure>';
    const card = '<div class=card><figure><img src="https://a.example/i.jpg"></figure><h3>out</h3></div>';
    const html = `<div>${figure}<p>a</p>${card}<p>b</p></div><p><img src="https://a.example/i.jpg"></p>`;
    const result = resultOfPage(html, { keeps: ({ kind }) => kind === 'paragraph' });
    expect(result.text).toBe('a\n\nb');
    expect(toArticleHtml(result, html)).not.toContain('<img');
  });

  it('leaves out one that something removed covers', () => {
    const html = '<div><p>a</p><p><img src="https://a.example/i.jpg"></p><p>b</p></div>';
    const result = resultOfPage(html);
    const text = 'The council met at noon, and it sat until the evening.\n\nView all';
    const findings = moderateText(text).findings.map((finding) => ({ ...finding, start: 13, end: 50 }));
    expect(findings.map(({ action }) => action)).toEqual(['removed']);
    expect(toArticleHtml(result, html)).toContain('<img');
    expect(toArticleHtml({ ...result, findings }, html)).not.toContain('<img');
  });
});

describe('toArticleHtml from blocks', () => {
  it('draws plain text by its blocks', () => {
    const text =
      'A title of four words\n\nProse with <b> few words, and then some more of them.\n\n3. one\n\n4. two\n\n7. three\n\n- a\n\n> Quoted words of somebody else, at some length.\n\nView all';
    expect(inside(toArticleHtml(moderateText(text), text))).toBe(
      '<h1>A title of four words</h1><p>Prose with &lt;b> few words, and then some more of them.</p><ol start="3"><li>one</li><li>two</li><li value="7">three</li><li>a</li></ol><blockquote><p>Quoted words of somebody else, at some length.</p></blockquote>',
    );
  });

  it('says the language, when it is known', () => {
    const text = 'The ice on the river went out on Tuesday night, three weeks earlier than it did last year.';
    expect(toArticleHtml(moderateText(text), text)).toMatch(/^<article lang="en" dir="auto">/u);
    expect(toArticleHtml(moderateText('1'), '1')).toBe('<article dir="auto">\n<h2>1</h2>\n</article>\n');
    expect(toArticleHtml(moderateText(''), '')).toBe('<article dir="auto"></article>\n');
  });

  it('says what the result says, for any text', () => {
    const mark = /^>\s?/u;
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        const result = moderateText(text);
        const texts = result.blocks.map(({ kind, start, end }) => {
          const words = result.text.slice(start, end);
          if (kind === 'list_item') return splitListMarker(words).text;
          return kind === 'quote' ? words.replace(mark, '') : words;
        });
        expect(readBack(toArticleHtml(result, text))).toBe(said({ ...result, text: texts.join('\n') }));
      }),
    );
  });
});

describe('toArticleHtml, whatever the page', () => {
  const TAGS =
    'p div b i a em ul ol li table tr td th caption tbody blockquote h1 h2 h3 figure figcaption pre code br img dl dt dd span q svg math foreignObject template noscript select option form button textarea script style title'.split(
      ' ',
    );
  const ATTRIBUTES = [
    '',
    ' href="https://a.example/"',
    ' href=x',
    ' src=y alt=z',
    ' rowspan=2',
    ' hidden',
    ' onclick=x',
    ' lang=de',
  ];
  const tag = fc
    .tuple(fc.constantFrom('<', '</', '<'), fc.constantFrom(...TAGS), fc.constantFrom(...ATTRIBUTES))
    .map(([open, name, attributes]) => `${open}${name}${open === '<' ? attributes : ''}>`);
  const words = fc.constantFrom(
    'ice',
    ' ',
    'the &amp; harbour',
    '\n',
    '&lt;b&gt;',
    'H',
    '&nbsp;',
    ' and ',
    '<!-- x -->',
    '&#0;',
    '\u202e',
    '&notit;',
  );
  const page = fc.array(fc.oneof(tag, words), { maxLength: 60 }).map((parts) => parts.join(''));

  it('says what the result says, in its order, also when read by a browser', () => {
    fc.assert(
      fc.property(page, fc.nat(7), (html, seed) => {
        const result = resultOfPage(html, { keeps: (_, index) => ((index * 5 + seed) & 3) !== 0 });
        expect(readBack(draw(html, { keeps: (_, index) => ((index * 5 + seed) & 3) !== 0 }))).toBe(said(result));
      }),
      { numRuns: 2000 },
    );
  });

  it('is read back by a parser as it was written', () => {
    const shapeOf = (nodes: readonly Node[]): string =>
      nodes.map((node) => ('tagName' in node ? `<${node.tagName}>${shapeOf(node.childNodes)}</>` : '')).join('');
    const written = (html: string): string =>
      html
        .replace(/<(br|img)[^<]*?>/gu, '<$1></>')
        .replace(/<([a-z0-9]+) [^<]*?>/gu, '<$1>')
        .replace(/<\/[a-z0-9]+>/gu, '</>')
        .replace(/>[^<]+/gu, '>');
    fc.assert(
      fc.property(page, (html) => {
        const drawn = draw(html, {}, URL);
        expect(shapeOf(parseFragment(drawn).childNodes)).toBe(written(drawn.trim()));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(Object.entries(HOSTILE))('holds nothing of a hostile %s that documents may not hold', (_, attack) => {
    const drawn = draw(
      `<h1>${attack}</h1><p>a ${attack}<a href="https://a.example/${attack}">b</a><img src="${attack}" alt="${attack}">`,
      {},
      URL,
    );
    expect(drawn).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}]/u);
  });
});

describe('toArticleHtml takes linear time', () => {
  const words = 'words of some length, and then some more of them ';
  const shapes: readonly (readonly [string, (size: number) => string])[] = [
    ['paragraphs', (size) => '<p>words <b>and <i>more</i></b> words</p>'.repeat(size / 40)],
    ['deep elements', (size) => `${'<div>'.repeat(200)}${'<blockquote>'.repeat(50)}${`<p>${words}`.repeat(size / 50)}`],
    ['emphasis never closed', (size) => `<p>${'<b>'.repeat(240)}${`<p>${words}`.repeat(size / 50)}`],
    ['links never closed', (size) => `<a href="https://a.example/${'x'.repeat(1900)}">${`<p>${words}`.repeat(size / 50)}`],
    ['a table', (size) => `<table>${'<tr><td>a<td><td>b'.repeat(size / 19)}</table>`],
    ['rows of nothing', (size) => `<table><tr><td rowspan=9>a<td>b${'<tr>'.repeat(size / 8)}<tr><td>a<td>b</table>`],
    ['text beside a table', (size) => `<table>${'<tr><td>a<td>b</td>x'.repeat(size / 22)}</table>`],
    ['lists in lists', (size) => '<ul><li>a'.repeat(size / 9)],
    ['references', (size) => `<p>${'&amp; '.repeat(size / 6)}`],
    ['pictures', (size) => `<p>a${'<img src=x>'.repeat(size / 11)}b</p>`],
    ['one long word', (size) => `<p>${'x'.repeat(size)}`],
    ['white space', (size) => `<pre>a${' '.repeat(size)}b`],
  ];

  it.each(shapes)('for %s', (_, shape) => {
    const time = (size: number): number => {
      const html = shape(size);
      const result = resultOfPage(html);
      return cpuSeconds(() => toArticleHtml(result, html));
    };
    time(20_000);
    expect(time(320_000)).toBeLessThan(Math.max(0.3, 4 * 4 * time(80_000)));
  });
});
