import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTraceparent } from '../../../src/service/telemetry/read-traceparent.ts';

const [traceId, spanId] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];

describe('readTraceparent', () => {
  it.each([
    [`00-${traceId}-${spanId}-01`, true],
    [`00-${traceId}-${spanId}-00`, false],
    [`00-${traceId}-${spanId}-03`, true],
    [`cc-${traceId}-${spanId}-01`, true],
    [`cc-${traceId}-${spanId}-01-what-comes-later`, true],
  ])('reads %s', (header, isSampled) => {
    expect(readTraceparent(header)).toEqual({ traceId, spanId, isSampled });
  });

  it.each([
    undefined,
    '',
    ['00'],
    `ff-${traceId}-${spanId}-01`,
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
    `00-${traceId}-${spanId}`,
    `00-${traceId}-${spanId}-01-more`,
    `00-${traceId}-${spanId}-01-`,
    `00-${traceId}-${spanId}-01, 00-${traceId}-${spanId}-01`,
    ` 00-${traceId}-${spanId}-01`,
    `cc-${traceId}-${spanId}-01.more`,
    `cc-${traceId}-${spanId}-01-${'x'.repeat(300)}`,
  ])('takes %j for none', (header) => {
    expect(readTraceparent(header)).toBeUndefined();
  });

  it('gives ids that may stand in a trace, whatever comes', () => {
    const part = fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{2}$/u), fc.constantFrom(traceId, spanId, '0'.repeat(16)));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const read = readTraceparent(parts.join('-'));
        if (!read) return;
        expect(read.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/u);
        expect(read.spanId).toMatch(/^(?!0{16})[0-9a-f]{16}$/u);
      }),
    );
  });
});
