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
  ])('reads %j', (line, expected) => {
    expect(parseByline(line)).toEqual(expected);
  });

  it.each([
    'By the time the tide turned, the crews had gone.',
    'On March 3, 2024 the council met.',
    'By nightfall all were home',
    'Pilots vote on the tide',
    '31 boats in 2024',
    'May 45, 2024',
    'x'.repeat(500),
  ])('leaves %j alone', (line) => {
    expect(parseByline(line)).toBeUndefined();
  });
});
