import { loadRuleset, moderate } from '../../src/index.ts';
import type { Article } from '../../src/moderation/model/article.ts';
import { type Config, type Mode, readConfig } from '../../src/service/config.ts';
import { acceptArticle } from '../../src/service/intake/accept-article.ts';
import type { Accepted } from '../../src/service/intake/accepted.ts';
import type { Moderation } from '../../src/service/processing/moderation.ts';
import type { Processing } from '../../src/service/processing/processing.ts';
import { Quarantine } from '../../src/service/processing/quarantine.ts';
import { toModeration } from '../../src/service/processing/to-moderation.ts';
import { openTransport } from '../../src/service/queue/open-transport.ts';
import type { Transport } from '../../src/service/queue/transport.ts';
import { createRuleKeeper } from '../../src/service/rules/rule-keeper.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import type { SqlPool } from '../../src/service/store/sql-pool.ts';
import { type Log, openLog } from '../../src/service/telemetry/open-log.ts';
import { createPlace, type PlaceContent, type TestPlace } from './test-place.ts';

/** Store and queue without any role: a test plays the roles itself, step by step. */
export interface TestStore {
  readonly place: TestPlace;
  readonly config: Config;
  readonly pool: SqlPool;
  /** On which a statement may take as long as it needs. */
  readonly patient: SqlPool;
  readonly transport: Transport;
  readonly log: Log;
  readonly accept: (article: Article, tenant?: string) => Promise<Accepted>;
  /** What a worker has at hand; it moderates in this thread. */
  readonly processing: Processing;
  readonly close: () => Promise<void>;
}

const ruleset = loadRuleset();

function moderateHere(article: Article): Promise<Moderation> {
  return Promise.resolve(toModeration(moderate(article, { ruleset }), ruleset.version));
}

export async function openTestStore(mode: Mode, content?: PlaceContent): Promise<TestStore> {
  const place = await createPlace(mode, content);
  const config = readConfig(place.env);
  const store = await openStore(config.store, () => undefined);
  const transport = await openTransport(config, store.pool, () => undefined);
  const log = openLog(place.logFile, 'info');
  const { pool, patient } = store;
  return {
    place,
    config,
    pool,
    patient,
    transport,
    log,
    accept: (article, tenant) => acceptArticle(pool, log, article, tenant),
    processing: {
      pool,
      threads: { moderate: moderateHere },
      rules: createRuleKeeper(pool, ruleset, log),
      shadows: { offer: () => undefined },
      quarantine: new Quarantine(),
      log,
      attempts: 5,
      starts: 3,
      fingerprintDays: 30,
    },
    close: async () => {
      await transport.close();
      await store.close();
      await place.remove();
    },
  };
}
