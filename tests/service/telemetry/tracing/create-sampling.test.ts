import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSampling } from '../../../../src/service/telemetry/tracing/create-sampling.ts';

const settings = { url: 'http://collector.test', followsCaller: true };
const ids = Array.from({ length: 4000 }, () => randomBytes(16).toString('hex'));
const caller = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };

describe('createSampling', () => {
  it('records the part of the traces that is asked for, each process the same ones', () => {
    const part = (ratio: number) => ids.filter(createSampling({ ...settings, ratio }).isRecorded);
    expect([part(0).length, part(1).length]).toEqual([0, ids.length]);
    // Within six standard deviations.
    expect(Math.abs(part(0.25).length - 1000)).toBeLessThan(6 * Math.sqrt(4000 * 0.25 * 0.75));
    expect(part(0.25)).toEqual(part(0.25));
  });

  it.each([
    [true, 1, false, false],
    [true, 0, true, true],
    [true, 1, undefined, true],
    [false, 1, false, true],
    [false, 0, true, false],
  ])('follows callers: %s, ratio %d, the caller records: %s -> %s', (followsCaller, ratio, isSampled, expected) => {
    const sampling = createSampling({ ...settings, ratio, followsCaller });
    const cause = isSampled === undefined ? undefined : { ...caller, isSampled };
    expect(sampling.isRequestRecorded(caller.traceId, cause)).toBe(expected);
  });
});
