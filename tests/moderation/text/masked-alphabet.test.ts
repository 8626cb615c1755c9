import { describe, expect, it } from 'vitest';
import { ALPHABET_CYRILLIC, ALPHABET_LATIN, ALPHABET_OWN, maskedAlphabet } from '../../../src/moderation/text/masked-alphabet.ts';
import { tokenize } from '../../../src/moderation/text/tokenize.ts';

describe('maskedAlphabet', () => {
  it.each([
    ['harbour', ALPHABET_OWN],
    ['гавань', ALPHABET_OWN],
    ['λιμάνι', ALPHABET_OWN],
    ['Tеlеgrаm', ALPHABET_LATIN],
    ['ТЕLЕGRАМ', ALPHABET_LATIN],
    ['зapaбoтoк', ALPHABET_CYRILLIC],
    ['пaртнeрoв', ALPHABET_CYRILLIC],
    ['цuфрoвыe', ALPHABET_CYRILLIC],
    ['пοмοчь', ALPHABET_CYRILLIC],
  ])('of %s is %i', (word, alphabet) => {
    expect(maskedAlphabet(word, 0, word.length)).toBe(alphabet);
  });

  it.each([
    ['Tеlеgrаm', 'telegram'],
    ['зapaбoтoк', 'заработок'],
    ['цuфрoвыe', 'цифровые'],
    ['3apaботок', 'заработок'],
    ['пοмοчь', 'помочь'],
  ])('lets %s be found as %s', (masked, plain) => {
    expect(tokenize(masked).hashes[0]).toBe(tokenize(plain).hashes[0]);
  });
});
