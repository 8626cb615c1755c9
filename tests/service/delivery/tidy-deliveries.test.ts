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
      ['delivering', '1 hour', 'now'],
      ['pending', '1 hour', 'now'],
      ['delivering', '5 minutes', 'later'],
      ['retrying', '6 hours', 'later'],
      ['retrying', '2 days', 'now'],
    ] as const;
    const ids: string[] = [];
    for (const [index, [state, away]] of cases.entries()) {
      const { delivery } = await decideArticle(at.pool, at.log, `away-${index}`);
      await at.pool.query('UPDATE copydesk.deliveries SET state = $2, due_at = now() + $3::interval WHERE id = $1', [
        delivery,
        state,
        away,
      ]);
      ids.push(delivery);
    }
    await tidyDeliveries(at.pool);
    const { rows } = await at.pool.query<{ id: string; when: string }>(
      `SELECT id, CASE WHEN due_at <= now() THEN 'now' ELSE 'later' END AS when FROM copydesk.deliveries WHERE id = ANY($1)`,
      [ids],
    );
    expect(ids.map((id) => rows.find((row) => row.id === id)?.when)).toEqual(cases.map(([, , when]) => when));
  });
});
