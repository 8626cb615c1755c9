import { describe, expect, it } from 'vitest';
import { judgeBlocks } from '../../../../src/moderation/read/html/judge-blocks.ts';
import { listLeftOut } from '../../../../src/moderation/read/html/list-left-out.ts';
import { factsOf, pageRules, STORY } from './open-page.ts';

function leftOut(html: string) {
  const facts = factsOf(html);
  return listLeftOut(facts, judgeBlocks('', facts, pageRules).parts).map(({ kind, rule, start, end, evidence }) => ({
    kind,
    rule,
    text: html.slice(start, end),
    ...evidence,
  }));
}

const p = `<p>${STORY}</p>`;

describe('listLeftOut', () => {
  it('finds nothing where all is article', () => {
    expect(leftOut(`<div>${p}${p}</div>`)).toEqual([]);
  });

  it('makes one finding of each stretch of one part', () => {
    expect(leftOut(`<nav><p>One</p><p>Two</p></nav>${p}<footer>End</footer>`)).toEqual([
      { kind: 'boilerplate', rule: 'page.left-out@1', text: 'One</p><p>Two', part: 'navigation', blocks: 2, letters: 6 },
      { kind: 'boilerplate', rule: 'page.left-out@1', text: 'End', part: 'footer', blocks: 1, letters: 3 },
    ]);
  });

  it('tells text that is hidden in the article from labels and from what waits elsewhere', () => {
    const spam = 'play the newest slots today and win';
    const found = leftOut(`<div>${p}<p hidden>${spam}</p>${p}<p hidden>Play</p>${p}</div><div hidden>${spam}</div>`);
    expect(
      found.map(({ rule, text, ...evidence }) => [rule, Object.entries(evidence).find(([key]) => key === 'part')?.[1], text]),
    ).toEqual([
      ['hidden.markup@1', 'hidden-text', spam],
      ['page.left-out@1', 'hidden', 'Play'],
      ['page.left-out@1', 'hidden', spam],
    ]);
    expect(found[0]).toMatchObject({ hidden_by: ['hidden'] });
  });
});
