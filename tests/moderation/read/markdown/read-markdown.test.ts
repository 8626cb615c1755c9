import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../../src/index.ts';
import type { Reading } from '../../../../src/moderation/model/reading.ts';
import { readMarkdown } from '../../../../src/moderation/read/markdown/read-markdown.ts';
import { arbitraryMarkdown } from './arbitrary-markdown.ts';

const ruleset = loadRuleset();

/** Kinds and texts of the blocks of a reading. */
function blocksOf(source: string): readonly (readonly [string, string])[] {
  const { text, pieces, layout = [] } = readMarkdown(source);
  return layout.map(({ kind, start, end }) => {
    const own = pieces.filter((piece) => piece.source >= start && piece.source + piece.sourceLength <= end);
    const first = own[0];
    const last = own.at(-1);
    return [kind, first && last ? text.slice(first.at, last.at + last.length) : ''];
  });
}

/** The source put together again from a reading: pieces that stand letter for letter must be the same letters. */
function checkPieces(source: string, { text, pieces }: Reading): void {
  let at = 0;
  let place = 0;
  for (const piece of pieces) {
    expect(piece.source).toBeGreaterThanOrEqual(place);
    expect(text.slice(at, piece.at)).toMatch(/^(?:\n\n)?$/u);
    const said = text.slice(piece.at, piece.at + piece.length);
    if (piece.isSame) expect(source.slice(piece.source, piece.source + piece.sourceLength)).toBe(said);
    at = piece.at + piece.length;
    place = piece.source + piece.sourceLength;
  }
  expect(at).toBe(text.length);
  expect(place).toBeLessThanOrEqual(source.length);
}

