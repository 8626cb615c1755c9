import { describe, expect, it } from 'vitest';
import { labelsOf, STORY } from './open-page.ts';

/** The label of what stands beside a story of enough text. */
const labelOf = (html: string) => labelsOf(`<main><p>${STORY}</p><p>${STORY}</p></main>${html}`)[2];

describe('labelElements', () => {
  it.each([
    ['<nav>Harbour</nav>', 'navigation'],
    ['<footer>Imprint</footer>', 'footer'],
    ['<aside>Tides</aside>', 'sidebar'],
    ['<div role="complementary">Tides</div>', 'sidebar'],
    ['<div class="related-posts"><ul><li>Tides</li></ul></div>', 'related'],
    ['<div id="newsletter">Tides</div>', 'newsletter'],
    ['<div class="shareBar">Tides</div>', 'share'],
    ['<div class="comments">Tides</div>', 'comment'],
    ['<div><h3><a href="/a">Tides</a></h3><p>What they are.</p></div>', 'card'],
  ])('of %s is %s', (html, label) => {
    expect(labelOf(html)).toBe(label);
  });

  it.each([
    '<div>Tides</div>',
    '<div class="content">Tides</div>',
    '<h2 class="related">Tides</h2>',
    '<article class="related">Tides</article>',
    '<div class="no-ads">Tides</div>',
    '<blockquote><footer>Ivo Brandt</footer></blockquote>',
  ])('of %s is none', (html) => {
    expect(labelOf(html)).toBeUndefined();
  });

  it('is that of the element around it', () => {
    expect(labelOf('<nav><div class="comments">Tides</div></nav>')).toBe('navigation');
  });

  it('is none for what holds most of the text', () => {
    expect(labelsOf(`<aside><p>${STORY}</p></aside><p>Tides</p>`)).toEqual([undefined, undefined]);
  });

  it('is none for text builders of pages, whose columns hold a part of the story each', () => {
    expect(labelOf(`<div class="pb-widget pb-widget-text"><p>${STORY}</p></div>`)).toBeUndefined();
  });
});
