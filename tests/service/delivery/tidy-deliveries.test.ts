import { describe, expect, it, onTestFinished } from 'vitest';
import { tidyDeliveries } from '../../../src/service/delivery/tidy-deliveries.ts';
import { availableModes } from '../test-place.ts';
import { decideArticle } from './decide-article.ts';
import { openDeliveryPlace } from './open-delivery-place.ts';

describe.each(availableModes())('deliveries in the mode %s', (mode) => {
  it('are due again when a clock that was wrong has put them off for longer than their state allows', async () => {
    const at = await openDeliveryPlace(mode);
    onTestFinished(at.leave);
    await at.setWebhook('http://127.0.0.1:1/');
    const cases = [
      // State, when it is due from now, when it was tried last from now, when it is due then.
      ['delivering', '1 hour', '0', 'now'],
      ['pending', '1 hour', null, 'now'],
      ['delivering', '5 minutes', '0', 'later'],
      ['retrying', '6 hours', '-1 minute', 'later'],
      ['retrying', '2 days', '-1 minute', 'now'],
      ['retrying', '61 minutes', '60 minutes', 'now'],
      ['retrying', '5 seconds', '2 seconds', 'later'],
    ] as const;
    const ids: string[] = [];
    for (const [index, [state, away, tried]] of cases.entries()) {
      const { delivery } = await decideArticle(at.pool, at.log, `away-${index}`);
      await at.pool.query(
        'UPDATE copydesk.deliveries SET state = $2, due_at = now() + $3::interval, last_attempt_at = now() + $4::interval WHERE id = $1',
        [delivery, state, away, tried],
      );
      ids.push(delivery);
    }
    await tidyDeliveries(at);
    const { rows } = await at.pool.query<{ id: string; when: string }>(
      `SELECT id, CASE WHEN due_at <= now() THEN 'now' ELSE 'later' END AS when FROM copydesk.deliveries WHERE id = ANY($1)`,
      [ids],
    );
    expect(ids.map((id) => rows.find((row) => row.id === id)?.when)).toEqual(cases.map(([, , , when]) => when));
  });
});
