import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mode } from '../../../src/service/config.ts';
import { insertPerson } from '../../../src/service/people/people.ts';
import { createBulk } from '../../../src/service/review/bulk/create-bulk.ts';
import { countBulk } from '../../../src/service/review/bulk/list-bulk.ts';
import { readBulk } from '../../../src/service/review/bulk/read-bulk.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { decideArticle } from '../delivery/decide-article.ts';
import { openDeliveryPlace } from '../delivery/open-delivery-place.ts';
import { expectFold } from '../open-test-desk.ts';
import { untilTrue } from '../private-server.ts';
import { type CopydeskProcess, spawnCopydesk } from '../spawn-process.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes, type TestPlace } from '../test-place.ts';

const COUNT = 240;

function start(mode: Mode, place: TestPlace): CopydeskProcess {
  if (mode !== 'embedded') return spawnCopydesk('workers/relay.worker.ts', [], place);
  return spawnCopydesk('src/cli/main.ts', ['serve', '--role', 'worker,relay,deliver'], place);
}

/** The log says so while another process has the embedded store. */
function countLogged({ logFile }: TestPlace): number {
  return readFileSync(logFile, 'utf8').split('"review.decided"').length - 1;
}

describe('kill -9 in the middle of a decision on many articles', () => {
  it.each(availableModes())(
    'in the mode %s: it goes on, and decides each article once',
    async (mode) => {
      const first = await openDeliveryPlace(mode);
      const keys: ArticleKey[] = [];
      for (let index = 0; index < COUNT; index++) {
        keys.push((await decideArticle(first.pool, first.log, `many ${index}`, { type: 'article.flagged' })).key);
      }
      const named = { tenant: null, login: 'lead', name: 'A lead', role: 'lead' } as const;
      const lead = { id: (await insertPerson(first.pool, named, new Date())).id, tenant: null, role: 'lead' } as const;
      const wish = { filter: { state: 'desk' }, decision: 'rejected', reason: 'spam' } as const;
      const { token, count: total } = await countBulk(first.pool, 'default', lead, wish.filter);
      const id = (await createBulk(first.pool, 'default', lead, { ...wish, token }))?.id ?? '';
      expect(total).toBe(COUNT);
      await first.leave();
      for (const goal of [20, 120]) {
        const killed = start(mode, first.place);
        await untilTrue(`${goal} decisions`, () => countLogged(first.place) >= goal);
        killed.child.kill('SIGKILL');
        expect(await killed.ended).toBe('SIGKILL');
        expect(countLogged(first.place)).toBeLessThan(COUNT);
      }
      const last = start(mode, first.place);
      await untilTrue('all decisions', () => countLogged(first.place) >= COUNT - 2);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      last.child.kill('SIGTERM');
      expect(await last.ended, last.output()).toBe(0);
      const after = await openDeliveryPlace(mode, first.place);
      expect(await readBulk(after.pool, 'default', id)).toEqual({
        id,
        state: 'done',
        total,
        done: total,
        undone: 0,
        refused: {},
      });
      for (const key of keys) {
        const names = (await readEvents(after.pool, key)).map(({ name }) => name).filter((name) => name.startsWith('review.'));
        expect(names).toEqual(['review.claimed', 'review.decided']);
        await expectFold(after.pool, key);
      }
      await after.close();
    },
    240_000,
  );
});
