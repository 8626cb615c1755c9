import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../../src/moderation/read/html/names-of.ts';

const names = (attributes: Readonly<Record<string, string>>) =>
  namesOf({ index: 1, parent: undefined, tag: 'div', attributes: new Map(Object.entries(attributes)) }).map(
    ({ word, isWhole }) => (isWhole ? word : `(${word})`),
  );

describe('namesOf', () => {
  it.each<[what: string, attributes: Readonly<Record<string, string>>, names: readonly string[]]>([
    ['a name', { class: 'related' }, ['related']],
    ['several names', { class: 'box\n related' }, ['box', 'related']],
    ['parts of a name', { id: 'post-meta' }, ['postmeta', '(post)', '(meta)']],
    [
      'pairs in a longer name',
      { class: 'site_share-bar' },
      ['sitesharebar', 'siteshare', 'sharebar', '(site)', '(share)', '(bar)'],
    ],
    ['parts told by capitals', { class: 'shareBar' }, ['sharebar', '(share)', '(bar)']],
    ['names that say what is not there', { class: 'no-ads' }, ['no']],
    ['no other attributes', { title: 'related', style: 'related' }, []],
    ['nothing', { class: ' -- ' }, []],
  ])('gives %s', (_, attributes, expected) => {
    expect(names(attributes)).toEqual(expected);
  });

  it('reads the beginning of a very long attribute', () => {
    expect(names({ class: 'a '.repeat(1_000_000) }).length).toBeLessThan(500);
  });
});
