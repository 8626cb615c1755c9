import { describe, expect, it } from 'vitest';
import { judgeIdeographs } from '../../../../src/moderation/detect/garbage/judge-ideographs.ts';

const best = (text: string): number =>
  Math.max(0, ...judgeIdeographs(text, 0, text.length).map(({ judgement }) => judgement.probability));

describe('judgeIdeographs', () => {
  it.each(['龘靐齉爩鱻麤龗灪吁龖', '鼺鶾黀靃齾爨麣鸜讟虋', '궯뛟쀍뷁쫛쮐틓픪', 'ㅁㄴㅇㄹㅁㄴㅇㄹ', 'ㅂㅈㄷㄱㅅㅛㅕㅑ'])(
    'takes %s for random',
    (text) => {
      expect(best(text)).toBeGreaterThan(0.9);
    },
  );

  it.each([
    ['traditional Chinese', '港口委員會昨日開會討論冬季潮汐並決定關閉北方航道'],
    ['simplified Chinese', '港口委员会昨天开会讨论冬季潮汐并决定关闭北方航道'],
    ['Japanese', '港湾評議会議事録閲覧申請書'],
    ['Korean', '항만위원회는정오에모여도선사들의요구를들었다'],
    ['crying', 'ㅠㅠㅠㅠㅠㅠㅠㅠ'],
    ['the alphabet', 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊ'],
    ['a rare name among others', '議員陳喆與王旻昨日出席港口委員會會議'],
    ['Latin', 'harbour council of Merrow'],
  ])('leaves %s', (_, text) => {
    expect(best(text)).toBeLessThan(0.5);
  });

  it('gives the run only', () => {
    const [run] = judgeIdeographs('abc 龘靐齉爩鱻麤龗灪 def', 0, 16);
    expect(run).toMatchObject({ start: 4, end: 12 });
  });
});
