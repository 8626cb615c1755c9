import { describe, expect, it, onTestFinished } from 'vitest';
import { claimDeliveries } from '../../../src/service/delivery/claim-deliveries.ts';
import type { ClaimedDelivery } from '../../../src/service/delivery/claimed-delivery.ts';
import { recordOutcomes } from '../../../src/service/delivery/record-outcomes.ts';
import { expectFold } from '../open-test-desk.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes } from '../test-place.ts';
import { decideArticle } from './decide-article.ts';
import { openDeliveryPlace } from './open-delivery-place.ts';

const LIMITS = { limit: 10, limitBehind: 10, shares: {}, leaseSeconds: 10 };
const taken = (claim: ClaimedDelivery) => ({
  claim,
  result: { kind: 'succeeded', status: 204, seconds: 0.1 } as const,
  waitSeconds: 0,
  isFinal: false,
});

describe.each(availableModes())('outcomes in the mode %s', (mode) => {
  it('count once when a delivery was sent twice, because its lease was over before its first attempt was', async () => {
    const at = await openDeliveryPlace(mode);
    onTestFinished(at.leave);
    await at.setWebhook('http://127.0.0.1:1/');
    const { key, delivery } = await decideArticle(at.pool, at.log, 'twice');
    const [first] = await claimDeliveries(at.pool, LIMITS);
    await at.pool.query('UPDATE copydesk.deliveries SET lease_until = now(), due_at = now() WHERE id = $1', [delivery]);
    const [second] = await claimDeliveries(at.pool, LIMITS);
    if (!first || !second) throw new Error('the delivery was not claimed twice');
    const recorded = await recordOutcomes(at.pool, [taken(first), taken(second)]);
    expect(recorded.map(({ claim, state }) => [claim.attempt, state])).toEqual([[2, 'delivered']]);
    const succeeded = (await readEvents(at.pool, key)).filter(({ name }) => name === 'delivery.succeeded');
    expect(succeeded).toHaveLength(1);
    await expectFold(at.pool, key);
  });
});
