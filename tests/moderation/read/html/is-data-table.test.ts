import { describe, expect, it } from 'vitest';
import { isDataTable } from '../../../../src/moderation/read/html/is-data-table.ts';
import { findTag } from './find-tag.ts';
import { STORY } from './open-page.ts';

describe('isDataTable', () => {
  it.each([
    ['rows of short cells', '<tr><th>Year<th>Nests<tr><td>2024<td>388', true],
    ['cells with lines in paragraphs', '<tr><td><p>a</p><p>b</p></td><td>c</td></tr>', true],
    ['one cell in each row', '<tr><td>a<tr><td>b', false],
    ['no rows', '', false],
    ['a heading in a cell', '<tr><td><h2>a</h2><td>b', false],
    ['a table in a cell', '<tr><td><table><tr><td>a<td>b</table><td>c', false],
    ['a list in a cell', '<tr><td><ul><li>a</ul><td>b', false],
    ['running text in its cells', `<tr><td>${STORY}<td>${STORY}`, false],
  ])('%s', (_, rows, expected) => {
    expect(isDataTable(findTag(`<table>${rows}</table>`, 'table'))).toBe(expected);
  });
});
