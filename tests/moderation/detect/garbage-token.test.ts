import { describe, expect, it } from 'vitest';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { CLOSING, detectLine, detectText, OPENING } from './detect-text.ts';

const TOKEN = 'q7Rb2KxZ90mWvLs4TyHc8NdPf3GjXa61EuVoQi5Bk';
const found = (line: string): readonly (readonly [string, string, string])[] =>
  detectLine(line).filter(([rule]) => rule.startsWith('garbage.'));

describe('garbage token', () => {
  it('finds a random token that stands alone', () => {
    expect(detectLine(TOKEN)).toEqual([['garbage.random-line@1', 'removed', TOKEN]]);
  });

  it('finds one among words and takes only the token', () => {
    expect(detectLine(`The ferries ${TOKEN} were late.`)).toEqual([['garbage.random-token@1', 'removed', TOKEN]]);
  });

  it.each([
    ['base64', 'Zm9nIGhvcm4gYW5kIHRpZGUgdGFibGU/c2FpbA=='],
    ['base64 between symbols', '▶ Zm9nIGhvcm4gYW5kIHRpZGUgdGFibGU ◀'],
    ['hexadecimal', '7c1e90b4fa3d582266e1c07b9d'],
    ['keys hit blindly', 'sdkfjghwoeirutskdjfh'],
    ['lower case', 'xqzvkwprtmblcgjhd'],
    ['mixed case', 'tRbQzWmKxLpVnGcJd'],
    ['Cyrillic keys', 'йцщшгзфывждлоэ'],
    ['Greek letters at random', 'ξψβθγδκζχφμπρσ'],
    ['rare ideographs', '龘靐齉爩鱻麤龗灪吁龖'],
    ['Korean syllables at random', '궯뛟쀍뷁쫛쮐틓픪챿콻'],
    ['Korean keys', 'ㅁㄴㅇㄹㅁㄴㅇㄹㅂㅈ'],
  ])('takes a line of %s', (_, line) => {
    expect(found(line).map(([, action]) => action)).toEqual(['removed']);
  });

  it.each(['q7Rb2Kx Z90mWvL s4TyHc8 NdPf3Gj', 'x7Kq2 ZpL9v Tb4Wm R8sYd', 'asdfghjkl qwertyuiop zxcvbnm'])(
    'takes a line of one token split by spaces: %s',
    (line) => {
      expect(found(line)).toEqual([['garbage.split-line@1', 'removed', line]]);
    },
  );

  it('flags a token in pieces among words', () => {
    expect(found('The pilots went home before the x7Kq2 ZpL9v Tb4Wm R8sYd tide turned again.')).toEqual([
      ['garbage.split-token@1', 'flagged', 'x7Kq2 ZpL9v Tb4Wm R8sYd'],
    ]);
  });

  it('sees through characters without a width', () => {
    const line = 'q7Rb2Kx\u200bZ90mWvL\u200bs4TyHc8';
    expect(found(line)).toEqual([['garbage.random-line@1', 'removed', line]]);
    expect(found('The harbour\u200bcouncil\u200bchamber of Merrow was closed.')).toEqual([]);
  });

  it.each([
    ['behind a word', 'The pilots left the harbourx7Kq2ZpL9vTb4WmR8sYd before noon.', 'x7Kq2ZpL9vTb4WmR8sYd'],
    ['behind a name', 'The council of Merrowq7Rb2KxZ90mWvLs4TyHc met before noon.', 'q7Rb2KxZ90mWvLs4TyHc'],
    ['before a word', 'The q7Rb2KxZ90mWvLs4TyHc8NdPf3harbour was closed before noon.', 'q7Rb2KxZ90mWvLs4TyHc8NdPf3'],
  ])('takes a token glued %s and leaves the word', (_, line, token) => {
    expect(found(line)).toEqual([['garbage.random-token@1', 'removed', token]]);
  });

  it('takes a token behind the last full stop wherever it comes again: no sentence names it', () => {
    const text = `${OPENING} ${TOKEN}\n\n${CLOSING} ${TOKEN}`;
    expect(detectText(text).filter(([rule]) => rule.startsWith('garbage.'))).toEqual([
      ['garbage.random-token@1', 'removed', TOKEN],
      ['garbage.random-token@1', 'removed', TOKEN],
    ]);
  });

  it('takes the same token from each line that it stands on', () => {
    const text = [OPENING, TOKEN, CLOSING, TOKEN].join('\n\n');
    const actions = detectText(text).filter(([rule]) => rule === 'garbage.random-line@1');
    expect(actions.map(([, action]) => action)).toEqual(['removed', 'removed']);
  });

  it('flags a short line', () => {
    expect(found('xQ7zKv2')).toEqual([['garbage.random-line@1', 'flagged', 'xQ7zKv2']]);
  });

  it('flags letters alone among words: they may be a name', () => {
    expect(found('The ferries of Xqzvkwprtmblcgjhd were late again, the harbour council said.')).toEqual([
      ['garbage.random-token@1', 'flagged', 'Xqzvkwprtmblcgjhd'],
    ]);
  });

  it('finds one between ideographs', () => {
    expect(found(`港口委員會昨日${TOKEN}開會，討論冬季潮汐。`)).toEqual([['garbage.random-token@1', 'removed', TOKEN]]);
  });

  it('finds one glued to a full stop', () => {
    expect(found(`The ferries were late.${TOKEN}`)).toEqual([['garbage.random-token@1', 'removed', TOKEN]]);
  });

  it.each([
    ['a hash after "commit"', `The fault came with commit ${TOKEN} in May.`],
    ['an address after "wallet"', `Coins went to the wallet address ${TOKEN} that night.`],
    ['a hash after "Prüfsumme"', `Die Datei hat die Prüfsumme ${TOKEN}, sagte der Lotse.`],
    ['an address after "portefeuille"', `Le portefeuille ${TOKEN} appartient au port de Merrow.`],
    ['a key after "clave"', `La clave ${TOKEN} ya no sirve, dijo el piloto.`],
    ['a hash after "хеш"', `Файл имеет хеш ${TOKEN}, сказал лоцман.`],
    ['names joined by a slash', 'The Nujiraray/Kuluunaay quarter and the Northeast/Missoula-I-44 road were closed.'],
    ['product names in a row', 'The iPhone 12 mini, the iPad2 Air and the RTX 4090 Ti were sold out.'],
    ['an IBAN in groups', 'The account is GB29 NWBK 6016 1331 9268 19, said the bank.'],
    ['Chinese', '港口委員會昨日開會討論冬季潮汐並決定關閉北方航道'],
    ['Korean', '항만위원회는정오에모여도선사들의요구를들었다'],
    ['Korean laughter', 'ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ'],
    ['the Korean alphabet', 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊ'],
    ['Japanese', '港湾評議会は正午に集まり水先案内人の要望を聞いた'],
    ['a token after a colon', `The label on the crate read: ${TOKEN}`],
    ['a quoted token', `The pilot had typed “${TOKEN}” into the log.`],
    ['a token in a table', `Crate\t${TOKEN}\tglass`],
    ['a link', `See https://quay.example/watch?v=${TOKEN} for the film.`],
    ['a link without a scheme', `See quay.example/watch/${TOKEN} for the film.`],
    ['a handle', `Write to @${TOKEN} for help.`],
    ['an e-mail address', `Write to ${TOKEN}@quay.example for help.`],
    ['a file name', `Open ${TOKEN}.pdf to read on.`],
    ['an identifier', 'The class HarbourPilotRegistrationServiceV2 was renamed.'],
    ['a product code', 'The RTX4090Ti and the WH1000XM5 were sold out.'],
    ['a long German word', 'Donaudampfschifffahrtsgesellschaftskapitän'],
    ['Cyrillic', 'Превысокомногорассмотрительствующий'],
    ['digits', '12345678901234567890'],
    ['a heading', 'Wednesbury'],
    ['a stretched word', 'Noooooooooooooooo, said the pilot, not the ferry again.'],
    ['hyphenated words', 'A state-of-the-art-and-then-some ferry left the yard in Merrow.'],
  ])('leaves %s', (_, line) => {
    expect(found(line)).toEqual([]);
  });

  it('leaves a token under a line that announces it', () => {
    expect(detectText(`${OPENING}\n\nDonations go to this wallet\n\n${TOKEN}\n\n${CLOSING}`)).toEqual([]);
  });

  it('leaves a list of tokens under a line that announces it, also in pieces', () => {
    const others = ['x7Kq2ZpL9vTb4WmR8sYd', 'Hn3Vc8QwZt5Rk1Lp6Mx'];
    const list = ['Serial numbers of the boxes in question:', TOKEN, ...others].join('\n\n');
    expect(detectText(`${OPENING}\n\n${list}\n\n${CLOSING}`)).toEqual([]);
    const pieces = 'The code of the lock is this:\n\nx7Kq2 ZpL9v Tb4Wm R8sYd';
    expect(detectText(`${OPENING}\n\n${pieces}\n\n${CLOSING}`)).toEqual([]);
  });

  it('leaves a token that stands in two sentences: it is the name of something', () => {
    const line = `The crate ${TOKEN} was lost in March, and nobody looked for it until the summer.`;
    expect(found(`${line} In May the crate ${TOKEN} was found.`)).toEqual([]);
  });

  it('takes time linear in a block of very many tokens', () => {
    const block = Array.from({ length: 20_000 }, (_, at) => `x7Kq2ZpL9vTb4WmR${at}aB`).join(' ');
    const seconds = cpuSeconds(() => {
      detectText(block);
    });
    expect(seconds).toBeLessThan(10);
  });
});
