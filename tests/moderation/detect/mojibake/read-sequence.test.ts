import { describe, expect, it } from 'vitest';
import { CODE_PAGES } from '../../../../src/moderation/detect/mojibake/code-pages.ts';
import { readSequence } from '../../../../src/moderation/detect/mojibake/read-sequence.ts';

function read(text: string, name = 'windows-1252') {
  const page = CODE_PAGES.find((one) => one.name === name);
  if (!page) throw new RangeError(name);
  const found = readSequence(text, 0, page);
  return found && [found.end, found.replacement, found.isWhole];
}

describe('readSequence', () => {
  it.each([
    ['Ã©t', 'windows-1252', [2, 'é', true]],
    ['Äąt', 'macintosh', undefined],
    ['√©t', 'macintosh', [2, 'é', true]],
    ['â€™s', 'windows-1252', [3, '’', true]],
    ['â\u0080\u0099s', 'windows-1252', [3, '’', true]],
    ['ðŸ˜€', 'windows-1252', [4, '😀', true]],
    ['ðŸ˜�', 'windows-1252', [4, '\ufffd', false]],
    ['â€?', 'windows-1252', [3, '\ufffd', false]],
    ['â??', 'windows-1252', undefined],
    ['Ä?', 'windows-1252', undefined],
    ['Ä�', 'windows-1252', [2, '\ufffd', false]],
    ['Ã e', 'windows-1252', [1, 'à', false]],
    ['Ã  e', 'windows-1252', [2, 'à', false]],
    ['Ã quele', 'windows-1252', [2, 'à', false]],
    ['Ã s dez', 'windows-1252', [2, 'à', false]],
    ["Ã s'il", 'windows-1252', [1, 'à', false]],
    ['Å koda', 'windows-1252', [2, 'Š', false]],
    ['í\u00a0½í¸€', 'windows-1252', [6, '😀', true]],
    ['í\u00a0½x', 'windows-1252', undefined],
    ['à€€', 'windows-1252', undefined],
    ['ô\u0090€€', 'windows-1252', undefined],
    ['Áa', 'windows-1252', undefined],
    ['РґР', 'windows-1251', [2, 'д', true]],
    ['├⌐', 'cp437', [2, 'é', true]],
    ['e', 'windows-1252', undefined],
  ])('%s as %s', (text, name, expected) => {
    expect(read(text, name)).toEqual(expected);
  });
});
