import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripMarkup } from '../../../src/moderation/markup/strip-markup.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';

describe('stripMarkup', () => {
  it.each([
    ['words alone', 'a < b > c & d', 'a < b > c & d'],
    ['emphasis', 'mini<b>mal</b> <i>pa</i>irs', 'minimal pairs'],
    ['elements that are lines', '<p>a</p><p>b<br>c</p><li>d', 'a b c d'],
    ['attributes with signs in them', '<a title="a > b" href=\'>\'>c</a>', 'c'],
    ['a quote outside a value', "<p don't>a</p>", 'a'],
    ['references', 'a &amp; b&nbsp;c &lt;d&gt; &#8212; &notit; &bogus;', 'a & b c <d> \u2014 \u00acit; &bogus;'],
    ['references that look like tags', '&lt;script&gt;a&lt;/script&gt;', '<script>a</script>'],
    ['comments', 'a<!-- <p>b</p> -->c<!doctype x>d<?php e ?>f', 'acdf'],
    ['scripts and styles', 'a<SCRIPT>b</p></Script>c<style>d</style>e', 'a c e'],
    ['a piece that ends in a tag', 'a <a href="b', 'a'],
    ['a piece that ends in a comment', 'a <!-- b', 'a'],
    ['a piece that ends in a script', 'a <script>b', 'a'],
    ['elements of other kinds', '<o:p>a</o:p><x-y>b</x-y>', 'a b'],
    ['white space', ' a\n\t b\u00a0 \u00a0c ', 'a b c'],
    ['letters that grow when made small', '\u0130<B>a</B>\u0130', '\u0130a\u0130'],
  ])('reads %s', (_, html, expected) => {
    expect(stripMarkup(html)).toBe(expected);
  });

  it('leaves words without markup as they are', () => {
    const words = fc
      .array(fc.string({ unit: fc.constantFrom(...'ab >;"\'=-!/') }), { maxLength: 20 })
      .map((parts) => parts.join(' '));
    fc.assert(fc.property(words, (text) => stripMarkup(text) === text.replace(/\s+/gu, ' ').trim()));
  });

  it.each(['<', '<a ', '<!--', '<script>', '<a b="', "<a b='", '&', '&#', '</', ' ', '<b>', '<p>a'])(
    'takes linear time for "%s"',
    (part) => {
      const time = (size: number): number => {
        const html = part.repeat(size / part.length);
        return cpuSeconds(() => stripMarkup(html));
      };
      time(100_000);
      expect(time(2_000_000)).toBeLessThan(Math.max(0.5, 4 * 8 * time(250_000)));
    },
  );
});
