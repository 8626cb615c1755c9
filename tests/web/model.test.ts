import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import { buildView } from '../../web/src/model/build-view.ts';
import { cutPieces } from '../../web/src/model/cut-pieces.ts';
import { diffWords } from '../../web/src/model/diff-words.ts';
import { explainScore } from '../../web/src/model/explain-score.ts';
import { findChange } from '../../web/src/model/find-change.ts';
import { readKept, toSource } from '../../web/src/model/read-kept.ts';
import { readRoute, writeRoute } from '../../web/src/model/route.ts';
import { splitTime } from '../../web/src/model/split-time.ts';
import { HARBOUR } from '../browser/desk/articles.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

const apply = (original: string, edits: readonly Edit[]): string => {
  let [text, at] = ['', 0];
  for (const { start, end, replacement } of edits) {
    text += original.slice(at, start) + replacement;
    at = end;
  }
  return text + original.slice(at);
};

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀'), maxLength: 60 });
/** Sorted, disjoint edits that do not touch each other's insertions. */
const edits = (length: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 12 }).chain((at) =>
    fc.array(fc.string({ maxLength: 4 }), { minLength: at.length, maxLength: at.length }).map((texts) => {
      const sorted = at.toSorted((a, b) => a - b);
      return sorted.flatMap((start, index): readonly Edit[] => {
        const end = sorted[index + 1];
        return index % 2 === 0 && end !== undefined ? [{ start, end, replacement: texts[index] ?? '' }] : [];
      });
    }),
  );
const findings = (length: number) =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: 0, max: length }),
        fc.integer({ min: 0, max: length }),
        fc.constantFrom('removed', 'flagged', 'repaired', 'moved'),
      )
      .map(([a, b, action]) => ({ start: Math.min(a, b), end: Math.max(a, b), action }) as const),
    { maxLength: 8 },
  );
const cut = words.chain((original) =>
  fc.record({ original: fc.constant(original), edits: edits(original.length), findings: findings(original.length) }),
);

describe('pieces of an original', () => {
  it('give the original, and with the replacements the cleaned text, whatever the edits and findings', () => {
    fc.assert(
      fc.property(cut, ({ original, ...result }) => {
        const pieces = cutPieces(result, original.length);
        expect(pieces.map(({ start, end }) => original.slice(start, end)).join('')).toBe(original);
        const text = pieces.map(({ kind, start, end, replacement }) =>
          kind === 'kept' ? original.slice(start, end) : replacement,
        );
        expect(text.join('')).toBe(apply(original, result.edits));
        for (const { start, end, findings: rows } of pieces)
          for (const [row, finding] of result.findings.entries())
            if (start < end)
              expect(rows.includes(row)).toBe(finding.start < finding.end && finding.start <= start && finding.end >= end);
      }),
    );
  });

  it.each([
    ['removed', 'removed'],
    ['moved', 'removed'],
    ['repaired', 'repaired'],
    ['flagged', 'layout'],
  ] as const)('under a finding that is %s are %s', (action, kind) => {
    const pieces = cutPieces({ edits: [{ start: 2, end: 5, replacement: '' }], findings: [{ start: 2, end: 5, action }] }, 8);
    expect(pieces.map((piece) => piece.kind)).toEqual(['kept', kind, 'kept']);
  });
});

const ruleset = loadRuleset();
const HTML = `<article><h1>Pilots of Merrow</h1><p>The council met at noon &amp; left, said <b>Ada Torvald</b>.</p><p style="display:none">Buy
 pills.</p><div class="ad">Sponsored: 50% off</div><p>They come back on Thursday with the plans of the new lock.</p></article>`;

describe('an article in rows and pages', () => {
  it.each([
    ['text', HARBOUR],
    ['markdown', `# Pilots\n\n${HARBOUR}\n\n- one\n- two\n`],
    ['html', HTML],
    ['text', `${'a'.repeat(9000)} ${'word '.repeat(3000)}`],
    ['text', ''],
  ] as const)('of format %s loses nothing', (format, original) => {
    // As the API gives it: plain JSON.
    const result = JSON.parse(JSON.stringify(moderate({ id: 'a', format, text: original }, { ruleset })));
    const view = buildView({ original, result });
    const rows = view?.pages.flatMap((page) => page.rows) ?? [];
    const pieces = rows.flatMap((row) => row.pieces);
    expect(pieces.map(({ start, end }) => original.slice(start, end)).join('')).toBe(original);
    const text = pieces.map(({ kind, start, end, replacement }) => (kind === 'kept' ? original.slice(start, end) : replacement));
    expect(text.join('')).toBe(result.text);
    for (const { start, end } of rows) expect(end - start).toBeLessThanOrEqual(4000);
  });

  it('groups equal inserts, and leaves others by themselves', () => {
    const result = JSON.parse(JSON.stringify(moderate({ id: 'a', text: HARBOUR }, { ruleset })));
    const view = buildView({ original: HARBOUR, result });
    const sizes = view?.groups.map(({ findings: own }) => own.length) ?? [];
    expect(sizes.filter((size) => size === 3)).toHaveLength(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(result.findings.length);
    for (const [row, group] of (view?.groups ?? []).entries())
      for (const { id } of group.findings) expect(view?.groupOf.get(id)).toBe(row);
  });

  it('has a line of reasons that adds up to 100 exactly', () => {
    const { quality } = moderate({ id: 'a', text: HARBOUR }, { ruleset });
    const { parts, score } = explainScore(JSON.parse(JSON.stringify(quality)));
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.reduce((sum, { points }) => sum + Math.round(points * 100), 0) + Math.round(score * 100)).toBe(10_000);
  });
});

