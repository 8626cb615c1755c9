import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { toArticleHtml } from '../../../src/moderation/report/to-article-html.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';

const ruleset = loadRuleset();
const check = (text: string, url?: string) =>
  moderate({ id: 'a', text, format: 'markdown', ...(url === undefined ? {} : { url }) }, { ruleset });

const FIRST = 'The harbour master said on Monday that the ferry would leave at noon and that nobody in Merrow minded.';
const LAST = 'Passengers waited on the quay until the evening, when the rain had stopped and the lamps were lit.';
const REL = 'rel="nofollow noopener noreferrer"';

/** HTML out of `body` between two paragraphs, without them and without its line ends between elements. */
function draw(body: string, url?: string): string {
  const source = `${FIRST}\n\n${body}\n\n${LAST}\n`;
  const lines = toArticleHtml(check(source, url), source).replaceAll('>\n', '>').replaceAll('\n<', '<');
  return lines.replace(`<article lang="en" dir="auto"><p>${FIRST}</p>`, '').replace(`<p>${LAST}</p></article>`, '').trim();
}

type Node = DefaultTreeAdapterTypes.ChildNode;
const wordsOf = (nodes: readonly Node[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? wordsOf(node.childNodes) : '')).join('');
const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('toArticleHtml from Markdown', () => {
  it.each([
    [
      'emphasis and code',
      'It was *very* **cold** ~~not warm~~ as `she wrote` that day.',
      '<p>It was <em>very</em> <strong>cold</strong> <del>not warm</del> as <code>she wrote</code> that day.</p>',
    ],
    [
      'links of the web and of mail',
      'See [it](https://m.example/a "t"), [her](mailto:ada@m.example), <https://m.example/b> and https://m.example/c now.',
      `<p>See <a href="https://m.example/a" ${REL}>it</a>, <a href="mailto:ada@m.example" ${REL}>her</a>, <a href="https://m.example/b" ${REL}>https://m.example/b</a> and <a href="https://m.example/c" ${REL}>https://m.example/c</a> now.</p>`,
    ],
    [
      'links by their labels',
      'See [it][A] and [a] there.\n\n[a]: https://m.example/a',
      `<p>See <a href="https://m.example/a" ${REL}>it</a> and <a href="https://m.example/a" ${REL}>a</a> there.</p>`,
    ],
    [
      'no other links',
      'See [it](javascript:alert) and [her](data:text/html,a) and [them](b.html) there.',
      '<p>See it and her and them there.</p>',
    ],
    [
      'a heading by its level',
      '### The steps to the quay\n\nAll was well there.',
      '<h3>The steps to the quay</h3><p>All was well there.</p>',
    ],
    [
      'lists with their numbers',
      '3. The first step.\n4. The second step.\n   - An *inner* step.',
      '<ol start="3"><li>The first step.</li><li>The second step.<ul><li>An <em>inner</em> step.</li></ul></li></ol>',
    ],
    [
      'lists of paragraphs',
      '- The first step.\n\n  Its other words.\n- The second step.',
      '<ul><li><p>The first step.</p><p>Its other words.</p></li><li><p>The second step.</p></li></ul>',
    ],
    [
      'quotes',
      '> All was well *here*.\n>\n> And so it stayed.',
      '<blockquote><p>All was well <em>here</em>.</p><p>And so it stayed.</p></blockquote>',
    ],
    [
      'tables',
      '| Tide | Time |\n|---|---|\n| low | **04:10** |\n| high | [10:22](https://m.example/a) |',
      `<table><thead><tr><th>Tide</th><th>Time</th></tr></thead><tbody><tr><td>low</td><td><strong>04:10</strong></td></tr><tr><td>high</td><td><a href="https://m.example/a" ${REL}>10:22</a></td></tr></tbody></table>`,
    ],
    ['code', '```js\nif (a) {\n    b();\n}\n```', '<pre><code>if (a) {\n    b();\n}</code></pre>'],
    ['line breaks', 'All was well\\\nhere and there.', '<p>All was well<br>here and there.</p>'],
    [
      'pictures',
      '![The quay](https://m.example/a.png "t") and ![b](c.png) it was grey.\n\n![d][e]\n\n[e]: https://m.example/f.png',
      '<p><img src="https://m.example/a.png" alt="The quay" loading="lazy">and it was grey.</p><p><img src="https://m.example/f.png" alt="d" loading="lazy"></p>',
    ],
    [
      'tags among words',
      'Water is H<sub>2</sub>O and <b>cold</i> here</b>.',
      '<p>Water is H<sub>2</sub>O and <b>cold here</b>.</p>',
    ],
    ['blocks of HTML as lines', '<div onclick="a">\nAll was <b>well</b> &amp; good.\n</div>', '<p>All was well &amp; good.</p>'],
  ])('draws %s', (_, body, expected) => {
    expect(draw(body)).toBe(expected);
  });

  it('reads addresses by where the article stands', () => {
    expect(draw('See [it](b.html) there.', 'https://m.example/news/a')).toContain('href="https://m.example/news/b.html"');
  });

  it('says what the result says, below cleaning as well', () => {
    const source = `---\ntitle: A\n---\n\n# The *ferry*\n\n${FIRST}\n\n[Share this article on Facebook](https://x.example)\n\n- **kJ8sdf9sKJHsd8f7sdKJHsdf87sdfkjhSDF87sd** one [of](https://m.example/a) them\n\n${LAST}[^1]\n\n[^1]: A *note* on it.\n`;
    const result = check(source);
    const html = toArticleHtml(result, source);
    expect(html).toContain('<em>ferry</em>');
    expect(html).toContain('<a href="https://m.example/a"');
    expect(fold(wordsOf(parseFragment(html).childNodes))).toBe(fold(result.text));
  });

  it.each(['**a ', '[a](b) ', '> ', '- a\n', '<b>a ', '<b>a</i> ', 'a <b hidden>', '| a ', '![a](b) ', '[a]: b\n\n'])(
    'ends soon when it is hostile: %j',
    (unit) => {
      const source = unit.repeat(Math.ceil(100_000 / unit.length));
      const result = check(source);
      expect(cpuSeconds(() => toArticleHtml(result, source))).toBeLessThan(2);
    },
  );
});
