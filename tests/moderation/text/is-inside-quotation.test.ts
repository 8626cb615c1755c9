import { describe, expect, it } from 'vitest';
import { isInsideQuotation } from '../../../src/moderation/text/is-inside-quotation.ts';

describe('isInsideQuotation', () => {
  it.each([
    ['“The tide is late. | It always is.”', true],
    ['“The tide is late.” | It always is.', false],
    ['„Die Flut kommt spät. | Wie immer.“', true],
    ['„Die Flut kommt spät.“ | Wie immer.', false],
    ['»Die Flut kommt spät. | Wie immer.«', true],
    ['»Die Flut kommt spät.« | Wie immer.', false],
    ['« La marée est en retard. | Comme toujours. »', true],
    ['« La marée est en retard. » | Comme toujours.', false],
    ['She wrote: "The tide is late. | It always is."', true],
    ['She wrote: "The tide is late." | It always is.', false],
    ['The tide is late. | It always is.', false],
  ])('%s: %s', (marked, expected) => {
    expect(isInsideQuotation(marked.replace('|', ''), 0, marked.indexOf('|'))).toBe(expected);
  });
});