describe('words that differ', () => {
  const text = fc
    .array(fc.constantFrom('ice', 'river', 'went', 'out', ',', ' ', '  '), { maxLength: 40 })
    .map((all) => all.join(' '));
  it('give both texts back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffWords(before, after);
        const side = (hidden: string) => runs.filter(({ kind }) => kind !== hidden).map((run) => run.text);
        expect(side('new').join('')).toBe(before);
        expect(side('gone').join('')).toBe(after);
      }),
    );
  });

  it.each([
    ['the ice went out', 'the ice came in', ['same the ice ', 'gone went out', 'new came in']],
    ['a year', 'each year', ['gone a', 'new each', 'same  year']],
    ['same', 'same', ['same same']],
    ['', 'new', ['new new']],
    ['', '', []],
  ] as const)('of %j and %j', (before, after, expected) => {
    expect(diffWords(before, after).map((run) => `${run.kind} ${run.text}`)).toEqual(expected);
  });

  it('are found in bounded time where all differ', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    const startedAt = performance.now();
    expect(diffWords(many('a'), many('b')).map(({ kind }) => kind)).toEqual(['gone', 'new']);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

describe('a change of a text', () => {
  it('makes the one into the other, and cuts no character', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const change = findChange(before, after);
        if (!change) {
          expect(before).toBe(after);
          return;
        }
        expect(before.slice(0, change.start) + change.text + before.slice(change.end)).toBe(after);
        expect(change.text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('as one of the original gives the wished text', () => {
    fc.assert(
      fc.property(cut, words, ({ original, ...result }, wished) => {
        const kept = readKept(cutPieces(result, original.length), original);
        const change = findChange(kept.text, wished);
        const source = change && toSource(kept, change);
        if (!source) return;
        expect(source.end).toBeGreaterThan(source.start);
        // Edits that the change takes in as a whole are replaced by it; it never takes in half of one.
        const others = result.edits.filter(({ start, end }) => end <= source.start || start >= source.end);
        for (const { start, end } of result.edits.filter((edit) => !others.includes(edit)))
          expect([start >= source.start, end <= source.end]).toEqual([true, true]);
        const all = [...others, { start: source.start, end: source.end, replacement: source.text }];
        expect(
          apply(
            original,
            all.sort((a, b) => a.start - b.start || a.end - b.end),
          ),
        ).toBe(wished);
      }),
    );
  });
});

describe('an address of the page', () => {
  it('is read as it was written', () => {
    const text = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }).filter((one) => one.isWellFormed());
    const query = fc.dictionary(
      text.filter((one) => one !== '__proto__'),
      text,
      { maxKeys: 4 },
    );
    const screen = fc.constantFrom('queue', 'article', 'rules', 'people');
    fc.assert(
      fc.property(screen, text, query, (name, id, values) => {
        expect(readRoute(writeRoute(name, id, values))).toEqual({ screen: name, id, query: { ...values } });
      }),
    );
  });

  it.each(['', '#', '#/nowhere', '#/%E0%A4%A', '#x?y=z'])('%j leads to the queue', (hash) => {
    expect(readRoute(hash).screen).toBe('queue');
  });

  it('may be an invitation', () => {
    expect(readRoute('#join=a%2Fb')).toMatchObject({ screen: 'join', id: 'a/b' });
  });
});

describe('a span of time', () => {
  it.each([
    [0, 'second', 0],
    [59, 'second', 59],
    [60, 'minute', 1],
    [7199, 'minute', 119],
    [7200, 'hour', 2],
    [-7200, 'hour', 2],
    [172_800, 'day', 2],
  ] as const)('of %d s', (seconds, unit, count) => {
    expect(splitTime(seconds)).toEqual({ unit, count });
  });
});
