import { describe, expect, it } from 'vitest';
import { findRegion } from '../../../../src/moderation/read/html/find-region.ts';
import { labelElements } from '../../../../src/moderation/read/html/label-elements.ts';
import { factsOf, pageRules, STORY } from './open-page.ts';

function regionOf(html: string): readonly string[] {
  const facts = factsOf(html);
  const { start, end } = findRegion(facts, labelElements(facts, pageRules), pageRules);
  return facts.texts.slice(start, end).map((text) => (text === STORY ? 'story' : text));
}

const links = Array.from({ length: 6 }, (_, at) => `<li><a href="/${at}">Another story of the harbour, number ${at}</a></li>`);

describe('findRegion', () => {
  it.each<[what: string, html: string, region: readonly string[]]>([
    ['no page', '', []],
    ['all of a page that is nothing else', `<h1>a</h1><p>${STORY}</p>`, ['a', 'story']],
    ['what stands between links', `<ul>${links.join('')}</ul><p>${STORY}</p><ul>${links.join('')}</ul>`, ['story']],
    ['both sides of a box', `<p>${STORY}</p><aside>b</aside><p>${STORY}</p>`, ['story', 'b', 'story']],
    ['short lines in the same part', `<div>a</div><div><p>b</p><p>${STORY}</p><p>c</p></div><div>d</div>`, ['b', 'story', 'c']],
    [
      'no lines in other cells of a layout',
      `<table><tr><td>a<td><p>b</p><p>${STORY}</p><p>${STORY}</p><p>${STORY}</p><p>c</p><td>d</table>`,
      ['b', 'story', 'story', 'story', 'c'],
    ],
  ])('takes %s', (_, html, region) => {
    expect(regionOf(html)).toEqual(region);
  });
});
