import type { Amendment } from '../../moderation/model/amendment.ts';
import { type Acting, actOn, holdClaim } from '../review/act-on.ts';
import type { Person } from '../review/person.ts';
import { ReviewError } from '../review/review-error.ts';
import { appendEvents } from '../store/append-events.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import type { ArticleKey } from '../store/article-key.ts';
import { readInput } from '../store/read-input.ts';
import { readResult } from '../store/read-result.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { hashList } from './hash-list.ts';
import { type Basis, type Draft, type Drafting, makeDraft } from './make-draft.ts';
import { readAmendments, type StoredAmendment } from './read-amendments.ts';
import { storeDraft } from './store-draft.ts';

/** What becomes of an article's list of amendments. */
export interface ListChange {
  readonly list: readonly StoredAmendment[];
  /** What is recorded of it, with what the amended result says; without amendments there is none. */
  readonly describe: (draft: Draft | undefined) => readonly ArticleEvent[];
  /** Writes the change of the list; the transaction holds the article's row. */
  readonly write: (session: SqlSession, article: StoredArticle) => Promise<void>;
  /** Throws when the amended result is not as it was wished. */
  readonly check?: (draft: Draft) => void;
}

/** Says what becomes of the list. Throws `ReviewError`. */
type PlanChange = (list: readonly StoredAmendment[], article: StoredArticle) => ListChange;

interface Before extends Basis {
  readonly list: readonly StoredAmendment[];
}

/** The same person may amend in two places at once; whoever is later begins again with the list of now, so often. */
const TRIES = 3;

async function readBefore(acting: Acting, person: Person, fence: number): Promise<Before> {
  const article = holdClaim(acting, person, fence);
  const { session } = acting;
  const [input, machine] = [await readInput(session, article.key), await readResult(session, article.key)];
  if (!input || machine === undefined) throw new ReviewError('not_on_desk', article);
  return { article, input, machine, list: await readAmendments(session, article.key) };
}

function contentsOf(list: readonly StoredAmendment[]): readonly Amendment[] {
  return list.flatMap(({ amendment }) => amendment ?? []);
}

/** Writes the change, when the article still has the list and the run that the draft was made of. */
async function write(
  acting: Acting,
  person: Person,
  fence: number,
  { before, change, draft }: { readonly before: Before; readonly change: ListChange; readonly draft: Draft | undefined },
): Promise<StoredArticle | undefined> {
  const { session, now } = acting;
  const article = holdClaim(acting, person, fence);
  const list = hashList(await readAmendments(session, article.key));
  if (article.state.run !== before.article.state.run || list !== hashList(before.list)) return undefined;
  await change.write(session, article);
  await storeDraft(session, article, hashList(change.list), draft);
  return appendEvents(session, article, change.describe(draft), now);
}

/**
 * Changes the list of amendments of an article that the person has claimed, and stores it with the result that it makes: both, or nothing.
 * The result is made in a thread, while nothing is held. Throws `ReviewError`, and what the thread fails with.
 */
export async function changeAmendments(
  drafting: Drafting,
  person: Person,
  key: ArticleKey,
  { fence, plan }: { readonly fence: number; readonly plan: PlanChange },
): Promise<StoredArticle> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await actOn(drafting, person, key, (acting) => readBefore(acting, person, fence));
    const change = plan(before.list, before.article);
    const contents = contentsOf(change.list);
    const draft = contents.length === 0 ? undefined : await makeDraft(drafting, before, contents);
    if (draft) change.check?.(draft);
    const after = await actOn(drafting, person, key, (acting) => write(acting, person, fence, { before, change, draft }));
    if (after) return after;
  }
  throw new ReviewError('stale_result');
}
