import { describe, expect, it } from 'vitest';
import { parseSourceNote } from '../../../src/moderation/parse/parse-source-note.ts';

describe('parseSourceNote', () => {
  it.each([
    ['Source: Merrow Herald', 'Merrow Herald'],
    ['(Source: Merrow Herald)', 'Merrow Herald'],
    ['Source: Merrow Herald, March 3, 2024', 'Merrow Herald'],
    ['Source: https://quay.example/a/b?c', 'quay.example'],
    ['Source: quay.example', 'quay.example'],
    ['Quelle: dpa', 'dpa'],
    ['Source : AFP', 'AFP'],
    ['Fuente: EFE', 'EFE'],
    ['Via: Quay Gazette', 'Quay Gazette'],
    ['(Quay Gazette)', 'Quay Gazette'],
    ['(Hafenblatt)', 'Hafenblatt'],
    ['(dpa/lno)', 'dpa/lno'],
  ])('reads %j', (line, name) => {
    expect(parseSourceNote(line)).toBe(name);
  });

  it.each([
    'Source: the pilots said so',
    'Source: it began with 4 ships.',
    'Sources: Ada Quill',
    'Source of the Vess',
    '(Applause)',
    '(Mail)',
    '(Curtain)',
    '(News at ten)',
    'Quay Gazette',
    `Source: ${'Merrow '.repeat(20)}`,
  ])('takes %j for none', (line) => {
    expect(parseSourceNote(line)).toBeUndefined();
  });
});
