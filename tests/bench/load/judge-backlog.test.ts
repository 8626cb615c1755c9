import { describe, expect, it } from 'vitest';
import { type BacklogSample, judgeBacklog } from '../../../bench/load/judge-backlog.ts';
import { randomSource } from '../../../bench/texts/random-source.ts';

const sampleBy = (backlogAt: (seconds: number) => number, count = 300): readonly BacklogSample[] =>
  Array.from({ length: count }, (_, at) => ({ seconds: at / 10, backlog: backlogAt(at / 10) }));

describe('judgeBacklog', () => {
  it('tells a backlog that grows by a tenth of what is sent', () => {
    const random = randomSource(1);
    const trend = judgeBacklog(
      sampleBy((seconds) => 4 + 6 * seconds + random.below(20)),
      60,
    );
    expect(trend.grows).toBe(true);
    expect(trend.perSecond).toBeCloseTo(6, 0);
    expect(trend.end - trend.start).toBeCloseTo(27 * 6, -1);
  });

  it('sees no growth in one that goes up and down, shrinks or stands', () => {
    for (const backlogAt of [(at: number) => 10 + 8 * Math.sin(at), (at: number) => 200 - 5 * at, () => 7])
      expect(judgeBacklog(sampleBy(backlogAt), 60).grows).toBe(false);
  });

  it('takes a straight rise below 2 % of the rate for none', () => {
    expect(
      judgeBacklog(
        sampleBy((at) => 1.19 * at),
        60,
      ).grows,
    ).toBe(false);
    expect(
      judgeBacklog(
        sampleBy((at) => 1.21 * at),
        60,
      ).grows,
    ).toBe(true);
  });

  it('takes a rise that chance explains for none', () => {
    const parts = [0, 40, 3, 60, 5, 2, 70, 1, 80, 4];
    const trend = judgeBacklog(
      sampleBy((at) => parts[Math.floor(at / 3)] ?? 0),
      10,
    );
    expect(trend.perSecond).toBeGreaterThan(0.2);
    expect(trend.grows).toBe(false);
  });

  it('refuses to judge by a few samples', () => {
    expect(() =>
      judgeBacklog(
        sampleBy(() => 1, 19),
        60,
      ),
    ).toThrow(RangeError);
  });
});
