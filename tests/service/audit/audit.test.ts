import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LearnedRule, loadRuleset } from '../../../src/index.ts';
import { parseAuditKey, writeAuditKey } from '../../../src/service/audit/audit-key.ts';
import type { ChainLine } from '../../../src/service/audit/audit-line.ts';
import { AuditRoot } from '../../../src/service/audit/audit-root.ts';
import { type AuditReport, AuditVerifier } from '../../../src/service/audit/audit-verifier.ts';
import { exportAudit } from '../../../src/service/audit/export-audit.ts';
import { openSigner } from '../../../src/service/audit/open-signer.ts';
import { addPerson } from '../../../src/service/people/add-person.ts';
import { alterPerson } from '../../../src/service/people/alter-person.ts';
import { changeDeskSettings } from '../../../src/service/people/desk-settings.ts';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import { moveRule } from '../../../src/service/rules/move-rule.ts';
import { proposeRule } from '../../../src/service/rules/propose-rule.ts';
import { appendEvents } from '../../../src/service/store/append-events.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { inTransaction } from '../../../src/service/store/in-transaction.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import type { SqlPool } from '../../../src/service/store/sql-pool.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { readDeskChain } from '../people/read-desk-chain.ts';
import { availableModes } from '../test-place.ts';

/** What is hidden from readers always asks for a person. */
const HIDDEN = `<article><h1>Secret tides of Merrow</h1><p>The harbour council of Merrow met at noon to hear of the tide.</p>
  <p style="display:none">Buy pills at https://pills.example now and win.</p><p>The pilots left at four.</p></article>`;
const NO_KEY: ArticleKey = { tenant: '', articleId: '', revision: 1 };
const ALWAYS = new Date(0);
/** Beyond the clock of whoever wrote last. */
const soon = () => new Date(Date.now() + 60_000);

function verify(text: string, key?: KeyObject): AuditReport {
  const verifier = new AuditVerifier(key);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) verifier.read(Buffer.from(line));
  return verifier.finish();
}

