import { describe, expect, it } from 'vitest';
import { readLanguageCode } from '../../../../../src/moderation/read/html/metadata/read-language-code.ts';

describe('readLanguageCode', () => {
  it.each([
    ['en', 'en'],
    ['de-AT', 'de'],
    ['pt_BR', 'pt'],
    ['de-DE-1996', 'de'],
    [' FR ', 'fr'],
    ['deu', 'de'],
    ['English', 'en'],
    ['en, de', 'en'],
    ['', undefined],
    ['xx', undefined],
    ['x-default', undefined],
    ['englishes', undefined],
  ])('reads %j as %s', (tag, code) => {
    expect(readLanguageCode(tag)).toBe(code);
  });
});
