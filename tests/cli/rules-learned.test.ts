import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_KEY, openTestApi, type TestApi } from '../service/api/open-test-api.ts';
import { runInside } from './run-inside.ts';

const TEXT = 'The harbour council of Merrow met at noon.\n\nLamps of the tide 20% off today\n\nThe lamps went off at nine.';

let api: TestApi;
let id = '';

beforeAll(async () => {
  api = await openTestApi('embedded');
  const { json } = await api.call('/v1/articles', { body: { id: 'a', text: TEXT }, headers: { prefer: 'wait=60' } });
  const start = TEXT.indexOf('Lamps');
  const body = {
    ...{ name: 'tide-lamps', kind: 'spam_insert', form: 'pattern', text: 'lamps of the tide {number}% off' },
    from: { id: json.id, revision: 1, start, end: start + 31 },
  };
  id = String((await api.call('/v1/desk/rules', { body })).json.id);
}, 200_000);
afterAll(() => api.close());

const ask = (...args: readonly string[]) =>
  runInside(['rules', 'learned', ...args], '', { env: { COPYDESK_URL: api.desk.url ?? '', COPYDESK_KEY: OPERATOR_KEY } });

describe('copydesk rules learned', () => {
  it('lists, shows and retires the rules of a running desk', async () => {
    expect(await ask()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(new RegExp(`${id} +learned.tide-lamps@1 +proposed`, 'u')),
    });
    expect(JSON.parse((await ask('list', '--json')).stdout).rules).toMatchObject([{ id, state: 'proposed' }]);
    const shown = await ask('show', id);
    expect(shown.stdout).toMatch(/^text +lamps of the tide \{number\}% off$/mu);
    expect(shown.stdout).toMatch(/^history +\[\{"number":1,/mu);
    expect((await ask('retire', id)).stdout).toMatch(/learned.tide-lamps@1 +retired/u);
    expect(await ask('retire', id)).toMatchObject({ code: 65, stderr: expect.stringContaining('rule_state') });
  });

  it.each([
    [['lst'], 64, 'list'],
    [['show'], 64, 'needs the id'],
    [['list', 'x'], 64, 'too many'],
    [['retire', 'a', 'b'], 64, 'too many'],
    [['show', 'rul_none'], 65, 'unknown_rule'],
  ])('%j ends with %d', async (args, code, reason) => {
    expect(await ask(...args)).toMatchObject({ code, stderr: expect.stringContaining(reason) });
  });
});
