import { describe, expect, it } from 'vitest';
import { detectLine } from './detect-text.ts';

const TOKEN = 'q7Rb2KxZ90mWvLs4TyHc8NdPf3GjXa61EuVoQi5Bk';

describe('garbage token', () => {
  it('finds a random token that stands alone', () => {
    expect(detectLine(TOKEN)).toEqual([['garbage.random-line@1', 'removed', TOKEN]]);
  });

  it('finds one among words and takes only the token', () => {
    expect(detectLine(`The ferries ${TOKEN} were late.`)).toEqual([['garbage.random-token@1', 'removed', TOKEN]]);
  });

  it.each([
    ['a hash after "commit"', `The fault came with commit ${TOKEN} in May.`],
    ['an address after "wallet"', `Coins went to the wallet address ${TOKEN} that night.`],
    ['a link', `See https://quay.example/watch?v=${TOKEN} for the film.`],
    ['a handle', `Write to @${TOKEN} for help.`],
    ['a file name', `Open ${TOKEN}.pdf to read on.`],
    ['an identifier', 'The class HarbourPilotRegistrationServiceV2 was renamed.'],
    ['a product code', 'The RTX4090Ti and the WH1000XM5 were sold out.'],
    ['hexadecimal', 'deadbeefcafe00112233445566778899'],
    ['a long German word', 'Donaudampfschifffahrtsgesellschaftskapitän'],
    ['Cyrillic', 'Превысокомногорассмотрительствующий'],
    ['digits', '12345678901234567890'],
  ])('leaves %s', (_, line) => {
    expect(detectLine(line)).toEqual([]);
  });
});
