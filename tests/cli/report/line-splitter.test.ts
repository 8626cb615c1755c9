import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../../src/cli/report/line-splitter.ts';

type Event = readonly [line: number, text: string | null];

function split(chunks: readonly Buffer[], limit = 12): readonly Event[] {
  const events: Event[] = [];
  const splitter = new LineSplitter(
    { read: (text, line) => events.push([line, text]), skip: (line) => events.push([line, null]) },
    limit,
  );
  for (const chunk of chunks) splitter.feed(chunk);
  splitter.end();
  return events;
}

function cutAt(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return cuts.slice(1).map((end, at) => bytes.subarray(cuts[at], end));
}

describe('LineSplitter', () => {
  it('hands on the same lines wherever the bytes are cut', () => {
    const bytes = fc.oneof(
      fc
        .array(fc.constantFrom(0x0a, 0x0a, 0x61, 0xc3, 0xa9, 0xef, 0xbb, 0xbf, 0x0d), { maxLength: 80 })
        .map((list) => Buffer.from(list)),
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(), { maxLength: 12 }), (whole, places) => {
        expect(split(cutAt(whole, places))).toEqual(split([whole]));
      }),
    );
  });

  it.each([
    ['nothing', '', []],
    ['no line end', 'a', [[1, 'a']]],
    [
      'line ends',
      'a\n\nb\n',
      [
        [1, 'a'],
        [2, ''],
        [3, 'b'],
      ],
    ],
    [
      'a byte order mark',
      '\ufeffa\n\ufeffb',
      [
        [1, 'a'],
        [2, '\ufeffb'],
      ],
    ],
    [
      'a line of just the limit',
      `${'x'.repeat(12)}\ny`,
      [
        [1, 'x'.repeat(12)],
        [2, 'y'],
      ],
    ],
    [
      'a line over the limit',
      `${'x'.repeat(13)}\ny`,
      [
        [1, null],
        [2, 'y'],
      ],
    ],
    ['a last line over the limit', 'x'.repeat(99), [[1, null]]],
  ] as const)('splits %s', (_, text, events) => {
    expect(split([Buffer.from(text)])).toEqual(events);
  });

  it('keeps nothing of a line that is too long', () => {
    const chunk = Buffer.alloc(65_536, 'x');
    const before = process.memoryUsage().arrayBuffers;
    const events = split([...Array.from({ length: 4000 }, () => chunk), Buffer.from('\nend')], 100_000);
    expect(events).toEqual([
      [1, null],
      [2, 'end'],
    ]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64_000_000);
  });
});
