import { expect } from 'vitest';
import type { DeskJson, Visitor } from '../../service/api/desk/open-test-desk-api.ts';
import { send } from '../../service/api/open-test-api.ts';
import { CANARY } from '../../service/expect-log-contract.ts';
import { type Day, TENANTS, type Tenant, untilAllOver } from './open-day.ts';
import { HIDDEN, SHOWN } from './write-story.ts';

type Decision = 'accepted' | 'rejected';

/** An article that waits for a person. */
interface Waiting {
  readonly tenant: Tenant;
  readonly id: string;
  readonly revision: number;
}

interface Finding {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

interface Shown extends DeskJson {
  readonly original: string;
  readonly amendments: readonly { readonly id: string }[];
  readonly result: {
    readonly findings: readonly Finding[];
    readonly entities: readonly { readonly name: string; readonly type: string }[];
    readonly topics: readonly { readonly code: string }[];
  };
}

/** People at one article. */
export class Table {
  readonly day: Day;
  readonly waiting: Waiting;

  constructor(day: Day, waiting: Waiting) {
    this.day = day;
    this.waiting = waiting;
  }

  async call(visitor: Visitor, path: string, body?: object, method?: string): Promise<Shown> {
    const { tenant, id } = this.waiting;
    const headers = { ...visitor.headers, 'copydesk-tenant': tenant };
    const url = this.day.api.desk.url ?? '';
    const sent = { key: '', headers, ...(body && { body }), ...(method && { method }) };
    const answer = await send(url, `/v1/desk/articles/${id}${path}`, sent);
    expect(answer.status, `${path} ${answer.text.slice(0, 500)}`).toBe(200);
    return answer.json as unknown as Shown;
  }

  act(visitor: Visitor, name: string, body: object = {}): Promise<Shown> {
    return this.call(visitor, `/${name}`, { revision: this.waiting.revision, ...body });
  }

  claim(visitor: Visitor): Promise<Shown> {
    return this.act(visitor, 'claim');
  }

  decide(visitor: Visitor, { fence, resultSha256: result }: Shown, decision: Decision, more: object = {}): Promise<Shown> {
    const reason = decision === 'rejected' ? 'spam' : 'false_alarm';
    return this.act(visitor, 'decide', { fence, result, decision, reason, ...more });
  }

  amend(visitor: Visitor, { fence }: Shown, amendments: readonly object[]): Promise<Shown> {
    return this.act(visitor, 'amendments', { fence, amendments });
  }

  /** As time does it. */
  async endHold(): Promise<void> {
    const { ask, sql, until } = this.day;
    const { id, tenant } = this.waiting;
    await sql(`UPDATE copydesk.deliveries SET due_at = now() WHERE article_id = $1 AND state = 'held'`, id);
    // Whoever fetches is told.
    expect((await ask(tenant, '/v1/deliveries?limit=1')).status).toBe(200);
    const left = `SELECT count(*)::int AS n FROM copydesk.deliveries WHERE article_id = '${id}' AND state = 'held'`;
    await until('the end of a hold', left);
  }

  async endLease(): Promise<void> {
    await this.day.sql(`UPDATE copydesk.leases SET until = now() - interval '1 second' WHERE article_id = $1`, this.waiting.id);
  }

  async appeal(): Promise<void> {
    const { tenant, id, revision } = this.waiting;
    const body = { revision, text: `It is news, says ${CANARY}.` };
    const { status, text } = await this.day.ask(tenant, `/v1/articles/${id}/appeal`, { body });
    expect(status, text).toBe(201);
  }

