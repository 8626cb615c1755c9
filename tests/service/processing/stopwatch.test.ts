import { describe, expect, it, vi } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { STAGES } from '../../../src/moderation/model/watch.ts';
import { Stopwatch } from '../../../src/service/processing/stopwatch.ts';

/** A clock that only goes on when told. */
function holdClock() {
  let now = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => now);
  return { pass: (ms: number) => (now += ms), [Symbol.dispose]: () => spy.mockRestore() };
}

describe('Stopwatch', () => {
  it('adds up rounds, and charges no stage for those within it', () => {
    using clock = holdClock();
    const stopwatch = new Stopwatch();
    stopwatch.watch('clean', () => {
      clock.pass(3);
      stopwatch.watch('parse', () => clock.pass(5));
      stopwatch.watch('detect', () => stopwatch.watch('read', () => clock.pass(7)));
      stopwatch.watch('parse', () => clock.pass(11));
    });
    stopwatch.watch('clean', () => clock.pass(2));
    expect(stopwatch.take()).toEqual({ read_seconds: 0.007, parse_seconds: 0.016, detect_seconds: 0, clean_seconds: 0.005 });
  });

  it('gives what the stage gives', () => {
    expect(new Stopwatch().watch('score', () => 4)).toBe(4);
  });

  it('begins anew when it was asked, and after a stage that failed', () => {
    using clock = holdClock();
    const stopwatch = new Stopwatch();
    const fail = () => {
      clock.pass(4);
      throw new Error('broken');
    };
    expect(() => stopwatch.watch('clean', () => stopwatch.watch('parse', fail))).toThrow('broken');
    expect(stopwatch.take()).toEqual({ parse_seconds: 0.004, clean_seconds: 0 });
    expect(stopwatch.take()).toEqual({});
  });

  it('times every stage of an article, whose result is the same without it', () => {
    const ruleset = loadRuleset();
    const article = { id: 'a', text: 'The ferry left the harbour at noon.\n\nThe ferry left the harbour at noon.' };
    const stopwatch = new Stopwatch();
    expect(moderate(article, { ruleset, watch: stopwatch.watch })).toEqual(moderate(article, { ruleset }));
    expect(Object.keys(stopwatch.take())).toEqual(STAGES.map((stage) => `${stage}_seconds`));
  });
});
