import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counted,
  type CountedWindow,
  type Judgement,
  judgePrecision,
} from '../../../../src/service/rules/precision/judge-precision.ts';

const RULE = 'spam.exchange-discount@1';
const GONE = 'learned.gone@1';

/** One window of a group; a span for each decision. */
function counted(group: Partial<CountedWindow>, decisions: number, restoredIn: number): CountedWindow {
  return {
    rule: null,
    source: null,
    age: 0,
    removed: decisions - restoredIn,
    kept: 0,
    restored: restoredIn,
    decisions,
    restoredIn,
    ...group,
  };
}

function judge(counts: readonly CountedWindow[], more: Partial<Counted['groups']> = {}, top = 50): Judgement {
  return judgePrecision({ counts, groups: { rules: 0, sources: 0, pairs: 0, ...more } }, 4, top, (rule) => rule !== GONE);
}

describe('proposals', () => {
  // Lower ends of Wilson's interval at 95 %: 15 of 20 0.531, 14 of 20 0.481, 8 of 20 0.219, 7 of 20 0.181, 19 of 19 0.832.
  it.each<readonly [number, number, readonly string[]]>([
    [20, 15, ['retire']],
    [20, 14, ['narrow']],
    [20, 8, ['narrow']],
    [20, 7, []],
    [19, 19, []],
    [0, 0, []],
  ])('of %d decisions with %d restored are %j', (decisions, restoredIn, expected) => {
    const { proposals } = judge([counted({ rule: RULE }, decisions, restoredIn)]);
    expect(proposals.entries.map(({ what }) => what)).toEqual(expected);
  });

  it('add windows up, and say figures and reason', () => {
    const { proposals, rules } = judge([counted({ rule: RULE, age: 3 }, 8, 7), counted({ rule: RULE }, 12, 8)]);
    const figures = { removed: 5, kept: 0, restored: 15, decisions: 20, restoredIn: 15, rate: 0.75 };
    expect(proposals).toEqual({
      entries: [
        {
          what: 'retire',
          rule: RULE,
          source: null,
          threshold: 0.5,
          ...figures,
          low: expect.closeTo(0.5313, 4),
          high: expect.closeTo(0.8881, 4),
        },
      ],
      more: 0,
    });
    const none = { decisions: 0, restoredIn: 0 };
    expect(rules.entries[0]?.windows).toEqual([{ decisions: 8, restoredIn: 7 }, none, none, { decisions: 12, restoredIn: 8 }]);
  });

  it('are not made for a rule that is not active any more, which is told nevertheless', () => {
    const wire = { rule: GONE, source: 'wire' };
    const counts = [counted({ rule: GONE, age: 1 }, 40, 2), counted({ rule: GONE }, 40, 40), counted(wire, 40, 40)];
    const { proposals, rules, pairs, compared, changes } = judge(counts);
    expect([proposals.entries, changes.entries, compared]).toEqual([[], [], 0]);
    expect(rules.entries).toMatchObject([{ rule: GONE, isActive: false, decisions: 80, drift: null }]);
    expect(pairs.entries).toMatchObject([{ ...wire, isActive: false }]);
  });

  it('name the source on which a rule is wrong, unless the rule goes as a whole', () => {
    const wire = { rule: RULE, source: 'wire' };
    const good = [counted({ rule: RULE }, 400, 20), counted(wire, 20, 18), counted({ rule: RULE, source: '' }, 380, 2)];
    expect(judge(good).proposals.entries).toMatchObject([{ what: 'narrow', ...wire, threshold: 0.5, decisions: 20 }]);
    const bad = [counted({ rule: RULE }, 30, 28), counted(wire, 20, 18)];
    expect(judge(bad).proposals.entries).toMatchObject([{ what: 'retire', rule: RULE, source: null }]);
  });
});

