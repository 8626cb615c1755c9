import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogLines } from '../../bench/report/log-lines.ts';
import { type LogFilter, LogTally } from '../../src/log-report/log-tally.ts';
import { logLineSchema } from '../../src/schema/log-events.ts';
import { type LogReport, logReportSchema } from '../../src/schema/log-report-schema.ts';
import { EVENT_NAMES, exampleLine } from './example-lines.ts';

function tally(lines: readonly string[], filter: LogFilter = {}, top = 10): LogReport {
  const counts = new LogTally(filter);
  for (const [at, line] of lines.entries()) counts.read(line, 'a.ndjson', at + 1);
  return counts.toReport({ files: [], faults: [] }, top);
}

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const life = (articles: number): readonly string[] => {
  const lines = new LogLines(7, 61_000);
  return Array.from({ length: articles }, () => lines.next().map((line) => line.trim())).flat();
};

describe('LogTally', () => {
  it('counts a line of each event of the catalogue', () => {
    const report = tally(EVENT_NAMES.map((event) => exampleLine(event)));
    expect(report.input).toMatchObject({ lines: EVENT_NAMES.length, counted: EVENT_NAMES.length, malformed: 0 });
    expect(report.events.rows.map(({ name }) => name).sort()).toEqual([...EVENT_NAMES].sort());
    expect(logReportSchema.parse(report)).toEqual(report);
  });

  it('says what the lines say', () => {
    const report = tally([
      exampleLine('article.received', { article_id: 'a', source: 'north' }),
      exampleLine('article.received', { article_id: 'b', source: undefined }, 5),
      exampleLine('processing.started', { article_id: 'a', number: 2 }, 3),
      exampleLine('article.cleaned', { article_id: 'a', number: 3, outcome: 'reject', score: 100, source: 'north' }, 4),
      exampleLine('processing.failed', { article_id: 'b', code: 'deadline', final: true }, 6),
      exampleLine('article.purged', { article_id: 'b', reason: 'asked' }),
      exampleLine('span.restored', { article_id: 'a', number: 7, source: 'north' }),
      exampleLine('delivery.failed', { article_id: 'a', code: 'status_503', status: 503 }),
      exampleLine('delivery.failed', { article_id: 'a', code: 'timeout', status: undefined }),
      exampleLine('appeal.decided', { article_id: 'a', upheld: true }),
      exampleLine('service.failed', { component: 'relay', code: 'econnrefused' }),
    ]);
    expect(report.articles).toMatchObject({ received: 2, cleaned: 1, outcomes: { publish: 0, review: 0, reject: 1 }, dead: 1 });
    expect(report.articles.purged).toEqual({ asked: 1, retention: 0 });
    expect(report.scores.at(-1)).toEqual({ from: 95, to: 100, publish: 0, review: 0, reject: 1 });
    expect(report.processing.waited).toMatchObject({ count: 1, min: 3, max: 3 });
    expect(report.sources.rows).toMatchObject([
      { name: 'north', received: 1, reject: 1, findings: 3, removed: 2, restored: 1 },
      { name: '', received: 1 },
      { name: 'harbour-feed', dead: 1, delivery_failed: 2 },
    ]);
    expect(report.rules.rows[0]).toMatchObject({
      name: 'spam.exchange-discount@1',
      findings: 2,
      removed_findings: 2,
      restored: 1,
    });
    expect(report.deliveries.failed.rows).toEqual([
      { name: 'status_503', count: 1 },
      { name: 'timeout', count: 1 },
    ]);
    expect(report.review.appeals).toEqual({ opened: 0, upheld: 1, turned_down: 0 });
    expect(report.failures.rows).toEqual([{ component: 'relay', code: 'econnrefused', count: 1 }]);
    expect(report.stream.begun_before).toBe(0);
  });

  it.each([
    ['an act, which may be withdrawn', [['span.restored'], ['span.restored'], ['amendment.withdrawn']], 0],
    ['an accepted article', [['review.decided', 1, 0]], 1],
    ['several findings of one act', [['review.decided', 3, 0]], 3],
    [
      'a decision that is undone',
      [
        ['review.decided', 2, 0],
        ['decision.undone', 0, 2],
      ],
      0,
    ],
    [
      'an appeal that changes it',
      [
        ['review.decided', 2, 0],
        ['appeal.decided', 1, 2],
      ],
      1,
    ],
    [
      'the undoing of that',
      [
        ['review.decided', 2, 0],
        ['appeal.decided', 1, 2],
        ['decision.undone', 2, 1],
      ],
      2,
    ],
    ['what was decided before the stream', [['decision.undone', 0, 2]], 0],
  ] as const)('says of rules, kinds and sources what people brought back: %s', (_, acts, expected) => {
    const lines = acts.map(([event, restored = 0, unrestored = 0], at) => {
      const rules = (count: number) => (count === 0 ? undefined : { 'spam.a@1': count });
      const kinds = (count: number) => (count === 0 ? undefined : { spam_insert: count });
      return exampleLine(event, {
        ...{ number: 5 + at, source: 'north', rule: 'spam.a@1' },
        ...{ restored_rules: rules(restored), unrestored_rules: rules(unrestored) },
        ...{ restored_kinds: kinds(restored), unrestored_kinds: kinds(unrestored) },
      });
    });
    const report = tally([
      exampleLine('article.cleaned', { source: 'north', rules: { 'spam.a@1': 40 }, removed_rules: undefined }),
      ...lines,
    ]);
    expect(report.rules.rows).toMatchObject([{ name: 'spam.a@1', findings: 40, brought_back: expected }]);
    expect(report.sources.rows).toMatchObject([{ name: 'north', brought_back: expected }]);
    expect(report.findings.brought_back).toBe(expected);
    expect(logReportSchema.parse(report)).toEqual(report);
  });

  it('takes a line that another clock puts beyond the time asked for for none that was lost', () => {
    const since = Date.parse('2026-11-26T10:00:00Z');
    const at = (number: number, seconds: number) =>
      exampleLine('article.superseded', { number, time: new Date(since + seconds * 1000).toISOString() });
    const filter = { since, until: since + 60_000 };
    const lines = [at(2, 0), at(3, -0.004), at(4, 1), at(5, 60.003), at(6, 59.9)];
    expect(tally(lines, filter).stream).toMatchObject({ articles: 1, gaps: { articles: 0, lines: 0 } });
    expect(tally(lines, filter).input).toMatchObject({ counted: 3, left_out: 2 });
    expect(tally([at(2, 0), at(3, -60), at(4, 1)], filter).stream.gaps.lines).toBe(1);
    expect(tally([at(7, -1), at(8, 61)], filter).stream.articles).toBe(0);
  });

  it('counts articles whose start came before they did, by two clocks', () => {
    const report = tally([
      exampleLine('article.received', { article_id: 'a', number: 1 }, 5),
      exampleLine('processing.started', { article_id: 'a', number: 2 }, 4),
    ]);
    expect([report.processing.waited, report.stream.backwards]).toEqual([null, 1]);
  });

  it('says what is missing, what began before and what did not end', () => {
    const report = tally([
      exampleLine('article.received', { article_id: 'a', number: 1 }),
      exampleLine('processing.started', { article_id: 'a', number: 3, attempt: 1 }),
      exampleLine('processing.started', { article_id: 'a', number: 5, attempt: 2 }),
      exampleLine('processing.started', { article_id: 'b', number: 3, attempt: 1 }),
      exampleLine('processing.abandoned', { article_id: 'b', attempt: 1 }),
      exampleLine('article.superseded', { article_id: 'b', number: 4 }),
      exampleLine('article.superseded', { article_id: 'b', number: 4 }),
    ]);
    expect(report.stream).toMatchObject({
      ...{ articles: 2, one_in: 1, gaps: { articles: 1, lines: 2 }, begun_before: 1, repeated: 1 },
      unended: { attempts: 2, last: 1 },
    });
  });

  it.each([
    ['half a line', '{"schema":1,"service":"copy', 'broken'],
    ['words', 'started', 'broken'],
    ['deep JSON', deep(200_000), 'foreign'],
    ['deep JSON that does not end', '['.repeat(500_000), 'broken'],
    ['a number', '12', 'foreign'],
    ['null', 'null', 'foreign'],
    ['a list', '[]', 'foreign'],
    ['another program', '{"service":"other","event":"article.received"}', 'foreign'],
    ['an event that is none', '{"service":"copydesk","event":1}', 'foreign'],
    ['no time', exampleLine('article.accepted', { time: 'yesterday' }), 'malformed'],
    ['a time before there was a log', exampleLine('article.accepted', { time: '1970-01-01T00:00:00.000Z' }), 'malformed'],
    ['a time far away', exampleLine('article.accepted', { time: '+275760-09-13T00:00:00.000Z' }), 'malformed'],
    ['a huge count', exampleLine('article.received', { characters: 1e300 }), 'malformed'],
    ['a number without end', exampleLine('article.received').replace('5210', '1e999'), 'malformed'],
    ['a part of a count', exampleLine('article.received', { characters: 0.5 }), 'malformed'],
    ['less than nothing', exampleLine('article.queued', { waited_seconds: -1 }), 'malformed'],
    ['a score over 100', exampleLine('article.cleaned', { score: 101 }), 'malformed'],
    ['another outcome', exampleLine('article.cleaned', { outcome: '__proto__' }), 'malformed'],
    ['rules that are a list', exampleLine('article.cleaned', { rules: [1] }), 'malformed'],
    ['a count of a rule that is none', exampleLine('article.cleaned', { rules: { a: 'b' } }), 'malformed'],
    ['a state that is none', exampleLine('article.accepted', { review_state: 'constructor' }), 'malformed'],
    ['a number of no chain', exampleLine('article.accepted', { number: 0 }), 'malformed'],
    ['no article', exampleLine('article.accepted', { article_id: undefined }), 'malformed'],
    ['a source without end', exampleLine('article.accepted', { source: 'x'.repeat(100) }), 'malformed'],
    ['a level that is none', exampleLine('article.accepted', { level: 'toString' }), 'malformed'],
  ] as const)('counts %s apart and goes on', (_, line, what) => {
    const report = tally([exampleLine('article.received'), line, exampleLine('article.queued')]);
    expect(report.input).toMatchObject({ lines: 3, counted: 2, [what]: 1, places: [{ what, file: 'a.ndjson', line: 2 }] });
    expect(report.articles).toMatchObject({ received: 1, queued: 1 });
  });

  it('keeps events of later versions apart', () => {
    const line = exampleLine('article.accepted').replace('article.accepted', 'article.dreamt');
    expect(tally([line, line]).input).toMatchObject({ counted: 0, unknown: { rows: [{ name: 'article.dreamt', count: 2 }] } });
  });

  it('takes the names of an object for names', () => {
    const line = exampleLine('article.cleaned', { source: 'constructor', kinds: {}, rules: {}, removed_rules: {} }).replace(
      '"rules":{}',
      '"rules":{"__proto__":3,"toString":1}',
    );
    const report = tally([line, exampleLine('article.received', { source: '__proto__' })]);
    expect(report.rules.rows.map(({ name, findings }) => [name, findings])).toEqual([
      ['__proto__', 3],
      ['toString', 1],
    ]);
    expect(report.sources.rows.map(({ name }) => name)).toEqual(['constructor', '__proto__']);
    expect(Object.keys({})).toEqual([]);
  });

  it('does not care for the order of the lines', () => {
    const lines = life(60);
    expect(lines.every((line) => logLineSchema.safeParse(JSON.parse(line)).success)).toBe(true);
    const whole = tally(lines, {}, 1000);
    expect(whole.input.counted).toBe(lines.length);
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: lines.length, maxLength: lines.length }), (keys) => {
        const shuffled = lines.map((line, at) => ({ line, key: keys[at] ?? 0 })).sort((a, b) => a.key - b.key);
        const lined = shuffled.map(({ line }) => line);
        expect(tally(lined, {}, 1000)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('counts the parts of a time to the whole, and every line once', () => {
    const bad = [
      '{',
      '1',
      exampleLine('article.accepted', { number: 0 }),
      exampleLine('article.accepted').replace('accepted', 'x'),
    ];
    const lines = [...life(40), ...bad, exampleLine('article.received', { tenant: 'other' })];
    const all = tally(lines);
    const middle = Date.parse(all.period?.from ?? '') + 20 * 61_000;
    const parts = [tally(lines, { until: middle }), tally(lines, { since: middle })] as const;
    expect(parts[0].articles.received + parts[1].articles.received).toBe(all.articles.received);
    expect(parts[0].input.counted + parts[1].input.counted).toBe(all.input.counted);
    for (const { input } of [all, ...parts, tally(lines, { tenant: 'other' })]) {
      const { counted, left_out, broken, foreign, malformed, too_long, unknown } = input;
      const others = unknown.rows.reduce((sum, { count }) => sum + count, 0);
      expect(counted + left_out + broken + foreign + malformed + too_long + others).toBe(input.lines);
    }
    expect(tally(lines, { tenant: 'other' }).articles.received).toBe(1);
  });
});
