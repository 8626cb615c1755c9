import { describe, expect, it } from 'vitest';
import { Scratch } from '../../../src/moderation/text/scratch.ts';

describe('Scratch', () => {
  it('opens columns of zeroes, whatever was written before', () => {
    const scratch = new Scratch();
    scratch.open(40).int32(40).fill(-1);
    expect([...scratch.open(12).uint32(12)]).toEqual(new Array(12).fill(0));
    expect(
      scratch
        .open(100_000)
        .int32(100_000)
        .every((cell) => cell === 0),
    ).toBe(true);
  });

  it('uses the same memory again, but none that is large', () => {
    const scratch = new Scratch();
    const { buffer } = scratch.open(10).int32(10);
    expect(scratch.open(20).int32(20).buffer).toBe(buffer);
    const large = scratch.open(2 ** 20).int32(2 ** 20);
    expect(scratch.open(2 ** 20).int32(2 ** 20).buffer).not.toBe(large.buffer);
  });

  it('has no more room than was asked for', () => {
    const space = new Scratch().open(3);
    space.int32(3);
    expect(() => space.uint32(1)).toThrow(RangeError);
  });
});
