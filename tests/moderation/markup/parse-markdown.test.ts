import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { MarkdownCutter } from '../../../src/moderation/markup/markdown-cutter.ts';
import type { MarkdownNode } from '../../../src/moderation/markup/markdown-node.ts';
import { parseMarkdown } from '../../../src/moderation/markup/parse-markdown.ts';
import { readMarkdownText } from '../../../src/moderation/markup/read-markdown-text.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';

/** Types of the blocks of the left margin with what they begin. */
function outline(source: string, nodes: readonly MarkdownNode[]): readonly string[] {
  return nodes.map(({ type, start }) => `${type}: ${source.slice(start, start + 12)}`);
}

/** The outline as the parser gives it for the whole text at once. */
function outlineWhole(source: string): readonly string[] {
  const { children } = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return children.map(({ type, position }) => {
    const start = position?.start.offset ?? 0;
    return `${type}: ${source.slice(start, start + 12)}`;
  });
}

const LONG = 'The council met on Wednesday in the *old* customs house. '.repeat(20);

describe('parseMarkdown', () => {
  it('cuts a long text into the blocks that the parser finds in it as a whole', () => {
    const line = fc.constantFrom(
      ...['Plain text & more', 'Text | bar', '*text* here', '# Head', '> quote', '> # deep', '    code', '***', '---', '===', ''],
      ...[
        '```',
        '```js',
        '~~~',
        '<div>',
        '</div>',
        '<!-- a',
        '-->',
        '<pre>',
        '</pre>',
        '',
        '',
        LONG,
        '1) a',
        '2. b',
        '1984. Text',
        '2) b\n   c',
      ],
      ...[
        '[a]: b',
        '[^1]: c',
        '    d',
        '  lazy',
        '\tcode',
        '+ x',
        '* y',
        '| a |',
        '|--|',
        '<script>',
        '</script>',
        '<?php',
        '?>',
        '#no',
        '&amp;',
      ],
    );
    const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(!source.startsWith('---') && !source.startsWith('+++'));
        const lists = (outlines: readonly string[]) => outlines.filter((entry) => !entry.startsWith('list'));
        expect(lists(outline(source, parseMarkdown(source).children))).toEqual(lists(outlineWhole(source)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a number that is the text of a paragraph', [LONG, '1984. Text', '2. b', '===']],
    ['another one above a table', [LONG, '1984. Text', '1984. Text', '|--|']],
    ['items in HTML', [LONG, '</div>', '* y', '1) a', '> quote']],
    ['numbers in HTML', [LONG, '<div>', '1984. Text', '1) a', '---']],
    ['HTML before all', ['</div>', LONG, '2. b', '+ x', '<?php']],
    ['a fence in HTML', ['<div>', '```', '', '```', '', 'Plain text & more']],
    ['a fence in HTML of an unknown tag', ['<desk-note>', '```', '', '```', '', 'Plain text & more']],
    ['a fence behind a tag among words', ['<b>Text</b>', '```', '', 'Plain text & more', '', '```', '', 'More']],
    ['a script in HTML', ['<div>', '<script>', '', '# Head', '', '</script>', '', 'Plain text & more']],
    ['a number in text that has left the list', [LONG, '1) a', '', '  lazy', '2. b', '===']],
    ['a number below a heading that has left the list', [LONG, '- a', ' # Head', ' text', '2. b', '===']],
    ['a number below text behind a heading in an item', [LONG, '- # Head', ' text', '2. b', '===']],
    ['an empty item behind indented code', [LONG, '# Head', '    d', '', '-', 'x']],
    ['a fence behind tags of words', ['<a name="x"></a>', '## Head', '```', 'code', '', '```', '', 'Plain text & more']],
    ['what is no tag before a fence', ['<div\u00a0class=x>', '```', '', 'code', '', '```', '', 'More']],
    ['a fence that ended with its item', [LONG, '- a', '  ```', 'Text', '', '```', 'code', '', 'More', '```']],
    ['a number behind indented code', [LONG, '# Head', '    d', '', '1984. Text']],
  ])('does not cut at %s', (_, lines) => {
    const source = lines.join('\n');
    expect(outline(source, parseMarkdown(source).children)).toEqual(outlineWhole(source));
  });

  it('loses no indented code before a reference to a note of another part', () => {
    const source = `    code\n\nText[^1].\n${LONG}\n\n[^1]: note`;
    expect(outline(source, parseMarkdown(source).children)).toEqual(outlineWhole(source));
  });

  it('cuts behind an anchor, a heading and a fence', () => {
    const source = `<a name="install"></a>\n## Install\n\`\`\`\nnpm\n\`\`\`\n\n${`Plain *text*. ${LONG}\n\n`.repeat(3)}`;
    expect(new MarkdownCutter(source, 0).next()?.end).toBeLessThan(source.length / 2);
  });

  it('cuts between items in the style of pandoc', () => {
    const source = Array.from({ length: 40 }, (_, at) => `${(at % 8) + 2}.  Text of *${at}*\n\n    more of it`).join('\n\n');
    const lists = parseMarkdown(source).children.filter(({ type }) => type === 'list');
    expect(lists.length).toBeGreaterThan(1);
    expect(lists.length).toBeLessThan(5);
  });

  it('cuts behind a picture with a remark in HTML below it', () => {
    const source = `Text *a*\n<img src="boat.png">\n<!-- the boat -->\n\n${`Plain *text*. ${LONG}\n\n`.repeat(3)}`;
    const cutter = new MarkdownCutter(source, 0);
    expect(cutter.next()?.end).toBeLessThan(source.length / 2);
    expect(outline(source, parseMarkdown(source).children)).toEqual(outlineWhole(source));
  });

  it('cuts a long list between its items', () => {
    const source = Array.from({ length: 500 }, (_, at) => `${at + 2}. The pilots of boat ${at} *met*.`).join('\n');
    const lists = parseMarkdown(source).children.filter(({ type }) => type === 'list');
    expect(lists.length).toBeGreaterThan(10);
  });

  it('knows labels that stand far from where they are defined', () => {
    const source = `[a][One  two] and [b] and c[^n] and [d]\n\n${`${LONG}\n\n`.repeat(5)}[one two]: /x\n[B]: /y\n\n[^n]: note\n`;
    expect(readMarkdownText(source).text).toMatch(/^a and b and c and \[d\]\n\n/u);
  });
});

const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  quotes: (size) => '>'.repeat(size),
  'quoted lines': (size) => `${'> '.repeat(15)}a\n`.repeat(size / 32),
  stars: (size) => '*'.repeat(size),
  'open emphasis': (size) => '*a '.repeat(size / 3),
  'nested emphasis': (size) => '*a '.repeat(size / 6) + 'b* '.repeat(size / 6),
  'mixed emphasis': (size) => '*a** _b '.repeat(size / 8),
  underscores: (size) => '_a '.repeat(size / 3),
  strikes: (size) => '~a '.repeat(size / 3),
  brackets: (size) => '['.repeat(size),
  'closed brackets': (size) => '['.repeat(size / 2) + '](a)'.repeat(size / 8),
  'open links': (size) => '[a]('.repeat(size / 4),
  pictures: (size) => '![[[['.repeat(size / 5),
  backticks: (size) => '`'.repeat(size),
  'growing backticks': (size) => Array.from({ length: Math.sqrt(size) }, (_, index) => '`'.repeat(index + 1)).join(' '),
  'lists in lists': (size) => '- '.repeat(size / 2),
  'numbers in numbers': (size) => '1. '.repeat(size / 3),
  '10,000 levels': (size) =>
    Array.from({ length: Math.min(10_000, Math.sqrt(size)) }, (_, index) => `${'  '.repeat(index)}- a`).join('\n'),
  items: (size) => '- a\n'.repeat(size / 4),
  definitions: (size) => Array.from({ length: size / 12 }, (_, index) => `[a${index}]: /b`).join('\n'),
  references: (size) => `${'[a][b] '.repeat(size / 7)}\n\n[b]: c\n`,
  footnotes: (size) => Array.from({ length: size / 20 }, (_, index) => `[^${index}]: b[^${index}]\n`).join('\n'),
  'columns of a table': (size) => `|${'a|'.repeat(size / 4)}\n|${'-|'.repeat(size / 4)}\n`,
  'rows of a table': (size) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(size / 6)}`,
  underlines: (size) => 'a\n=\n'.repeat(size / 4),
  'open tags': (size) => '<a '.repeat(size / 3),
  'open quotes of tags': (size) => `<pre>\n${'<a "'.repeat(size / 4)}`,
  'hidden tags': (size) => '<i hidden>a'.repeat(size / 11),
  scripts: (size) => '<script></script>'.repeat(size / 17),
  comments: (size) => '<!--'.repeat(size / 4),
  'character references': (size) => '&amp;'.repeat(size / 5),
  escapes: (size) => '\\*'.repeat(size / 2),
  fences: (size) => '```\n'.repeat(size / 4),
  'line ends': (size) => '\n'.repeat(size),
  addresses: (size) => 'a@b.c www.a '.repeat(size / 12),
};

describe.each(Object.entries(SHAPES))('a Markdown text of 1 MB of %s', (_, shape) => {
  it('is read within a second of computing, whole or by lines', () => {
    const source = shape(1_000_000);
    expect(cpuSeconds(() => expect(readMarkdownText(source).text.length).toBeLessThanOrEqual(2 * source.length))).toBeLessThan(2);
  });
});
