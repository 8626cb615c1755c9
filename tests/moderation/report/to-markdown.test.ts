import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { readMarkdownText } from '../../../src/moderation/markup/read-markdown-text.ts';
import type { BlockKind } from '../../../src/moderation/model/block.ts';
import { escapeMarkdown } from '../../../src/moderation/report/escape-markdown.ts';
import { toMarkdown } from '../../../src/moderation/report/to-markdown.ts';
import { moderateText } from './moderate-text.ts';

const ruleset = loadRuleset();

/** A result of the given blocks. */
function draw(...blocks: readonly (readonly [BlockKind, string])[]): string {
  let at = 0;
  const placed = blocks.map(([kind, text]) => {
    const block = { kind, start: at, end: at + text.length, sourceStart: at, sourceEnd: at + text.length, language: 'en' };
    at += text.length + 2;
    return block;
  });
  return toMarkdown({ ...moderateText('a'), text: blocks.map(([, text]) => text).join('\n\n'), blocks: placed }, '');
}

describe('toMarkdown', () => {
  it('draws each kind of block', () => {
    expect(draw(['title', 'T'], ['heading', 'H'], ['paragraph', 'P'], ['quote', '> Q'], ['caption', 'C'])).toBe(
      '# T\n\n## H\n\nP\n\n> Q\n\n*C*\n',
    );
  });

  it('joins neighbouring list items and keeps their numbers', () => {
    expect(draw(['list_item', '- a'], ['list_item', '• b'], ['paragraph', 'P'], ['list_item', '3) c'])).toBe(
      '- a\n- b\n\nP\n\n3. c\n',
    );
  });

  it('fences code with more backticks than it holds', () => {
    expect(draw(['code', 'a\n```\nb'])).toBe('````\na\n```\nb\n````\n');
  });

  it('draws tables with as many cells in each row', () => {
    expect(draw(['table', 'a\tb | c\nd'], ['table', 'a\nb'])).toBe('| a | b \\| c |\n|---|---|\n| d |  |\n\n```\na\nb\n```\n');
  });

  it('draws neighbouring quotes as paragraphs of one', () => {
    expect(draw(['quote', '> a'], ['quote', 'b'], ['paragraph', 'c'])).toBe('> a\n>\n> b\n\nc\n');
  });

  it('is empty for an empty article', () => {
    expect(toMarkdown(moderateText(''), '')).toBe('');
  });
});

describe('toMarkdown of HTML', () => {
  const FIRST = 'The harbour master said on Monday that the ferry would leave at noon and that nobody in Merrow minded.';
  const draw = (body: string): string => {
    const text = `<article><h1>The night ferry sails again</h1><p>${FIRST}</p>${body}<p>${FIRST.replace('Monday', 'Sunday')}</p></article>`;
    const [, , ...parts] = toMarkdown(moderate({ id: 'a', text, format: 'html' }, { ruleset }), text).split('\n\n');
    return parts.slice(0, -1).join('\n\n');
  };
  const item = (name: string): string => `The ${name} of the steps was taken at noon.`;

  it.each([
    [`<ol start=9><li>${item('first')}<li>${item('second')}</ol>`, `9. ${item('first')}\n10. ${item('second')}`],
    [`<ol><li>${item('first')}<li value=7>${item('second')}</ol>`, `1. ${item('first')}\n7. ${item('second')}`],
    [
      `<ol><li>${item('first')}<ul><li>${item('inner')}</ul><li><p>${item('second')}</p><p>${item('other')}</p></ol>`,
      `1. ${item('first')}\n   - ${item('inner')}\n2. ${item('second')}\n\n   ${item('other')}`,
    ],
    [`<ul><li>1984. ${item('first')}<li>${item('second')}</ul>`, `- 1984\\. ${item('first')}\n- ${item('second')}`],
    [
      '<p>Cold water over stone<br>- and nobody to hear it<br>but the lamps of the quay.</p>',
      'Cold water over stone\\\n\\- and nobody to hear it\\\nbut the lamps of the quay.',
    ],
    [
      '<blockquote><p>Cold water over stone<br>and nobody to hear it.</p></blockquote>',
      '> Cold water over stone\\\n> and nobody to hear it.',
    ],
  ])('%s', (body, expected) => {
    expect(draw(body)).toBe(expected);
  });
});

describe('escapeMarkdown', () => {
  it('closes up a run of blanks as long as an article', () => {
    expect(escapeMarkdown(`a${'\u3000'.repeat(10_000_000)}b`)).toBe('a b');
  });

  it.each([
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['1984) no list', '1984\\) no list'],
    ['- no list', '\\- no list'],
    ['+ no list', '\\+ no list'],
    ['* no list', '\\* no list'],
    ['> no quote', '\\> no quote'],
    ['=== no underline', '\\=== no underline'],
    ['--- no rule', '\\--- no rule'],
    ['``` no fence', '\\`\\`\\` no fence'],
    ['~~~ no fence', '\\~\\~\\~ no fence'],
    ['[a](javascript:b)', '\\[a\\](javascript:b)'],
    ['![a](b)', '!\\[a\\](b)'],
    ['<script>', '\\<script\\>'],
    ['a | b', 'a \\| b'],
    ['&lt;', '\\&lt;'],
    ['a_b_c *d*', 'a\\_b\\_c \\*d\\*'],
    ['one\n# two\r\n\r\nthree', 'one # two three'],
    ['    no code', 'no code'],
    ['a\\b', 'a\\\\b'],
    ['a\u0000\u001bb', 'a\ufffd\ufffdb'],
    ['in 1984. Then', 'in 1984. Then'],
    ['see https://m.example/a.', 'see https://m.example/a.'],
    ['see https://m.example/a_b?c=1&d=~2*, and', 'see <https://m.example/a_b?c=1&d=~2>\\*, and'],
    ['(http://m.example/a_(b)_c)', '(<http://m.example/a_(b)_c>)'],
    ['at www.m.example/a_b?c=1&d=2,', 'at www.m.example/a_b?c=1&d=2,'],
    ['xhttps://m.example/a_b', 'xhttps://m.example/a\\_b'],
    ['[see www.m.example]', '\\[see www.m.example]'],
    ['https://m.example/a_b<c', '<https://m.example/a_b>\\<c'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
    expect(readMarkdownText(escaped).text).toBe(
      text.replaceAll('\0', '\ufffd').replaceAll('\u001b', '\ufffd').replace(/\s+/gu, ' ').trim(),
    );
  });
});
