import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Quarantine } from '../../../src/service/processing/quarantine.ts';

describe('Quarantine', () => {
  it('never has a suspect in hand with anybody else, and lets everybody in at last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(5)), { maxLength: 30 }), async (visits) => {
        const quarantine = new Quarantine();
        let inside = 0;
        let suspects = 0;
        let most = 0;
        await Promise.all(
          visits.map(async ([isSuspect, turns]) => {
            const leave = await quarantine.enter(isSuspect);
            inside++;
            if (isSuspect) suspects++;
            most = Math.max(most, inside);
            expect(suspects === 0 || inside === 1).toBe(true);
            for (let turn = 0; turn < turns; turn++) await Promise.resolve();
            expect(suspects === 0 || inside === 1).toBe(true);
            inside--;
            if (isSuspect) suspects--;
            leave();
          }),
        );
        expect(inside).toBe(0);
        if (visits.length > 1 && visits.every(([isSuspect, turns]) => !isSuspect && turns > 0)) expect(most).toBe(visits.length);
      }),
    );
  });
});