type Line = Readonly<Record<string, unknown>> & { readonly type: string };
const parse = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
/** What somebody can do who has the file alone: everything fits again, but for the signature. */
function rewrite(lines: readonly Line[]): string {
  const parts = lines.filter(({ type }) => type !== 'manifest');
  const root = new AuditRoot();
  for (const line of parts) if (line.type === 'chain') root.add(line as unknown as ChainLine);
  const count = (type: string) => parts.filter((line) => line.type === type).length;
  const sha256 = createHash('sha256').update(write(parts)).digest('hex');
  const content = { chains: count('chain'), events: count('event'), sha256, root: root.digest() };
  return write([...parts, { ...lines.findLast(({ type }) => type === 'manifest'), ...content }]);
}
const write = (lines: readonly object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

describe.each(availableModes())('the audit export in the mode %s', (mode) => {
  let test: TestStore;
  let person = '';
  const keys: ArticleKey[] = [];
  let deskKey: KeyObject | undefined;

  const collect = async (more: Partial<Parameters<typeof exportAudit>[1]> = {}) => {
    let text = '';
    const asked = { tenant: 'default', since: ALWAYS, until: soon(), withCommon: false, by: person, ...more };
    for await (const piece of exportAudit(test.pool, asked)) text += piece;
    return text;
  };

  beforeAll(async () => {
    test = await openTestStore(mode);
    deskKey = parseAuditKey((await openSigner(test.pool)).key);
    const now = new Date();
    const added = {
      tenant: 'default',
      login: 'secret-login',
      name: 'Odile Secret',
      role: 'lead',
      email: 'secret@merrow.example',
    } as const;
    person = (await addPerson(test.pool, added, 'cli', now)).id;
    await alterPerson(test.pool, null, person, { role: 'moderator' }, 'cli', now);
    await addPerson(test.pool, { ...added, tenant: null, login: 'secret-2', email: null }, 'cli', now);
    await changeDeskSettings(test.pool, 'default', { reviewHours: 3 }, person, now);
    for (let index = 0; index < 5; index++) {
      const { article } = await test.accept({ id: `a${index}`, format: 'html', title: 'Secret tides', text: HIDDEN });
      await processArticle(test.processing, { key: article.key, traceId: '' }, `job-${index}`);
      keys.push(article.key);
    }
    await claimArticle({ pool: test.pool, log: test.log }, { id: person, tenant: 'default', role: 'lead' }, keys[0] ?? NO_KEY);
  }, 200_000);
  afterAll(() => test.close(), 200_000);

  it('holds every event of the tenant with its hash, and is whole', async () => {
    const text = await collect();
    const report = verify(text);
    expect(report).toMatchObject({ faults: [], faultCount: 0, about: { tenant: 'default' }, chains: 6 });
    const { rows } = await test.pool.query<{ articles: string; desk: string }>(
      `SELECT (SELECT count(*) FROM copydesk.events WHERE tenant = 'default') AS articles,
              (SELECT count(*) FROM copydesk.desk_events WHERE tenant = 'default') AS desk`,
    );
    // The export itself is an event that came later.
    expect(report.events).toBe(Number(rows[0]?.articles) + Number(rows[0]?.desk) - 1);
    expect(text).toContain(person);
    expect(text).not.toMatch(/secret|odile|merrow|tide/iu);
    const last = (await readDeskChain(test.pool, 'default')).at(-1);
    const root = parse(text).at(-1)?.root;
    expect(last).toMatchObject({ name: 'audit.exported', data: { by: person, sha256: report.sha256, root, chains: 6 } });
  });

  it('holds what belongs to no tenant for those who have all', async () => {
    const common = parse(await collect({ withCommon: true })).filter(({ type, tenant }) => type === 'chain' && tenant === '');
    expect(common).toHaveLength(1);
    expect(verify(await collect({ withCommon: true })).faults).toEqual([]);
  });

  it('holds nothing of another tenant', async () => {
    await test.pool.query("INSERT INTO copydesk.tenants (id) VALUES ('herald') ON CONFLICT DO NOTHING");
    expect(verify(await collect({ tenant: 'herald' }))).toMatchObject({ chains: 0, events: 0, faults: [] });
  });

  it('of a window begins where the one before it ended', async () => {
    const { rows } = await test.pool.query<{ time: Date }>(
      "SELECT time FROM copydesk.events WHERE tenant = 'default' ORDER BY time, seq OFFSET 8 LIMIT 1",
    );
    const middle = rows[0]?.time ?? soon();
    const [early, late] = [await collect({ until: middle }), await collect({ since: middle })];
    for (const text of [early, late]) expect(verify(text).faults).toEqual([]);
    const eventsOf = (text: string) => parse(text).filter(({ type, name }) => type === 'event' && name !== 'audit.exported');
    const all = eventsOf(await collect());
    expect(eventsOf(early).length + eventsOf(late).length).toBe(all.length);
    const anchors = parse(late).filter(({ type }) => type === 'chain');
    expect(anchors.some(({ after }) => (after as { number: number }).number > 0)).toBe(true);
  });

  it('takes events whose clock was behind along with their neighbours', async () => {
    const { article } = await test.accept({ id: 'clock', format: 'html', text: HIDDEN });
    await processArticle(test.processing, { key: article.key, traceId: '' }, 'job-clock');
    const since = new Date(Date.now() + 3_600_000);
    const [ahead, behind] = [new Date(since.getTime() + 1000), new Date(since.getTime() - 1000)];
    for (const time of [ahead, behind, ahead]) {
      const stored = await readArticle(test.pool, article.key);
      const noted = { name: 'review.noted', data: { by: person, note: 'note_1' } } as const;
      if (stored) await inTransaction(test.pool, (session) => appendEvents(session, stored, [noted], time));
    }
    const text = await collect({ since, until: new Date(since.getTime() + 60_000) });
    expect(verify(text)).toMatchObject({ faults: [], chains: 1, events: 3 });
    expect(parse(text).flatMap(({ type, time }) => (type === 'event' ? [time] : []))).toEqual(
      [ahead, behind, ahead].map((time) => time.toISOString()),
    );
  });

  it('holds the chain of the rules that a tenant has learned, and is broken where that was changed', async () => {
    const tenant = 'ruled';
    await test.pool.query('INSERT INTO copydesk.tenants (id) VALUES ($1)', [tenant]);
    const lead = { id: person, tenant, role: 'lead' } as const;
    const rule: Omit<LearnedRule, 'version'> = {
      ...{ name: 'cheap-kettles', kind: 'spam_insert', form: 'phrase', text: 'cheap kettles for all' },
      ...{ scope: 'block', anchor: 'anywhere', maxWords: 30, message: 'adverts for kettles' },
      examples: { match: ['Cheap kettles for all!'], allow: ['The council bought kettles.'] },
    };
    const ruleset = loadRuleset();
    const wanted = { rule, from: { articleId: 'art_1', revision: 1, start: 0, end: 5 } };
    const { id } = await proposeRule(test, lead, tenant, wanted, ruleset);
    for (const move of ['rule.shadowed', 'rule.activated', 'rule.retired'] as const) {
      await moveRule(test, lead, tenant, { id, move }, ruleset);
    }
    const text = await collect({ tenant });
    expect(verify(text)).toMatchObject({ faults: [], chains: 1, events: 4 });
    const lines = parse(text);
    expect(lines[1]).toMatchObject({ type: 'chain', kind: 'rules', tenant, after: { number: 0 }, end: { number: 4 } });
    expect(lines[2]).toMatchObject({ type: 'event', name: 'rule.proposed', rule: id, data: { by: person } });
    expect(text).not.toMatch(/kettles/iu);
    for (const change of [{ rule: 'rul_other' }, { data: { by: 'per_other' } }, { name: 'rule.retired' }, { rule: undefined }]) {
      const { faults } = verify(write(lines.with(2, { ...lines[2], ...change } as Line)));
      expect(faults[0]).toMatchObject({ line: 3, message: expect.stringContaining('was changed') });
    }
    const other = parse(await collect());
    const at = other.findIndex(({ type }) => type === 'event');
    const { faults } = verify(write(other.with(at, { ...other[at], rule: id } as Line)));
    expect(faults[0]?.message).toContain('outside of a chain of rules');
    await test.pool.query(`UPDATE copydesk.rule_events SET data = data || '{"by": "per_x"}' WHERE tenant = $1 AND number = 2`, [
      tenant,
    ]);
    const isRules = ({ message }: { readonly message: string }) => message.includes('event 2 was changed');
    expect(verify(await collect({ tenant })).faults.filter(isRules)).toHaveLength(1);
    await test.pool.query('DELETE FROM copydesk.rule_events WHERE tenant = $1', [tenant]);
    expect(verify(await collect({ tenant })).faults.map(({ message }) => message)).toEqual([
      'the last event of the chain, 4, was gone when it was exported',
    ]);
  });

  it('is told from one that was left before its end', async () => {
    const pieces = exportAudit(test.pool, { tenant: 'default', since: ALWAYS, until: soon(), withCommon: false, by: person });
    let text = '';
    for await (const piece of pieces) {
      text += piece;
      break;
    }
    expect(verify(text).faults).toEqual([{ line: 2, message: 'the manifest is missing: the export was cut off' }]);
    const last = (await readDeskChain(test.pool, 'default')).at(-1);
    expect(last).toMatchObject({ name: 'audit.exported', data: { by: person, sha256: null } });
  });

  it('is broken where somebody changed the store', async () => {
    const { tenant, articleId } = keys[1] ?? NO_KEY;
    const where = `WHERE tenant = '${tenant}' AND article_id = '${articleId}'`;
    const columns = 'tenant, article_id, revision, number, name, time, data, hash';
    await test.pool.query(`CREATE TABLE copydesk.kept AS SELECT ${columns} FROM copydesk.events ${where}`);
    const faultsAfter = async (sql: string) => {
      await test.pool.query(sql.includes('WHERE') ? `${sql} AND ${where.replace('WHERE ', '')}` : `${sql} ${where}`);
      const { faults } = verify(await collect());
      await test.pool.query(`DELETE FROM copydesk.events ${where}`);
      await test.pool.query(`INSERT INTO copydesk.events (${columns}) SELECT ${columns} FROM copydesk.kept`);
      return faults.map(({ message }) => message);
    };
    const { rows } = await test.pool.query<{ end: number }>('SELECT max(number) AS end FROM copydesk.kept');
    const end = rows[0]?.end ?? 0;
    expect(end).toBeGreaterThan(2);
    const changed = (number: number) => [`event ${number} was changed, or does not follow from the event before it`];
    const gone = [`the last event of the chain, ${end}, was gone when it was exported`];
    expect(await faultsAfter(`UPDATE copydesk.events SET data = '{"x": 1}' WHERE number = 2`)).toEqual(changed(2));
    expect(await faultsAfter("UPDATE copydesk.events SET time = time - interval '1 s' WHERE number = 1")).toEqual(changed(1));
    expect(await faultsAfter('DELETE FROM copydesk.events WHERE number = 2')).toEqual([
      'event 3 follows event 1: one was taken out, put in or moved',
      ...changed(3),
    ]);
    expect(await faultsAfter(`DELETE FROM copydesk.events WHERE number = ${end}`)).toEqual(gone);
    expect(await faultsAfter('DELETE FROM copydesk.events')).toEqual(gone);
    // All links made anew: the row of the article knows better.
    expect(await faultsAfter('UPDATE copydesk.events SET hash = NULL WHERE number > 0')).toEqual([
      'the last event is not the one that the chain ended with',
    ]);
    expect(verify(await collect()).faults).toEqual([]);
    await test.pool.query("UPDATE copydesk.desk_events SET name = 'people.enabled' WHERE tenant = 'default' AND number = 1");
    expect(verify(await collect()).faults.map(({ message }) => message)).toEqual(changed(1));
    await test.pool.query("UPDATE copydesk.desk_events SET name = 'people.added' WHERE tenant = 'default' AND number = 1");
  });

  it('is signed: nobody can leave something out and write the manifest anew', async () => {
    const lines = parse(await collect());
    expect(verify(write(lines), deskKey)).toMatchObject({ faults: [], unchecked: [] });
    expect(verify(rewrite(lines), deskKey).faults).toEqual([]);
    const begins = lines.flatMap(({ type }, index) => (type === 'chain' ? [index] : []));
    const at = begins[1] ?? 0;
    const end = begins[2] ?? 0;
    const line = (index: number) => lines[index] as Line;
    // A chain that is gone leaves no trace in the others.
    const dropped = rewrite([...lines.slice(0, at), ...lines.slice(end)]);
    expect(verify(dropped)).toMatchObject({
      faults: [],
      unchecked: expect.arrayContaining(['whether whole chains were left out']),
    });
    expect(verify(dropped, deskKey).faults).toEqual([
      { line: lines.length - (end - at), message: 'the desk did not sign this manifest' },
    ]);
    // All events but the last of a chain, with the last one that went for an anchor.
    const { number, hash, time } = line(end - 2);
    const anchored = { ...line(at), after: { number, hash, time } };
    const cut = [...lines.slice(0, at), anchored as unknown as Line, ...lines.slice(end - 1)];
    const begin = { line: at + 1, message: `the chain begins after event ${number}, but everything was asked for` };
    expect(verify(rewrite(cut)).faults).toEqual([begin]);
    expect(verify(rewrite(cut), deskKey).faults).toHaveLength(2);
    const since = (value: string) => [{ ...line(0), since: value } as Line, ...cut.slice(1)];
    expect(verify(rewrite(since(String(time)))).faults).toEqual([
      { line: at + 1, message: `the chain begins after event ${number}, which is one of those that were asked for` },
    ]);
    const forged = rewrite(since(new Date(Date.parse(String(time)) + 1).toISOString()));
    expect(verify(forged)).toMatchObject({ faults: [], unchecked: { length: 3 } });
    expect(verify(forged, deskKey).faultCount).toBe(1);
    const other = parseAuditKey(writeAuditKey(generateKeyPairSync('ed25519').publicKey));
    expect(verify(write(lines), other).faults[0]?.message).toContain('signed with another key, ed25519:');
    const rooted = lines.with(-1, { ...line(lines.length - 1), root: '0'.repeat(64) });
    expect(verify(write(rooted)).faults.map(({ message }) => message)).toEqual(['the chains do not end where the manifest says']);
  });

  it('tells of a chain of the desk that is gone as a whole', async () => {
    await test.pool.query("INSERT INTO copydesk.tenants (id) VALUES ('emptied')");
    await changeDeskSettings(test.pool, 'emptied', { reviewHours: 5 }, person, new Date());
    await test.pool.query("DELETE FROM copydesk.desk_events WHERE tenant = 'emptied'");
    expect(verify(await collect({ tenant: 'emptied' })).faults.map(({ message }) => message)).toEqual([
      'the last event of the chain, 1, was gone when it was exported',
    ]);
  });

  it('of a window reads no events of articles that have not changed since', async () => {
    await test.pool.query("INSERT INTO copydesk.tenants (id) VALUES ('aged')");
    await test.accept({ id: 'old', format: 'html', text: HIDDEN }, 'aged');
    await test.pool.query("UPDATE copydesk.articles SET changed_at = now() - interval '3 days' WHERE tenant = 'aged'");
    const asked: string[] = [];
    const pool: SqlPool = {
      ...{ connect: () => test.pool.connect(), end: () => test.pool.end() },
      query: (text, values) => {
        asked.push(text);
        return test.pool.query(text, values);
      },
    };
    const window = { tenant: 'aged', since: new Date(), until: soon(), withCommon: false, by: person };
    for await (const _ of exportAudit(pool, window));
    expect(asked.filter((text) => text.includes('copydesk.articles'))).toHaveLength(2);
    expect(asked.filter((text) => text.includes('copydesk.events'))).toEqual([]);
  });

  it('says why it failed, also where that cannot be told to the chain of the desk', async () => {
    const broken: SqlPool = {
      ...{ connect: () => Promise.reject(new Error('no connection')), end: () => test.pool.end() },
      query: () => Promise.reject(new Error('no statement')),
    };
    const window = { tenant: 'default', since: ALWAYS, until: soon(), withCommon: false, by: person };
    const read = async () => {
      for await (const _ of exportAudit(broken, window));
    };
    await expect(read()).rejects.toThrow('no statement');
  });

  it('is broken where somebody changed the file, and the line is named', async () => {
    const lines = parse(await collect());
    const text = write(lines);
    expect(verify(text).faults).toEqual([]);
    for (const [index, line] of lines.entries()) {
      const without = verify(write(lines.filter((_, other) => other !== index)));
      expect(without.faultCount, JSON.stringify(line)).toBeGreaterThan(0);
      const twice = verify(write(lines.flatMap((one, other) => (other === index ? [one, one] : [one]))));
      expect(twice.faultCount, JSON.stringify(line)).toBeGreaterThan(0);
      // The links of the chains tell it too when whoever took the line away has written the manifest anew; only of a chain that went on after what was asked for
      // nobody knows where it was cut.
      const head = lines.slice(0, index).findLast(({ type }) => type === 'chain');
      const isLast = line.type === 'event' && lines[index + 1]?.type !== 'event';
      const isCut = isLast && Number(Reflect.get(Object(head?.end), 'number')) > Number(line.number);
      if (line.type === 'event' && !isCut) {
        const { faultCount } = verify(rewrite(lines.filter((_, other) => other !== index)));
        expect(faultCount, JSON.stringify(line)).toBeGreaterThan(0);
      }
      if (line.type !== 'event') continue;
      const changed = lines.with(index, { ...line, data: { ...(line.data as object), by: 'per_other' } } as Line);
      expect(verify(write(changed)).faults[0]).toMatchObject({
        line: index + 1,
        message: expect.stringContaining('was changed'),
      });
      const renamed = verify(write(lines.with(index, { ...line, name: 'review.noted' })));
      expect(renamed.faults[0]?.line).toBe(index + 1);
    }
    const moved = verify(
      write([...lines.slice(0, 2), lines[3], lines[2], ...lines.slice(4)].filter((line) => line !== undefined)),
    );
    expect(moved.faults[0]?.line).toBe(3);
    expect(verify('').faults).toEqual([{ line: 1, message: 'the manifest is missing: the export was cut off' }]);
    expect(verify('no JSON\n').faults[0]).toEqual({ line: 1, message: 'is not the first line of an audit export' });
    expect(verify(`${text}{}\n`).faults).toEqual([
      { line: lines.length + 1, message: 'stands after the manifest, which is the last line' },
    ]);
    expect(verify(text.replace('"name"', '"nam"')).faultCount).toBeGreaterThan(0);
    // The same values in other words are not what was exported.
    expect(verify(text.replace('"revision":1', '"revision": 1')).faults.map(({ line }) => line)).toEqual([lines.length]);
  });
});