describe('changes', () => {
  const gazette = { source: 'gazette' };

  it('tell a source of which people suddenly bring much back', () => {
    const { changes, compared } = judge([counted({ ...gazette, age: 1 }, 40, 2), counted(gazette, 40, 11)]);
    expect(compared).toBe(1);
    const drift = { before: { decisions: 40, restoredIn: 2 }, last: { decisions: 40, restoredIn: 11 }, isChange: true };
    expect(changes.entries).toMatchObject([{ rule: null, source: 'gazette', drift }]);
    expect(changes.entries[0]?.drift?.p).toBeCloseTo(0.006718492607, 10);
    expect(changes.entries[0]?.drift?.q).toBe(changes.entries[0]?.drift?.p);
  });

  it('tell a source of which people slowly bring more and more back', () => {
    const slowly = [4, 7, 10, 14].map((restored, at) => counted({ ...gazette, age: 3 - at }, 40, restored));
    const { changes, compared } = judge(slowly);
    expect(compared).toBe(1);
    expect(changes.entries).toMatchObject([{ source: 'gazette', drift: { isChange: false }, trend: { isChange: true } }]);
  });

  it('ask for more the more is compared: 0.0067 is one of 0.05 among 7, not among 8', () => {
    const quiet = (count: number) =>
      Array.from({ length: count }, (_, index) => `quiet ${index}`).flatMap((source) => [
        counted({ source, age: 1 }, 40, 4),
        counted({ source }, 40, 4),
      ]);
    const loud = [counted({ ...gazette, age: 1 }, 40, 2), counted(gazette, 40, 11)];
    expect(judge([...loud, ...quiet(6)])).toMatchObject({ compared: 7, changes: { entries: [{ source: 'gazette' }] } });
    expect(judge([...loud, ...quiet(7)])).toMatchObject({ compared: 8, changes: { entries: [], more: 0 } });
  });

  it.each([
    ['the last window has few decisions', [counted({ ...gazette, age: 1 }, 40, 2), counted(gazette, 9, 9)]],
    ['the window before has few', [counted({ ...gazette, age: 1 }, 9, 0), counted(gazette, 40, 30)]],
    ['the one before is older', [counted({ ...gazette, age: 2 }, 40, 2), counted(gazette, 40, 30)]],
    ['nothing was ever restored', [counted({ ...gazette, age: 1 }, 40, 0), counted(gazette, 40, 0)]],
  ])('are not looked for when %s', (_, counts) => {
    const { changes, compared, sources } = judge(counts);
    expect([changes.entries, compared, sources.entries[0]?.drift]).toEqual([[], 0, null]);
  });
});

describe('lists', () => {
  it('begin with what was restored most, and say how much is left out, also of what was not read', () => {
    const rule = (name: string, decisions: number, restoredIn: number) => counted({ rule: name }, decisions, restoredIn);
    const counts = [rule('a@1', 90, 1), rule('b@1', 9, 3), rule('c@1', 8, 3), rule('d@1', 1, 0)];
    const { rules, sources } = judge(counts, { rules: 700 }, 3);
    expect(rules.entries.map(({ rule: name }) => name)).toEqual(['b@1', 'c@1', 'a@1']);
    expect([rules.more, sources]).toEqual([697, { entries: [], more: 0 }]);
  });
});

const name = fc.constantFrom('a', 'b', 'c');
const group = fc.record({ rule: fc.option(name), source: fc.option(fc.constantFrom('', 'x', 'y')), age: fc.nat(3) });
const counts = fc
  .uniqueArray(fc.tuple(group, fc.nat(60), fc.nat(60)), { selector: ([one]) => JSON.stringify(one), maxLength: 40 })
  .map((made) => made.map(([one, left, restored]) => counted(one, left + restored, restored)));

describe('a judgement', () => {
  it('does not depend on the order', () => {
    fc.assert(
      fc.property(
        counts.chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }))),
        ([made, shuffled]) => {
          expect(judge(shuffled)).toEqual(judge(made));
        },
      ),
    );
  });

  it('loses no decision, and judges the same however much of it is listed', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5 }), (made, top) => {
        const whole = judge(made);
        const sum = (some: readonly { readonly decisions: number }[]) =>
          some.reduce((total, { decisions }) => total + decisions, 0);
        const entries = [whole.all, ...whole.rules.entries, ...whole.sources.entries, ...whole.pairs.entries];
        expect(sum(entries)).toBe(sum(made));
        for (const { windows, decisions } of [...whole.rules.entries, ...whole.sources.entries])
          expect(sum(windows)).toBe(decisions);
        const cut = judge(made, {}, top);
        for (const list of ['proposals', 'changes', 'rules', 'sources', 'pairs'] as const) {
          expect(cut[list].entries).toEqual(whole[list].entries.slice(0, top));
          expect(cut[list].entries.length + cut[list].more).toBe(whole[list].entries.length);
        }
        expect([cut.all, cut.compared]).toEqual([whole.all, whole.compared]);
      }),
    );
  });
});
