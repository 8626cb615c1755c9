import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../src/moderation/report/cut-text.ts';
import { quoteSpan } from '../../../src/moderation/report/quote-span.ts';
import { revealControls } from '../../../src/moderation/report/reveal-controls.ts';
import { HOSTILE, UNSAFE } from './hostile-text.ts';

describe('revealControls', () => {
  it.each([
    [HOSTILE.escape, '␛[31mred␛[0m'],
    [HOSTILE.title, '␛]0;owned␇'],
    [HOSTILE.c1, '\\u009b31m'],
    [HOSTILE.backspace, 'a␈␈b'],
    [HOSTILE.override, '\\u202egnp.exe'],
    [HOSTILE.zeroWidth, 'a\\u200bb'],
    [HOSTILE.lineSeparator, 'a\\u2028b'],
    [HOSTILE.tag, 'a\\u{e0041}b'],
    [HOSTILE.nul, 'a␀b'],
    [HOSTILE.loneSurrogate, 'a\\ud800b'],
    ['a\nb\tc\u007f', 'a␊b␉c␡'],
  ])('shows %j as %j', (text, shown) => {
    expect(revealControls(text)).toBe(shown);
  });

  it.each(['Plain text, 5 %.', 'شكرا جزيلا', 'क्‍ष', '👩‍🚀 🚢', 'می‌خواهم', 'naïve café'])('leaves %j as it is', (text) => {
    expect(revealControls(text)).toBe(text);
  });

  it('lets nothing unsafe through, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !UNSAFE.test(revealControls(text)) && !revealControls(text).includes('\n'),
      ),
    );
  });
});

describe('cutText', () => {
  it('keeps what fits and cuts between characters', () => {
    expect(cutText('abc', 3)).toBe('abc');
    expect(cutText('abcd', 3)).toBe('ab…');
    expect(cutText('🚢🚢🚢🚢', 3)).toBe('🚢🚢…');
    expect(cutText('', 3)).toBe('');
  });
});

describe('quoteSpan', () => {
  it('closes up blanks and cuts on one line', () => {
    expect(quoteSpan('xx a \r\n\t b yy', { start: 2, end: 11 }, 20)).toBe('a b');
    expect(quoteSpan('a'.repeat(1_000_000), { start: 0, end: 1_000_000 }, 5)).toBe('aaaa…');
  });
});