describe('readMarkdown', () => {
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'the first heading is the title',
      '# A *b*\n\n## C\n\nd\n',
      [
        ['title', 'A b'],
        ['heading', 'C'],
        ['paragraph', 'd'],
      ],
    ],
    [
      'an underlined heading',
      'A\n=\nb\n-\nc',
      [
        ['title', 'A'],
        ['heading', 'b'],
        ['paragraph', 'c'],
      ],
    ],
    ['soft line ends are blanks', 'a \n b\r\nc', [['paragraph', 'a b c']]],
    ['hard line ends are line ends', 'a  \nb\\\nc', [['paragraph', 'a\nb\nc']]],
    ['escapes and character references', '\\*a\\* &amp; &#x2014; &nope; \\q', [['paragraph', '*a* & — &nope; \\q']]],
    ['emphasis, links, code', '**a** [b](c "d") `e  f` ~~g~~ <http://h.example>', [['paragraph', 'a b e  f g http://h.example']]],
    ['references', '[a][r] and [r]\n\n[r]: /x "y"', [['paragraph', 'a and r']]],
    ['pictures are no text', '![a](b "c")\n\nd ![e](f) g', [['paragraph', 'd g']]],
    ['italics below a picture are its caption', '![a](b)\n*c d*', [['caption', 'c d']]],
    [
      'nested lists',
      '- a\n  b\n\n  c\n  1. d\n- [x] e',
      [
        ['list_item', 'a b'],
        ['list_item', 'c'],
        ['list_item', 'd'],
        ['list_item', 'e'],
      ],
    ],
    [
      'nested quotes',
      '> a\n> b\n>\n> > c\nd',
      [
        ['quote', 'a b'],
        ['quote', 'c d'],
      ],
    ],
    ['fenced code', '```js\na  *b*\n\n  c\n```', [['code', 'a  *b*\n\n  c']]],
    [
      'fenced code in a list',
      '- a\n\n  ```\n  b\n   c\n  ```',
      [
        ['list_item', 'a'],
        ['code', 'b\n c'],
      ],
    ],
    ['code without an end', '~~~\na', [['code', 'a']]],
    [
      'indented code',
      'a\n\n    b\n      c',
      [
        ['paragraph', 'a'],
        ['code', 'b\n  c'],
      ],
    ],
    ['tables', '| a | b |\n|--|--|\n| `c` \\| | **d** |\n| e', [['table', 'a\tb\nc |\td\ne']]],
    [
      'footnotes',
      'a[^1] b\n\n[^1]: c *d*\n\n    e',
      [
        ['paragraph', 'a b'],
        ['paragraph', 'c d'],
        ['paragraph', 'e'],
      ],
    ],
    [
      'rules are no text',
      'a\n\n***\n\n- - -\nb',
      [
        ['paragraph', 'a'],
        ['paragraph', 'b'],
      ],
    ],
    ['tags within a line', 'a <b class="x">b</b><!-- c --> d<br>e', [['paragraph', 'a b d\ne']]],
    ['scripts within a line', 'a <script>b</script> c', [['paragraph', 'a c']]],
    [
      'HTML',
      '<div>\n<p>a &lt; <b>b</b></p>\n<ul><li>c</ul>\n</div>',
      [
        ['paragraph', 'a < b'],
        ['list_item', 'c'],
      ],
    ],
    ['HTML tables', '<table><tr><td>a<td>b<tr><td>c</table>', [['table', 'a\tb\nc']]],
    [
      'comments, scripts and styles',
      '<!-- a\n\nb -->\n\n<script>\n\nc()\n</script>\n\n<style>d</style>\n\ne',
      [['paragraph', 'e']],
    ],
    ['HTML with a long value', `<p><img alt="a > b" src="data:${'x'.repeat(5000)}">c</p>`, [['paragraph', 'c']]],
    ['HTML in a quote', '> <div>\n> a\n> </div>', [['quote', 'a']]],
    ['a byte order mark', '\ufeff# a', [['title', 'a']]],
  ])('%s', (_, source, expected) => {
    expect(blocksOf(source)).toEqual(expected);
    checkPieces(source, readMarkdown(source));
  });

  it('names no title beside that of the front matter, unless it stands first', () => {
    expect(blocksOf('---\ntitle: x\n---\na\n\n# b')).toEqual([
      ['paragraph', 'a'],
      ['heading', 'b'],
    ]);
    expect(blocksOf('---\ntitle: x\n---\n# a\n\n# b')).toEqual([
      ['title', 'a'],
      ['heading', 'b'],
    ]);
  });

  it.each([
    ['a <span hidden>b c</span> d', 'b c', 'a d'],
    ['<div style="color:red; display : none">\nb c\n</div>\n\na', '\nb c\n', 'a'],
    ["<p>a</p><p style='visibility:hidden'>b <i>c</i></p>", 'b <i>c</i>', 'a'],
  ])('flags what is hidden in %j', (source, hidden, text) => {
    const reading = readMarkdown(source);
    expect(reading.text).toBe(text);
    expect(reading.detections.map(({ kind, start, end }) => [kind, source.slice(start, end)])).toEqual([['hidden_text', hidden]]);
  });

  it('maps every character of any text to its source', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (source) => checkPieces(source, readMarkdown(source))),
      { numRuns: 300 },
    );
  });

  it('leads from the source to the cleaned text by edits', () => {
    const apply = (source: string): string => {
      const { edits } = moderate({ id: 'a', text: source, format: 'markdown' }, { ruleset });
      let at = 0;
      const parts = edits.map(({ start, end, replacement }) => {
        const part = source.slice(at, start) + replacement;
        at = end;
        return part;
      });
      return parts.join('') + source.slice(at);
    };
    fc.assert(
      fc.property(arbitraryMarkdown, (source) => {
        expect(apply(source)).toBe(moderate({ id: 'a', text: source, format: 'markdown' }, { ruleset }).text);
      }),
      { numRuns: 60 },
    );
  });

  it('reads text without markup as plain text is read', () => {
    const sentence = fc.constantFrom(
      'The council met on Wednesday in the old customs house at noon.',
      'Share this article on Facebook',
      'By Hanne Lorrick',
      'Passengers waited kJ8sdf9sKJHsd8f7sdKJHsdf87sdfkjhSDF87sd until the rain had stopped.',
      'The night ferry sails again',
      'Read also:',
      '(Photo: Ada Quill)  3 & 4, "five"; 6 | 7!',
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (lines) => {
        const text = lines.join('\n\n');
        const asText = moderate({ id: 'a', text }, { ruleset });
        const asMarkdown = moderate({ id: 'a', text, format: 'markdown' }, { ruleset });
        expect(asMarkdown.text).toBe(asText.text);
        expect(asMarkdown.findings).toEqual(asText.findings);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves code alone, whatever it says', () => {
    const noise =
      'Share this article on Facebook\n\nGet 50% off! Click here: bonus.example\n{{ad}} &nbsp; kJ8sdf9sKJHsd8f7sdKJHsdf87sdfkjhSDF87sd';
    const code = `\`\`\`\n${noise}\n\`\`\``;
    const text = `# The council met again\n\nThe council met on Wednesday in the old customs house, and all were there.\n\n${code}\n\n${code}\n\n    ${noise.replaceAll('\n', '\n    ')}\n`;
    const result = moderate({ id: 'a', text, format: 'markdown' }, { ruleset });
    expect(result.text.split(noise)).toHaveLength(4);
  });
});
