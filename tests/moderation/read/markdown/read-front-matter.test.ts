import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../src/moderation/read/markdown/read-markdown.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';

const yaml = (...lines: readonly string[]) => readMarkdown(`---\n${lines.join('\n')}\n---\nText.\n`).metadata;

describe('front matter', () => {
  it.each([
    [['title: "A: b"', 'lang: en_GB'], { title: 'A: b', language: 'en' }],
    [['headline:  A  b', 'author: Ada Quill'], { title: 'A b', byline: 'Ada Quill' }],
    [['authors: [Ada Quill, {name: Bo Tarn}]'], { byline: 'Ada Quill, Bo Tarn' }],
    [['author: {name: Ada Quill, email: a@b.example}'], { byline: 'Ada Quill' }],
    [['date: 2026-11-02'], { publishedAt: '2026-11-02' }],
    [['date: 2026-11-02 06:30:00 +0100'], { publishedAt: '2026-11-02T06:30:00+01:00' }],
    [['date: 2026-11-02T06:30Z'], { publishedAt: '2026-11-02T06:30:00Z' }],
    [['date: 2026-11-02 06:30'], { publishedAt: '2026-11-02' }],
    [['date: 2026-13-02'], {}],
    [
      ['site: Merrow Herald', 'canonical_url: https://m.example/a', 'url: /a'],
      { site: 'Merrow Herald', url: 'https://m.example/a' },
    ],
    [['url: javascript:alert(1)'], {}],
    [['title: [a', 'b: c'], {}],
    [['title: a', 'title: b'], { title: 'b' }],
    [['- a', '- b'], {}],
    [['__proto__: {title: a}', 'constructor: b'], {}],
    [['a: &a [*a, *a]', 'title: b'], { title: 'b' }],
  ])('%j', (lines, expected) => {
    expect(yaml(...lines)).toEqual(expected);
  });

  it('is no text, in YAML or TOML, malformed or not', () => {
    for (const head of [
      '---\ntitle: a\n---\n',
      '+++\ntitle = "a"\n+++\n',
      '---\ntitle: [\n---\n',
      '\ufeff---\r\ntitle: a\r\n---\r\n',
      '---\n---\n',
    ]) {
      expect(readMarkdown(`${head}Text.\n`).text).toBe('Text.');
    }
    expect(readMarkdown('+++\ntitle = "a"\ndate = 2026-11-02\n+++\n').metadata).toEqual({
      title: 'a',
      publishedAt: '2026-11-02',
    });
  });

  it('is not taken from text between two rules, nor from a rule alone', () => {
    expect(readMarkdown('---\nA sentence of text, with no key.\n---\nb').text).toContain('A sentence');
    expect(readMarkdown('---\ntitle: a\n\nb').text).toContain('title: a');
  });

  it.each(['[', '{a: ', '- ', '&a ', '"', 'a: b\n', '? ', '?- ', '| ', '!!map ', '*a '])(
    'ends soon when it is hostile: %j',
    (unit) => {
      const source = `---\na: ${unit.repeat(Math.ceil(8000 / unit.length))}\n---\nText.\n`;
      expect(cpuSeconds(() => expect(readMarkdown(source).text).toBe('Text.'))).toBeLessThan(1);
    },
  );
});