  async decideAppeal(visitor: Visitor, decision: Decision, upheld: boolean): Promise<void> {
    const { fence, resultSha256: result } = await this.claim(visitor);
    const reason = decision === 'rejected' ? 'misleading' : null;
    await this.act(visitor, 'appeals/decide', { fence, result, decision, reason, upheld });
  }
}

const spanOf = (text: string, part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

async function changeSpans(table: Table, { ann }: Day): Promise<void> {
  const claimed = await table.claim(ann);
  const { original } = claimed;
  const restored = original.includes(HIDDEN) ? [{ kind: 'restore', ...spanOf(original, HIDDEN) }] : [];
  const left = original.includes(SHOWN) ? [{ kind: 'remove', ...spanOf(original, SHOWN) }] : [];
  const amended = await table.amend(ann, claimed, [...restored, ...left, { kind: 'add_topic', code: 'medtop:07000000' }]);
  await table.decide(ann, amended, 'accepted', { effort: { keys: 3, seconds: 4.5 } });
  await table.endHold();
}

async function changeKinds(table: Table, { ann }: Day): Promise<void> {
  const claimed = await table.claim(ann);
  const found = claimed.result.findings.filter(({ kind }) => kind === 'hidden_text').slice(0, 1);
  const wrong = found.map(({ start, end, rule }) => ({ kind: 'reclassify', start, end, rule, to: 'fine' }));
  const amended = wrong.length === 0 ? claimed : await table.amend(ann, claimed, wrong);
  await table.decide(ann, amended, 'accepted', { reason: 'mended' });
}

async function changeWords(table: Table, { ben }: Day): Promise<void> {
  const claimed = await table.claim(ben);
  const { original, result } = claimed;
  const first = original.indexOf('It had the mark');
  const edited = first < 0 ? [] : [{ kind: 'replace', start: first, end: first + 'It had'.length, text: `It bore ${CANARY}` }];
  const named = result.entities.slice(0, 1).map(({ name, type }) => ({ kind: 'reject_entity', name, type }));
  const topics = result.topics.slice(0, 1).map(({ code }) => ({ kind: 'reject_topic', code }));
  const amended = await table.amend(ben, claimed, [...edited, ...named, ...topics]);
  const gone = amended.amendments.at(-1)?.id;
  const { revision } = table.waiting;
  const back = await table.call(ben, `/amendments/${gone}?revision=${revision}&fence=${amended.fence}`, undefined, 'DELETE');
  await table.decide(ben, back, 'rejected', { reason: 'off_topic' });
}

/** Articles that are looked at one by one; the others are for decisions on many. */
const MOST = 130;

/** What is done to the articles that wait, in turns. */
const SCRIPTS: readonly ((table: Table, day: Day) => Promise<unknown>)[] = [
  async (table, { ann }) => table.decide(ann, await table.claim(ann), 'accepted', { effort: { keys: 1, seconds: 2 } }),
  changeSpans,
  changeKinds,
  changeWords,
  async (table, { ben }) => {
    await table.decide(ben, await table.claim(ben), 'accepted');
    await table.decide(ben, await table.act(ben, 'undo'), 'rejected');
  },
  async (table, { ann, lead }) => {
    await table.act(ann, 'escalate', { fence: (await table.claim(ann)).fence, reason: 'legal' });
    await table.decide(lead, await table.claim(lead), 'accepted', { reason: 'mended' });
  },
  async (table, { ann, ben, lead }) => {
    await table.claim(ann);
    await table.endLease();
    await table.decide(ben, await table.claim(ben), 'rejected');
    await table.endHold();
    await table.appeal();
    await table.decideAppeal(lead, 'accepted', true);
  },
  async (table, { ann, ben }) => {
    await table.decide(ann, await table.claim(ann), 'rejected');
    await table.endHold();
    await table.appeal();
    await table.decideAppeal(ben, 'rejected', false);
    await table.act(ben, 'undo');
  },
  async (table, { ann }) => {
    const { fence } = await table.claim(ann);
    await table.act(ann, 'notes', { text: `I am not sure about ${CANARY}.` });
    await table.act(ann, 'release', { fence });
  },
  async (table, { ben, lead }) => {
    await table.decide(ben, await table.claim(ben), 'accepted');
    await table.endHold();
    await table.act(lead, 'undo');
  },
  // Claimed, with a change, while a newer revision or a replay comes.
  async (table, { ann }) => {
    const claimed = await table.claim(ann);
    await table.amend(ann, claimed, [{ kind: 'add_topic', code: 'medtop:07000000' }]);
  },
  // These two are left to decisions on many at once.
  () => Promise.resolve(),
  () => Promise.resolve(),
];

async function decideMany({ api, lead, until }: Day, tenant: Tenant, isUndone: boolean): Promise<void> {
  const headers = { ...lead.headers, 'copydesk-tenant': tenant };
  const call = (path: string, body?: object) =>
    send(api.desk.url ?? '', `/v1/desk/bulk${path}`, { key: '', headers, method: 'POST', ...(body && { body }) });
  const wish = { filter: { state: 'desk' }, decision: 'rejected', reason: 'advertising' };
  const { token } = (await call('', { ...wish, dryRun: true })).json;
  const { status, json, text } = await call('', { ...wish, token });
  expect(status, text).toBe(202);
  const busy = `SELECT count(*)::int AS n FROM copydesk.bulk_jobs WHERE state IN ('running', 'undoing')`;
  await until('a decision on many', busy);
  if (isUndone) expect((await call(`/${json.id}/undo`)).status).toBe(200);
  await until('its undoing', busy);
}

async function checkDecisions({ api, second, sql }: Day, tenant: Tenant): Promise<void> {
  await sql(`UPDATE copydesk.checks SET decided_at = now() - interval '1 minute' WHERE checked_at IS NULL`);
  const headers = { ...second.headers, 'copydesk-tenant': tenant };
  const call = (path: string, body?: object) =>
    send(api.desk.url ?? '', `/v1/desk/${path}`, { key: '', headers, ...(body && { body }) });
  for (let round = 0; round < 4; round++) {
    const { json } = await call('checks/next');
    if (json === null) return;
    const [stored] = await sql<{ decision: Decision }>('SELECT decision FROM copydesk.articles WHERE article_id = $1', json.id);
    // The same, and the opposite, in turns.
    const decision = (stored?.decision === 'accepted') === (round % 2 === 0) ? 'accepted' : 'rejected';
    const body = { revision: json.revision, decision, reason: decision === 'rejected' ? 'spam' : null };
    const { status, text } = await call(`articles/${json.id}/check`, body);
    expect(status, text).toBe(200);
  }
}

/** People decide, change, take back, escalate, appeal and check what waits for them, one by one and many at once. */
export async function reviewStories(day: Day): Promise<void> {
  const rows = await day.sql<Waiting>(
    `SELECT tenant, article_id AS id, revision FROM copydesk.articles WHERE status = 'flagged' ORDER BY seq`,
  );
  for (const [index, waiting] of rows.slice(0, MOST).entries())
    await SCRIPTS[index % SCRIPTS.length]?.(new Table(day, waiting), day);
  for (const tenant of TENANTS) await checkDecisions(day, tenant);
  await decideMany(day, 'default', true);
  await decideMany(day, 'hooked', false);
  await untilAllOver(day);
}
