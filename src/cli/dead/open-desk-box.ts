import { type ArticleRow, type CopydeskClient, CopydeskError, createClient, type ListedDelivery } from '../../client/client.ts';
import type { DeadChoice, DeadLetter } from '../../service/delivery/list-dead.ts';
import type { DeskAddress } from '../access/desk-address.ts';
import { toAskError } from '../access/to-ask-error.ts';
import type { DeadBox, ReplayedId } from './dead-box.ts';

const MOST = 100_000;
const PAGE = 200;
/** How long a replay waits for a limit that passes. */
const PATIENCE_SECONDS = 60;
const DEFAULT_TENANT = 'default';

interface Failed {
  readonly code: string;
  readonly attempts: number;
}

/** Why an article is dead stands in its history. */
async function readFailure(client: CopydeskClient, { id, revision }: ArticleRow): Promise<Failed> {
  const { attempt, history } = await client.get(id, { revision });
  const failed = history.findLast(({ name }) => name === 'processing.failed');
  return { code: String(failed?.data.code ?? ''), attempts: attempt };
}

async function toArticleLetter(client: CopydeskClient, row: ArticleRow, tenant: string): Promise<DeadLetter> {
  const { id, revision, externalId, source, changedAt } = row;
  const failed = await readFailure(client, row);
  return {
    kind: 'article',
    id,
    tenant,
    articleId: id,
    revision,
    externalId,
    source: source ?? '',
    ...failed,
    since: new Date(changedAt),
  };
}

function toDeliveryLetter(delivery: ListedDelivery, tenant: string): DeadLetter {
  const { id, articleId, revision, externalId, source, attempts, lastCode, lastAttemptAt, createdAt } = delivery;
  const about = { articleId, revision, externalId, source: source ?? '', code: lastCode ?? '', attempts };
  return { kind: 'delivery', id, tenant, ...about, since: new Date(lastAttemptAt ?? createdAt) };
}

type Found = { readonly row: ArticleRow } | { readonly delivery: ListedDelivery };

const idOf = (found: Found) => ('row' in found ? found.row.id : found.delivery.id);

/** ISO 8601 in UTC, so that text sorts as time does. */
function sinceOf(found: Found): string {
  return 'row' in found ? found.row.changedAt : (found.delivery.lastAttemptAt ?? found.delivery.createdAt);
}

/** The oldest first. */
async function find(client: CopydeskClient, { source }: DeadChoice): Promise<readonly Found[]> {
  const found: Found[] = [];
  const bySource = source === undefined ? {} : { source };
  for await (const row of client.list({ status: 'dead', limit: PAGE, ...bySource })) found.push({ row });
  for await (const delivery of client.deliveries({ state: 'dead', limit: PAGE })) {
    if (source === undefined || (delivery.source ?? '') === source) found.push({ delivery });
    if (found.length >= MOST) break;
  }
  return found.toSorted((a, b) => sinceOf(a).localeCompare(sinceOf(b)));
}

async function replayOne(client: CopydeskClient, id: string): Promise<ReplayedId> {
  try {
    if (id.startsWith('msg_')) await client.call('replayDelivery', { path: { id } });
    else await client.replay(id);
    return { id, outcome: 'replayed' };
  } catch (error) {
    // Nobody can tell a letter from nothing, or it is not to be replayed: that is about this one. Everything else ends the run.
    if (error instanceof CopydeskError && (error.status === 404 || error.status === 409)) {
      return { id, outcome: error.status === 404 ? 'unknown' : error.code };
    }
    throw error;
  }
}

/** What a failure of the desk means to a person. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toAskError(error);
  }
}

/** The dead letters of one tenant at a desk that runs. Throws `CliError`. */
export function openDeskBox({ url, key, tenant }: DeskAddress): DeadBox {
  const client = createClient({ url, key, tenant, patienceSeconds: 0 });
  const patient = createClient({ url, key, tenant, patienceSeconds: PATIENCE_SECONDS });
  const name = tenant ?? DEFAULT_TENANT;
  return {
    list: (choice, limit) =>
      told(async () => {
        const found = await find(client, choice);
        const letters: DeadLetter[] = [];
        for (const one of found.slice(0, limit)) {
          letters.push('row' in one ? await toArticleLetter(client, one.row, name) : toDeliveryLetter(one.delivery, name));
        }
        return { letters, total: found.length };
      }),
    replay: (choice, ids) =>
      told(async () => {
        const chosen = ids.length > 0 ? [...new Set(ids)] : (await find(client, choice)).map(idOf);
        const replayed: ReplayedId[] = [];
        for (const id of chosen) replayed.push(await replayOne(patient, id));
        return replayed;
      }),
  };
}
