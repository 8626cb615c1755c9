import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberTable } from '../../../src/moderation/text/number-table.ts';

describe('createNumberTable', () => {
  it('numbers what comes as a map would', () => {
    const numbers = fc.array(fc.oneof(fc.nat(20), fc.nat(0xffffffff), fc.constantFrom(0, 0x80000000, 0xffffffff)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(numbers, (drawn) => {
        const table = createNumberTable(drawn.length);
        const known = new Map<number, number>();
        for (const number of drawn) {
          if (!known.has(number)) known.set(number, known.size);
          expect(table.idOf(number)).toBe(known.get(number));
        }
        expect(table.size()).toBe(known.size);
      }),
    );
  });
});
