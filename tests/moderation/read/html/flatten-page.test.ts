import { describe, expect, it } from 'vitest';
import { flattenPage } from '../../../../src/moderation/read/html/flatten-page.ts';

const tell = (html: string) =>
  flattenPage(html).map(
    ({ kind, runs }) => `${kind}: ${runs.map(({ value, start, end }) => `${value}<${html.slice(start, end)}>`).join('')}`,
  );

describe('flattenPage', () => {
  it.each([
    ['ends a block at tags that are none of a line', '<h2>a</h2><p>b <i>c</i></p>', ['heading: a<a>', 'paragraph: b <b >c<c>']],
    ['names items of lists', '<ul><li>a<li>b</ul>', ['list_item: a<a>', 'list_item: b<b>']],
    [
      'passes over what is no text',
      '<script>a</script><style>b</style><title>c</title><textarea>d</textarea>e',
      ['paragraph: e<e>'],
    ],
    ['places references behind white space', '<p> &quot;a&quot;</p>', ['paragraph:  "a"< &quot;a&quot;>']],
    ['has no block of white space', '<p> </p>\n<p>a</p>', ['paragraph: a<a>']],
  ])('%s', (_, html, blocks) => {
    expect(tell(html)).toEqual(blocks);
  });
});
