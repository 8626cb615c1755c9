import { describe, expect, it } from 'vitest';
import { parseByline } from '../../../src/moderation/parse/parse-byline.ts';

describe('parseByline', () => {
  it.each([
    ['March 3, 2024 | by Ada Quill', { author: 'Ada Quill', publishedAt: '2024-03-03' }],
    ['By Ada Quill', { author: 'Ada Quill' }],
    ['Published: 3 March 2024', { publishedAt: '2024-03-03' }],
    ['2024-03-03', { publishedAt: '2024-03-03' }],
    ['Posted on March 3rd, 2024 • Written by Ada M. Quill', { author: 'Ada M. Quill', publishedAt: '2024-03-03' }],
    ['by quay.example', { author: 'quay.example' }],
    ['By Ada Quill and Bert Sand', { author: 'Ada Quill and Bert Sand' }],
    ['By Ada van der Quill, harbour correspondent', { author: 'Ada van der Quill, harbour correspondent' }],
    ['By Ada Quill for the Quay Gazette', { author: 'Ada Quill for the Quay Gazette' }],
    ['Von Ada Quill in Merrow', { author: 'Ada Quill in Merrow' }],
    ['By Ada Quill On 3/27/24 at 9:40 AM CET', { author: 'Ada Quill' }],
    ['von aquill · 31. Oktober 2023', { author: 'aquill', publishedAt: '2023-10-31' }],
    ['Updated: 3 March 2024', { updatedAt: '2024-03-03' }],
    ['Published 2 March 2024 | Updated 3 March 2024', { publishedAt: '2024-03-02', updatedAt: '2024-03-03' }],
  ])('reads %j', (line, expected) => {
    expect(parseByline(line)).toEqual(expected);
  });

  it.each([
    'By the time the tide turned, the crews had gone.',
    'On March 3, 2024 the council met.',
    'By nightfall all were home',
    'By Night the Ferries Sleep',
    'By Numbers: 2024 in Review',
    'By Road or by Rail',
    'by nightfall',
    'Pilots vote on the tide',
    '31 boats in 2024',
    'May 45, 2024',
    'x'.repeat(500),
  ])('leaves %j alone', (line) => {
    expect(parseByline(line)).toBeUndefined();
  });
});
