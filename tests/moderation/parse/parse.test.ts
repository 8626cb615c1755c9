import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/moderation/parse/parse.ts';

const PROSE = 'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening tide.';
const roles = (text: string, title?: string) =>
  parse(text, { id: 'a', text, ...(title === undefined ? {} : { title }) }).blocks.map((block) => block.role);

describe('parse', () => {
  it('knows the head of an article', () => {
    const text = `quay.example\n\nPilots vote on the tide\n\nMarch 3, 2024 | by Ada Quill\n\npilots-vote-on-the-tide\n\n${PROSE}\n\nWhat comes next\n\n- one thing\n\n> a quoted line\n\n${PROSE} Twice.`;
    expect(roles(text)).toEqual(['site', 'title', 'byline', 'slug', 'paragraph', 'heading', 'list_item', 'quote', 'paragraph']);
    const { metadata } = parse(text, { id: 'a', text });
    expect(metadata).toEqual({
      title: 'Pilots vote on the tide',
      byline: 'Ada Quill',
      site: 'quay.example',
      publishedAt: '2024-03-03',
    });
  });

  it('prefers the title handed in, also when it carries the name of the site', () => {
    expect(
      roles(`Latest from the coast\n\nPilots vote on the tide\n\n${PROSE}`, 'Pilots vote on the tide - Quay Gazette'),
    ).toEqual(['heading', 'title', 'paragraph']);
  });

  it('takes no programme, section or picture for the title when a byline tells where the title is', () => {
    const byline = 'By Ada Quill';
    expect(roles(`Coast at Seven\n\nThe council met about the pilots at noon\n\n${byline}\n\n${PROSE}`)[1]).toBe('title');
    expect(roles(`Lorenz Tower Cam\n\nPilots wanted to stay until the evening tide\n\n${byline}\n\n${PROSE}`)[1]).toBe('title');
    expect(roles(`Pilots wanted the tide\n\nThe council met about the pilots at noon\n\n${byline}\n\n${PROSE}`)[0]).toBe('title');
  });

  it('knows captions and source notes, and the title below a caption', () => {
    const lines = [
      'Photo: Ada Quill / Quay Gazette',
      'Pilots vote on the tide',
      PROSE,
      'Foto: dpa',
      `${PROSE} Twice.`,
      'Quelle: dpa',
    ];
    expect(roles(lines.join('\n\n'))).toEqual(['caption', 'title', 'paragraph', 'caption', 'paragraph', 'source']);
    expect(roles('Photo: Ada Quill')).toEqual(['title']);
  });

  it('takes no path to the article for its title', () => {
    expect(roles(`Home / Harbour / Pilots vote on the tide\n\nPilots vote on the tide\n\n${PROSE}`)[1]).toBe('title');
  });

  it('leaves a line about an update in the text', () => {
    expect(roles(`Pilots vote on the tide\n\nMarch 3, 2024\n\nUpdated: March 4, 2024\n\n${PROSE}`)).toEqual([
      'title',
      'byline',
      'heading',
      'paragraph',
    ]);
  });

  it.each([
    ['LF', '\n\n'],
    ['CRLF', '\r\n\r\n'],
    ['CR', '\r\r'],
    ['a line of spaces', '\n  \t\n'],
    ['Unicode separators', '\u2029\u2029'],
  ])('splits blocks at %s', (_, end) => {
    const { blocks, text } = parse(`One two.${end}Three four.`, { id: 'a', text: '' });
    expect(blocks.map((block) => text.slice(block.start, block.end))).toEqual(['One two.', 'Three four.']);
  });

  it('joins a paragraph that was wrapped by an editor, and only that', () => {
    const wrapped =
      'The harbour council met at noon to hear what the\npilots wanted, and most of them stayed until the\nevening tide had come in.';
    expect(parse(wrapped, { id: 'a', text: '' }).blocks).toHaveLength(1);
    expect(parse('First short line\nSecond line of the list here\nThird', { id: 'a', text: '' }).blocks).toHaveLength(3);
  });

  it.each(['', ' ', '\n\n\n', '\u0000', '\ud800', '\u202e\u202d', '🔥'])('takes %j without complaint', (text) => {
    expect(() => parse(text, { id: 'a', text })).not.toThrow();
  });
});
