import { describe, expect, it } from 'vitest';
import { findHeadline } from '../../../../src/moderation/read/html/find-headline.ts';
import { findRegion } from '../../../../src/moderation/read/html/find-region.ts';
import { labelElements } from '../../../../src/moderation/read/html/label-elements.ts';
import { factsOf, pageRules, STORY } from './open-page.ts';

function headlineOf(html: string, title: string): string | undefined {
  const facts = factsOf(html);
  const labels = labelElements(facts, pageRules);
  return facts.texts[findHeadline(title, facts, labels, findRegion(facts, labels, pageRules), pageRules)];
}

const TITLE = 'Merrow votes for a ferry';
const story = `<div><p>${STORY}</p><h2>Who pays for it</h2><p>${STORY}</p></div>`;

describe('findHeadline', () => {
  it.each([
    [
      'the heading that the title repeats',
      `<h1>Tollen Courier</h1><h2>${TITLE}</h2>${story}`,
      `${TITLE} - Tollen Courier`,
      TITLE,
    ],
    ['a line that equals it', `<h1>Tollen Courier</h1><div>${TITLE}</div>${story}`, `${TITLE} | Tollen Courier`, TITLE],
    ['the first heading without a title', `<h1>${TITLE}</h1>${story}`, '', TITLE],
    [
      'a headline outside of the article',
      `<header><h1>${TITLE}</h1></header><nav><a href="/">Home</a></nav><article>${story}</article>`,
      TITLE,
      TITLE,
    ],
    ['whatever its case and signs', `<h1>MERROW VOTES, FOR A FERRY!</h1>${story}`, TITLE, 'MERROW VOTES, FOR A FERRY!'],
    ['none where there is none', story, TITLE, undefined],
  ])('finds %s', (_, html, title, expected) => {
    expect(headlineOf(html, title)).toBe(expected);
  });
});
