import { describe, expect, it } from 'vitest';
import { ColumnSpace } from '../../../src/moderation/text/column-space.ts';

describe('ColumnSpace', () => {
  it('has columns of zeroes that do not share a cell', () => {
    const space = new ColumnSpace(5);
    const [first, second] = [space.int32(2), space.uint32(3)];
    first.fill(-1);
    expect([...second]).toEqual([0, 0, 0]);
    second.fill(7);
    expect([...first]).toEqual([-1, -1]);
  });

  it('refuses more than there is room for', () => {
    const space = new ColumnSpace(2);
    space.int32(2);
    expect(() => space.int32(1)).toThrow(RangeError);
  });
});
