import { decodeHTML } from 'entities/decode';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../../../src/index.ts';
import { read } from '../../../../../src/moderation/read/read.ts';

const ruleset = loadRuleset();
const readPage = (html: string) => read({ id: 'a', text: html, format: 'html' }, ruleset);
const page = (json: string, rest = '<p>Please switch on scripts.</p>'): string =>
  `<title>The ice goes out</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"The ice goes out","articleBody":"${json}"}</script>${rest}`;

const FIRST =
  'The ice went out of the harbour in the night, three weeks before its time, and the pilots stood on the quay and counted the boats that were still afloat.';
const SECOND =
  'Nobody remembers so early a spring, said the harbour master, who keeps a book of such days that goes back to her great-grandmother.';
const THIRD = 'Most of the ferries will run again by the end of the week, and the market on the mole may open on Sunday.';
const BODY = [FIRST, SECOND, THIRD];

/** What a slice of a JSON string says on a page. */
const decode = (slice: string): string => decodeHTML(JSON.parse(`"${slice}"`)).replace(/\s+/gu, ' ');

function expectMapped(source: string): void {
  const { text, pieces } = readPage(source);
  let position = 0;
  for (const { at, length, source: from, sourceLength, isSame } of pieces) {
    const slice = source.slice(from, from + sourceLength);
    expect(from).toBeGreaterThanOrEqual(position);
    expect(isSame ? slice : decode(slice)).toBe(text.slice(at, at + length));
    position = from + sourceLength;
  }
}

describe('readStatedBody', () => {
  it.each([
    ['line ends', BODY.join('\\n')],
    ['several of them', BODY.join('\\r\\n \\n')],
    ['paragraphs', `<p class='a'>${BODY.join('<\\/p><p>')}</p>`],
    ['escaped tags', `\\u003Cp\\u003E${BODY.join('\\u003C/p\\u003E\\n\\u003Cp\\u003E')}`],
    ['inline tags', BODY.join('<br/>').replace('ice', '<a href=\\"x\\">ice</a>')],
    ['escapes', BODY.join('\\n').replace('night', '\\u006eight')],
    ['references', BODY.join('\\n').replace('great-grandmother', 'great&#45;grandmother')],
    ['escaped references', BODY.join('\\n').replace('great-grandmother', 'great\\u0026#45;grandmother')],
  ])('reads an article that stands in data only, parted by %s', (_, json) => {
    const { text, layout, metadata } = readPage(page(json));
    expect(text).toBe(BODY.join('\n\n'));
    expect(layout?.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(metadata.title).toBe('The ice goes out');
    expectMapped(page(json));
  });

  it('leaves a page that shows its article, and data that are no article', () => {
    const shown = `<article>${BODY.map((text) => `<p>${text}</p>`).join('')}</article>`;
    expect(readPage(page(BODY.join('\\n').replaceAll('ice', 'snow'), shown)).text).toBe(BODY.join('\n\n'));
    expect(readPage(page('Short.')).text).not.toContain('Short.');
    expect(readPage(page(`<p${' x'.repeat(900)}>`)).text).not.toContain('x x');
  });

  it('finds the right text among those of other articles', () => {
    const other = `<script type="application/ld+json">{"@type":"ItemList","a":{"articleBody":"Other \\"${'x'.repeat(400)}"}}</script>`;
    expect(readPage(other + page(BODY.join('\\n'))).text).toBe(BODY.join('\n\n'));
  });

  it('goes through the whole walk', () => {
    const text = page(BODY.join('\\n').replace('harbour master', 'harbour m\\u00e4ster'));
    const result = moderate({ id: 'a', text, format: 'html' }, { ruleset });
    expect(result.text).toBe(BODY.join('\n\n').replace('master', 'mäster'));
    expect(result.article.title).toBe('The ice goes out');
  });

  it('maps every character, whatever is escaped', () => {
    const part = fc.constantFrom(
      FIRST,
      '\n',
      '<p>',
      '</b>',
      '&amp;',
      '& ',
      '<',
      '"',
      '\\',
      'é',
      '🚢',
      '\t',
      '  ',
      '&lt;b&gt;',
      '\ud83d',
    );
    const toJson = (text: string, all: boolean): string =>
      all
        ? Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')
        : JSON.stringify(text).slice(1, -1);
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.boolean()), { maxLength: 20 }), (parts) => {
        const json = parts.map(([text, all]) => toJson(text, all && text !== FIRST)).join('');
        expectMapped(page(`${json}${BODY.join('\\n')}`));
      }),
    );
  });
});
