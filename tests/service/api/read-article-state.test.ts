import { describe, expect, it } from 'vitest';
import { MOST_LISTED } from '../../../src/service/api/article-state-row.ts';
import { readArticleState } from '../../../src/service/api/read-article-state.ts';
import type { SqlSession } from '../../../src/service/store/sql-pool.ts';
import { availableModes } from '../test-place.ts';
import { openTestApi } from './open-test-api.ts';

describe.each(availableModes())('readArticleState in the mode %s', (mode) => {
  it('sees one moment, in one statement, and the newest events of very many', async () => {
    const api = await openTestApi(mode);
    const body = { id: 'one', text: 'The harbour council of Merrow met at noon.' };
    const { json } = await api.call('/v1/articles', { body, headers: { prefer: 'wait=30' } });
    await api.desk.pool.query(
      `INSERT INTO copydesk.events (tenant, article_id, revision, number, time, name, data, hash)
       SELECT tenant, article_id, revision, 100 + n, time, name, data, NULL
         FROM copydesk.events, generate_series(1, $2::integer) AS n WHERE article_id = $1 AND number = 1`,
      [json.id, MOST_LISTED],
    );
    const statements: string[] = [];
    const session: SqlSession = {
      query: (text, params) => {
        statements.push(text);
        return api.desk.pool.query(text, params);
      },
    };
    const found = await readArticleState(
      session,
      'default',
      { id: String(json.id), revision: undefined },
      { seesHeld: false, blindTo: new Set() },
    );
    expect([statements.length, found?.result === undefined]).toEqual([1, false]);
    const { json: state } = await api.call(`/v1/articles/${json.id}`);
    const numbers = (state.history as { number: number }[]).map(({ number }) => number);
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([MOST_LISTED, 101, 100 + MOST_LISTED]);
    expect([state.revisions, state.status, state.deliveries]).toEqual([
      [1],
      'accepted',
      [expect.objectContaining({ attempts: 0 })],
    ]);
    await api.close();
  });
});
