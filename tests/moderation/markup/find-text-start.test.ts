import { describe, expect, it } from 'vitest';
import { findTextStart } from '../../../src/moderation/markup/find-text-start.ts';

describe('findTextStart', () => {
  it.each([
    ['where it is named', ' tide', 'tide', 1, 1],
    ['at the ampersand of a reference that is named by its end', ' &amp; b', '& b', 5, 1],
    ['the same without a semicolon', ' &amp b', '& b', 4, 1],
    ['the same for a number', ' &#x26;', '&', 6, 1],
    ['where it is named when a reference is named by its beginning', '&amp;', '&', 0, 0],
    ['where it is named when there is no reference', 'a;b', 'x', 1, 1],
    ['where it is named when the reference gives something else', '&lt;', '&', 3, 3],
    ['where it is named when the ampersand stands far away', `&${'a'.repeat(100)};`, '&', 101, 101],
  ])('begins %s', (_, source, text, named, start) => {
    expect(findTextStart(source, text, named)).toBe(start);
  });
});
