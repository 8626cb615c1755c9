import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOOPBACK } from '../../delivery/open-delivery-place.ts';
import { type Receiver, startReceiver } from '../../delivery/start-receiver.ts';
import { endLease } from '../../end-lease.ts';
import { expectFold } from '../../open-test-desk.ts';
import { availableModes } from '../../test-place.ts';
import { type DeskJson, openTestDeskApi, type TestDeskApi, type Visitor } from './open-test-desk-api.ts';

/** What people do, and what time does: `lease` ends every lease, `hold` every hold. */
const ACTS = ['claim', 'renew', 'release', 'skip', 'escalate', 'accept', 'reject', 'undo', 'notes', 'lease', 'hold'] as const;
type Act = (typeof ACTS)[number];

const HOLD_MS = 10_000;
const LEAST_DECISIONS = 4;
const MOST_ROUNDS = 5;

interface Decision {
  readonly by: string;
  readonly decision: string;
}

interface HistoryEntry {
  readonly name: string;
  readonly data: { readonly by?: string; readonly decision?: string; readonly delivery?: { readonly id: string } };
}

describe.each(availableModes())('acts of several people in any order, in the mode %s', (mode) => {
  let api: TestDeskApi;
  let receiver: Receiver;
  let people: readonly Visitor[] = [];
  /** Deliveries whose hold was ended by a test. */
  const released = new Set<string>();

  beforeAll(async () => {
    receiver = await startReceiver();
    api = await openTestDeskApi(mode, { privateTargets: LOOPBACK });
    expect((await api.call('/v1/tenant', { method: 'PUT', body: { webhookUrl: receiver.url } })).status).toBe(200);
    people = [await api.join('moderator'), await api.join('moderator', 'default'), await api.join('lead')];
  }, 200_000);

  afterAll(async () => {
    await api.close();
    await receiver.close();
  }, 200_000);

  const sql = <Row>(text: string, ...params: readonly unknown[]) => api.desk.pool.query<Row>(text, params);
  const read = async (id: string) =>
    (await people[2]?.call(`/v1/desk/articles/${id}`))?.json as unknown as DeskJson & {
      readonly history: readonly HistoryEntry[];
    };

  async function passTime(act: 'lease' | 'hold', id: string): Promise<void> {
    if (act === 'lease') {
      await endLease(api.desk.pool, id);
      return;
    }
    const { rows } = await sql<{ id: string }>(
      "UPDATE copydesk.deliveries SET due_at = now() WHERE article_id = $1 AND state = 'held' RETURNING id",
      id,
    );
    for (const row of rows) released.add(row.id);
  }

  /** The body of an act by somebody who has looked at the article as it was a moment ago. */
  function write(act: Act, { fence, resultSha256: result }: DeskJson): readonly [string, object] {
    if (act === 'accept' || act === 'reject')
      return ['decide', { fence, decision: `${act}ed`, reason: act === 'reject' ? 'spam' : null, result }];
    if (act === 'claim' || act === 'undo') return [act, {}];
    if (act === 'notes') return [act, { text: 'a note' }];
    return [act, { fence, ...(act === 'escalate' && { reason: 'unsure' }) }];
  }

  /** Does it; resolves to the decision that the desk said it has taken. */
  async function perform(act: Act, visitor: Visitor, id: string, seen: DeskJson): Promise<Decision | undefined> {
    if (act === 'lease' || act === 'hold') return void (await passTime(act, id));
    const [name, body] = write(act, seen);
    const { status, text } = await visitor.call(`/v1/desk/articles/${id}/${name}`, { body: { revision: 1, ...body } });
    expect([200, 403, 409], text).toContain(status);
    return name === 'decide' && status === 200 ? { by: visitor.id, decision: `${act}ed` } : undefined;
  }

  async function expectOneClaim(id: string): Promise<void> {
    const { rows } = await sql<{ claimant: string | null; person: string | null; fence: number; lease_fence: number | null }>(
      `SELECT a.claimant, a.fence, l.person, l.fence AS lease_fence FROM copydesk.articles a LEFT JOIN copydesk.leases l USING (tenant, article_id, revision)
        WHERE a.article_id = $1`,
      id,
    );
    expect(rows).toHaveLength(1);
    const [row] = rows;
    if (row && row.claimant !== null) expect([row.person, row.lease_fence]).toEqual([row.claimant, row.fence]);
    else expect(row?.person).toBeNull();
  }

  /** Whatever was told to the publisher was told after its hold. */
  async function expectHeld(id: string): Promise<void> {
    const { rows } = await sql<{ id: string; created_at: Date; type: string }>(
      "SELECT id, created_at, type FROM copydesk.deliveries WHERE article_id = $1 AND type IN ('review.accepted', 'review.rejected')",
      id,
    );
    for (const { id: delivery, created_at: since } of rows) {
      const told = receiver.received.filter(({ headers }) => headers['webhook-id'] === delivery);
      for (const { at } of told) expect(released.has(delivery) || at - since.getTime() >= HOLD_MS - 50).toBe(true);
    }
  }

  /** Until nothing is on its way to the publisher, whose answer is an event like others. */
  async function settle(id: string): Promise<void> {
    const underWay = async () =>
      (await sql("SELECT 1 FROM copydesk.deliveries WHERE article_id = $1 AND state IN ('pending', 'delivering')", id)).rows
        .length;
    await expect.poll(underWay, { timeout: 20_000, interval: 50 }).toBe(0);
  }

  /** Each decision that the desk has confirmed stands in the history, in its order; the last that stands reaches the publisher. */
  async function expectNothingLost(id: string, confirmed: readonly Decision[]): Promise<void> {
    const { history, decision } = await read(id);
    const decided = history.filter(({ name }) => name === 'review.decided');
    expect(decided.map(({ data }) => ({ by: data.by, decision: data.decision }))).toEqual(confirmed);
    if (decision === null) return;
    expect(decision).toBe(confirmed.at(-1)?.decision);
    await passTime('hold', id);
    const last = decided.at(-1)?.data.delivery?.id ?? '';
    await expect.poll(() => receiver.ids(), { timeout: 20_000, interval: 100 }).toContain(last);
  }

  /** Often what leads on, so that most sequences come to a decision, and some to several. */
  const act = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('claim', 'accept', 'reject', 'undo') },
    { weight: 2, arbitrary: fc.constantFrom(...ACTS) },
  );
  /** What up to three people do at the same moment, most often one who goes on. */
  const step = fc.array(fc.tuple(act, fc.constantFrom(0, 0, 0, 1, 2)), { minLength: 1, maxLength: 3 });
  const steps = fc.array(step, { minLength: 1, maxLength: 10, size: 'max' });

  it('keep one claim, lose no decision, and tell nobody before the hold is over', { timeout: 600_000 }, async () => {
    let decisions = 0;
    const property = fc.asyncProperty(steps, async (sequence) => {
      const id = await api.flag();
      const confirmed: Decision[] = [];
      // Most sequences would get nowhere without a claim to begin with.
      await people[0]?.call(`/v1/desk/articles/${id}/claim`, { body: { revision: 1 } });
      for (const step of sequence) {
        const seen = await read(id);
        const done = await Promise.all(step.map(([act, who]) => perform(act, people[who] as Visitor, id, seen)));
        const taken = done.filter((one) => one !== undefined);
        // All of a step saw the same claim, so only one of them can have decided under it.
        expect(taken.length).toBeLessThanOrEqual(1);
        confirmed.push(...taken);
        await expectOneClaim(id);
      }
      await expectNothingLost(id, confirmed);
      await settle(id);
      await expectHeld(id);
      await expectFold(api.desk.pool, { tenant: 'default', articleId: id, revision: 1 });
      decisions += confirmed.length;
    });
    // It must come to decisions, or it has shown nothing; by chance twelve sequences may come to very few.
    for (let round = 0; round < MOST_ROUNDS && decisions < LEAST_DECISIONS; round++) await fc.assert(property, { numRuns: 12 });
    expect(decisions).toBeGreaterThanOrEqual(LEAST_DECISIONS);
  });
});
