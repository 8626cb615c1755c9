import { describe, expect, it } from 'vitest';
import { cleanAuthors } from '../../../../../src/moderation/read/html/metadata/clean-authors.ts';
import { SiteNames } from '../../../../../src/moderation/read/html/metadata/site-names.ts';

const sites = new SiteNames(['Quay Gazette'], 'https://www.quay-gazette.example/ferries');
const clean = (...values: readonly string[]) => cleanAuthors(values, sites);

describe('cleanAuthors', () => {
  it.each([
    ['Ada Quill', 'Ada Quill'],
    ['By Ada Quill', 'Ada Quill'],
    ['by: Ada Quill', 'Ada Quill'],
    ['Von Odile Harnwick', 'Odile Harnwick'],
    ['von der Lohe', 'von der Lohe'],
    ['Text: Odile Harnwick', 'Odile Harnwick'],
    ['Posted by Ada Quill', 'Ada Quill'],
    ['View all posts by Ada Quill', 'Ada Quill'],
    ['  Ada\n Quill  ', 'Ada Quill'],
    ['Ada Quill (ada@quay.example)', 'Ada Quill'],
    ['Ada Quill | Quay Gazette', 'Ada Quill'],
    ['Ada Quill - Reporter', 'Ada Quill'],
    ['Ada Quill, Quay Gazette', 'Ada Quill'],
    ['Ada Quill; Bert Sand', 'Ada Quill, Bert Sand'],
    ['Ada Quill, Bert Sand', 'Ada Quill, Bert Sand'],
    ['Ada Quill and Bert Sand', 'Ada Quill and Bert Sand'],
    ['Ren&eacute; Sand', 'René Sand'],
    ['<b>Ada Quill</b>', 'Ada Quill'],
    ['Anna-Lena Å. Öst', 'Anna-Lena Å. Öst'],
  ])('reads %j as %j', (value, author) => {
    expect(clean(value)).toBe(author);
  });

  it.each([
    '',
    'admin',
    'Administrator',
    'siteadmin2',
    'Super User',
    'red.',
    'null',
    '12345',
    'ada@quay.example',
    'https://quay.example/ada',
    'quay.example',
    'chat.example/ada',
    'Quay Gazette',
    'quay-gazette',
    'Quay Gazette Online',
    'Tidewire GmbH, Merrow, Westmark',
    'x'.repeat(81),
  ])('takes %j for nobody', (value) => {
    expect(clean(value)).toBeUndefined();
  });

  it('names each author once, and no more than twelve', () => {
    expect(clean('Ada Quill', 'ADA QUILL', 'admin', 'Bert Sand')).toBe('Ada Quill, Bert Sand');
    const many = Array.from({ length: 30 }, (_, index) => `Ada ${String.fromCharCode(97 + index)}`);
    expect(clean(...many)?.split(', ')).toHaveLength(12);
  });
});
