import { describe, expect, it } from 'vitest';
import { judge, STORY } from './open-page.ts';

const p = `<p>${STORY}</p>`;

describe('judgeBlocks', () => {
  it.each<[what: string, html: string, parts: readonly string[]]>([
    ['an article by itself', `<h1>Merrow votes</h1>${p}${p}`, ['headline', 'article', 'article']],
    ['a page without text', '', []],
    [
      'the date below a headline outside',
      `<header><h1>Merrow votes</h1><div>4 March</div></header><nav>${'Tides and times of all harbours '.repeat(6)}</nav>${p}${p}${p}`,
      ['headline', 'facts', 'navigation', 'article', 'article', 'article'],
    ],
    ['the section above it', `<article><p>Harbour</p><h1>Merrow votes</h1>${p}</article>`, ['facts', 'headline', 'article']],
    [
      'buttons below it',
      `<h1>Merrow votes</h1><div class="share"><a href="/a">Mail</a></div>${p}`,
      ['headline', 'share', 'article'],
    ],
    [
      'links between paragraphs',
      `<div>${p}<p><a href="/a">Why the old ferry breaks down</a></p>${p}</div>`,
      ['article', 'links', 'article'],
    ],
    [
      'a heading above links',
      `<div>${p}<h3>Read on</h3><ul><li><a href="/a">Why the old ferry breaks down</a></li></ul>${p}</div>`,
      ['article', 'orphan', 'links', 'article'],
    ],
    ['a heading with nothing below it', `<div>${p}<h3>More</h3></div>`, ['article', 'orphan']],
    ['a heading above text', `<div><h3>More</h3>${p}</div>`, ['article', 'article']],
    [
      'whose picture it is',
      `<div>${p}<figure><figcaption>Photo: Jori Velt</figcaption></figure>${p}</div>`,
      ['article', 'credit', 'article'],
    ],
    [
      'what a picture shows',
      `<div>${p}<figure><figcaption>The old ferry at the quay last Sunday</figcaption></figure>${p}</div>`,
      ['article', 'article', 'article'],
    ],
    [
      'the caption of a table',
      `<div>${p}<table><caption>Nests</caption><tr><td>1<td>2</table>${p}</div>`,
      ['article', 'article', 'article', 'article'],
    ],
    ['a short line in a part of its own', `<div>${p}${p}</div><div>Top</div>`, ['article', 'article', 'outside']],
    [
      'the same between two of the story',
      `<div>${p.repeat(5)}</div><div>4.5 stars</div><div>${p}</div>`,
      ['article', 'article', 'article', 'article', 'article', 'stray', 'article'],
    ],
    [
      'a lead by its name',
      `<header><h1>Merrow votes</h1><div class="standfirst">A second boat at last</div></header>${p}`,
      ['headline', 'article', 'article'],
    ],
  ])('tells %s', (_, html, parts) => {
    expect(judge(html)).toEqual(parts);
  });
});
