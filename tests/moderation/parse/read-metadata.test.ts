import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/moderation/parse/parse.ts';

const BODY = 'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening.';
const read = (lines: readonly string[], given = {}) =>
  parse([...lines, BODY].join('\n\n'), { id: 'a', text: '', ...given }).metadata;

describe('readMetadata', () => {
  it.each([
    [
      'a person',
      ['Pilots win their vote', 'December 5, 2023 | by Ada Quill'],
      { byline: 'Ada Quill', publishedAt: '2023-12-05' },
    ],
    [
      'a site instead of a person',
      ['Pilots win their vote', 'December 5, 2023 | by quay.example'],
      { byline: 'quay.example', site: 'quay.example', publishedAt: '2023-12-05' },
    ],
  ] as const)('reads a byline that names %s', (_, lines, metadata) => {
    expect(read(lines)).toEqual({ title: 'Pilots win their vote', ...metadata });
  });

  it('prefers a date below the title, and takes no update for it', () => {
    expect(read(['May 9, 2024', 'Pilots win their vote', 'December 5, 2023']).publishedAt).toBe('2023-12-05');
    expect(read(['Pilots win their vote', 'Updated: December 6, 2023']).publishedAt).toBeUndefined();
  });

  it('keeps every person who is named', () => {
    expect(read(['Pilots win their vote', 'By Ada Quill', 'By Bert Sand', 'by quay.example']).byline).toBe(
      'Ada Quill, Bert Sand',
    );
  });

  it('takes the date of a dateline when nothing better tells it', () => {
    const dateline = `MERROW, March 3, 2024 (Tidewire) — ${BODY}`;
    expect(read(['Pilots win their vote', dateline]).publishedAt).toBe('2024-03-03');
    expect(read(['Pilots win their vote', 'December 5, 2023', dateline]).publishedAt).toBe('2023-12-05');
    expect(read(['Pilots win their vote', BODY, dateline]).publishedAt).toBeUndefined();
  });

  it('takes the name in a source note for the site when none is known', () => {
    expect(read(['Pilots win their vote', 'Source: Merrow Herald']).site).toBe('Merrow Herald');
    expect(read(['quay.example', 'Pilots win their vote', 'Source: Merrow Herald']).site).toBe('quay.example');
  });

  it.each([
    ['the markup names nobody', undefined, 'Ada Quill'],
    ['the markup names the same', 'ADA QUILL, Bert Sand', 'ADA QUILL, Bert Sand'],
    ['the markup names another', 'Bert Sand', 'Bert Sand, Ada Quill'],
  ])('keeps who is named in a line that leaves the text when %s', (_, byline, expected) => {
    const text = ['Pilots win their vote', 'By Ada Quill', BODY].join('\n\n');
    expect(parse(text, { id: 'a', text: '' }, byline === undefined ? {} : { byline }).metadata.byline).toBe(expected);
  });

  it('takes from the markup what no block says, and the title from the block', () => {
    const stated = {
      title: 'Pilots win',
      site: 'Quay Gazette',
      publishedAt: '2024-03-05',
      url: 'https://quay.example/a',
      language: 'en',
    };
    const text = ['Pilots win their vote', 'December 5, 2023 | by Ada Quill', BODY].join('\n\n');
    expect(parse(text, { id: 'a', text: '' }, stated).metadata).toEqual({
      ...stated,
      title: 'Pilots win their vote',
      byline: 'Ada Quill',
    });
    expect(parse(BODY, { id: 'a', text: '' }, stated).metadata).toEqual(stated);
  });

  it('prefers what was handed in', () => {
    const given = { title: 'Given', byline: 'Odile Harnwick', site: 'gazette.example', publishedAt: '2024-01-01' };
    expect(read(['Pilots win their vote', 'December 5, 2023 | by Ada Quill'], given)).toEqual(given);
  });
});
