import { describe, expect, it } from 'vitest';
import { TenantSlots } from '../../../src/service/delivery/tenant-slots.ts';

const SLOTS = 64;

function sendTo(slots: TenantSlots, tenant: string, isAnswered = true): void {
  slots.take(tenant, false);
  slots.giveBack(tenant, isAnswered, 0.1);
}

describe('TenantSlots', () => {
  it('gives an endpoint that answered a quarter of the slots, another one', () => {
    const slots = new TenantSlots(SLOTS);
    sendTo(slots, 'answers');
    sendTo(slots, 'fails', false);
    expect(slots.shares()).toEqual({
      answers: { free: SLOTS / 4, inFlight: 0, isBehind: false },
      fails: { free: 1, inFlight: 0, isBehind: true },
    });
  });

  it('does not take along every tenant that was ever sent to', () => {
    const slots = new TenantSlots(SLOTS);
    slots.take('in flight', false);
    for (let at = 0; at < 5000; at++) sendTo(slots, `tenant-${at}`, at % 2 === 0);
    const shares = slots.shares();
    expect(Object.keys(shares).length).toBeLessThanOrEqual(1001);
    expect(shares['in flight']).toEqual({ free: 0, inFlight: 1 });
    expect(shares['tenant-4998']).toEqual({ free: SLOTS / 4, inFlight: 0, isBehind: false });
    expect(shares['tenant-0']).toBeUndefined();
    expect(slots.free).toBe(SLOTS - 1);
  });

  it('keeps a tenant that was sent to lately, however early it came first', () => {
    const slots = new TenantSlots(SLOTS);
    sendTo(slots, 'early');
    for (let at = 0; at < 800; at++) sendTo(slots, `one-${at}`);
    sendTo(slots, 'early');
    for (let at = 0; at < 800; at++) sendTo(slots, `two-${at}`);
    expect(slots.shares()).toHaveProperty('early');
    expect(slots.shares()).not.toHaveProperty('one-0');
  });
});
