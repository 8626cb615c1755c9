import { describe, expect, it } from 'vitest';
import { TextWriter } from '../../../../src/moderation/read/html/text-writer.ts';
import { blocksOf } from './open-page.ts';

function write(html: string) {
  const writer = new TextWriter(html);
  const spans = blocksOf(html).map(({ runs, kind }) => writer.writeBlock(runs, kind === 'code'));
  const pieces = writer.pieces.map(({ at, length, source, sourceLength, isSame }) => [
    writer.text.slice(at, at + length),
    html.slice(source, source + sourceLength),
    isSame,
  ]);
  return { text: writer.text, spans, pieces };
}

describe('TextWriter', () => {
  it.each([
    ['folds white space', '<p>  The\n\t tide&nbsp; turns </p>', 'The tide turns'],
    ['parts blocks by a blank line', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['keeps breaks', '<p>One<br>two <br> three</p>', 'One\ntwo\nthree'],
    ['has no white space at the ends of a block', '<p><br>One <b> </b><br></p><p> Two</p>', 'One\n\nTwo'],
    ['joins what tags divide', '<p>har<b>bour</b><i> master</i></p>', 'harbour master'],
    ['leaves code as it is', '<pre>\nif tide:\n\tsail()  </pre>', 'if tide:\n\tsail()  '],
    ['parts cells and rows', '<table><tr><td>a<td>b<tr><td>c<td>d</table>', 'a\tb\nc\td'],
    ['keeps the column behind an empty cell', '<table><tr><td>a<td><td>b<tr><td>c<td>d<td>e</table>', 'a\t\tb\nc\td\te'],
  ])('%s', (_, html, text) => {
    expect(write(html).text).toBe(text);
  });

  it('tells where each piece comes from', () => {
    const { pieces, spans, text } = write('<p>Pell &amp;\r\n  <b>Sons</b></p><p>1<br>2</p>');
    expect(pieces).toEqual([
      ['Pell ', 'Pell ', true],
      ['&', '&amp;', false],
      [' ', '\r\n  ', false],
      ['Sons', 'Sons', true],
      ['1', '1', true],
      ['\n', '<br>', false],
      ['2', '2', true],
    ]);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Pell & Sons', '1\n2']);
  });
});
