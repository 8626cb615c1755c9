import { describe, expect, it } from 'vitest';
import { isLoneTag } from '../../../src/moderation/markup/is-lone-tag.ts';

describe('isLoneTag', () => {
  it.each(['<b>', '</b>', '<img src="a>b.png" alt=\'<\'>  ', '<desk-note/>', '<a href=x>\t'])('is true of %s', (text) => {
    expect(isLoneTag(text)).toBe(true);
  });

  it.each(['', '<', '<3', '<b', '<b>Text</b>', '<a name="x"></a>', '<b> text', '<img alt=">', '<https://x.example', 'b>'])(
    'is false of %j',
    (text) => {
      expect(isLoneTag(text)).toBe(false);
    },
  );
});
