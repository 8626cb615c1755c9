import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/moderation/text/split-sentences.ts';

const split = (text: string) => splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['two sentences', 'The tide rose. Nobody saw.', ['The tide rose.', 'Nobody saw.']],
    ['closing quotes', 'She said “go.” They went.', ['She said “go.”', 'They went.']],
    ['initials', 'J. K. Merrow spoke. All listened.', ['J. K. Merrow spoke.', 'All listened.']],
    ['titles', 'Dr. Quill spoke. All listened.', ['Dr. Quill spoke.', 'All listened.']],
    ['two letters with a stop each', 'The U.S. Senate met. It rose.', ['The U.S. Senate met.', 'It rose.']],
    ['words of three letters', 'The sea. The Sea. The tide.', ['The sea.', 'The Sea.', 'The tide.']],
    ['a letter after a short word', 'Is it vitamin a. b? No.', ['Is it vitamin a. b?', 'No.']],
    ['accented letters before the last one', 'Un été. Deux. É. Merrow vint.', ['Un été.', 'Deux.', 'É. Merrow vint.']],
    [
      'other white space',
      'The tide rose.\u00a0Nobody\u2003saw.\u2003\u3000All slept.',
      ['The tide rose.', 'Nobody\u2003saw.', 'All slept.'],
    ],
    ['numbers', 'It cost 3.5 crowns. Cheap!', ['It cost 3.5 crowns.', 'Cheap!']],
    ['no end', 'no end at all', ['no end at all']],
    ['Chinese', '港口关闭。船只等待。', ['港口关闭。', '船只等待。']],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });
});
