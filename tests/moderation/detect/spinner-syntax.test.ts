import { describe, expect, it } from 'vitest';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { detectLine, detectText } from './detect-text.ts';

const found = (line: string): readonly (readonly [string, string, string])[] =>
  detectLine(line).filter(([rule]) => rule.startsWith('leftover.'));

describe('spinner syntax', () => {
  it.each([
    ['The {ferry|boat|vessel} left the harbour at noon.', '{ferry|boat|vessel}'],
    ['The {big {red|blue}|small} ferry left at noon.', '{big {red|blue}|small}'],
    ['{Hello|Hi there|Good day}, said the pilot at noon.', '{Hello|Hi there|Good day}'],
    ['Die {Fähre|das Boot} fuhr am Mittag ab.', '{Fähre|das Boot}'],
    ['The ferry {quickly||slowly} left at noon.', '{quickly||slowly}'],
  ])('flags %s', (line, choice) => {
    expect(found(line)).toEqual([['leftover.spinner@1', 'flagged', choice]]);
  });

  it.each(['The set {x | x > 0} is open.', 'Given {a|b}, choose.', 'The bars |a|b| are {not} these.', 'P{A|B} is a chance.'])(
    'leaves %s',
    (line) => {
      expect(found(line)).toEqual([]);
    },
  );

  it('takes time linear in a hostile line', () => {
    const seconds = cpuSeconds(() => {
      for (const unit of ['{', '{a|', '{a|b} ', '}{']) detectText(unit.repeat(200_000));
    });
    expect(seconds).toBeLessThan(10);
  });
});
