import { createHash, randomBytes } from 'node:crypto';
import type { Amendment, AmendmentKind } from '../../moderation/model/amendment.ts';
import type { NewAmendment } from '../../schema/amendments-schema.ts';
import type { Touched } from '../processing/find-touched.ts';
import type { Person } from '../review/person.ts';
import type { ArticleEvent } from '../store/article-event.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { changeAmendments, type ListChange } from './change-amendments.ts';
import type { Draft, Drafting } from './make-draft.ts';
import { NoEffectError } from './no-effect-error.ts';
import type { StoredAmendment } from './read-amendments.ts';

export interface AmendmentWish {
  readonly fence: number;
  readonly amendments: readonly NewAmendment[];
}

const EVENTS = {
  restore: 'span.restored',
  remove: 'span.removed',
  replace: 'text.edited',
  reclassify: 'finding.reclassified',
  reject_entity: 'entity.rejected',
  reject_topic: 'topic.rejected',
  add_topic: 'topic.added',
} as const satisfies Readonly<Record<AmendmentKind, ArticleEvent['name']>>;

/** An amendment about to be stored, with the text that is. */
interface Added extends StoredAmendment {
  readonly amendment: Amendment;
  readonly content: string;
}

function toAdded(wished: NewAmendment, person: Person, time: Date): Added {
  const id = `am_${randomBytes(12).toString('hex')}`;
  const amendment = { id, ...wished };
  const content = JSON.stringify(amendment);
  return { id, by: person.id, time, sha256: createHash('sha256').update(content).digest('hex'), amendment, content };
}

function toEvent({ id, by, sha256, amendment }: Added, fence: number, touched: Touched | undefined): ArticleEvent {
  return { name: EVENTS[amendment.kind], data: { by, fence, amendment: id, sha256, ...touched } };
}

async function insert(session: SqlSession, { key, state }: StoredArticle, added: readonly Added[]): Promise<void> {
  const rows = added.map(({ id, by, content, sha256, time }) => ({ id, person: by, content, sha256, created_at: time }));
  await session.query(
    `INSERT INTO copydesk.amendments (id, tenant, article_id, revision, run, person, content, sha256, created_at)
     SELECT a.id, $1, $2, $3, $4, a.person, a.content, a.sha256, a.created_at
       FROM json_to_recordset($5::json) AS a(id text, person text, content text, sha256 text, created_at timestamptz)`,
    [key.tenant, key.articleId, key.revision, state.run, JSON.stringify(rows)],
  );
}

/** What changes nothing would stand on the desk as done, and be missing from the text. */
function refuseIneffective(added: readonly Added[], { effects = [] }: Draft): void {
  const reasons = new Map(effects.map(({ id, reason }) => [id, reason]));
  const ineffective = added.flatMap(({ id }, index) => {
    const reason = reasons.get(id);
    return reason === undefined ? [] : [{ index, reason }];
  });
  if (ineffective.length > 0) throw new NoEffectError(ineffective);
}

/**
 * Amends an article that the person has claimed: all that is wished, or nothing. Spans index the original in UTF-16 code units. Throws
 * `ReviewError`; `NoEffectError` when some amendment would change nothing, or contradicts another; and what a thread fails with.
 */
export function amendArticle(
  drafting: Drafting,
  person: Person,
  key: ArticleKey,
  { fence, amendments }: AmendmentWish,
): Promise<StoredArticle> {
  const now = new Date();
  const added = amendments.map((wished) => toAdded(wished, person, now));
  const plan = (list: readonly StoredAmendment[]): ListChange => ({
    list: [...list, ...added],
    describe: (draft) => added.map((one) => toEvent(one, fence, draft?.touched?.get(one.id))),
    write: (session, article) => insert(session, article, added),
    check: (draft) => refuseIneffective(added, draft),
  });
  return changeAmendments(drafting, person, key, { fence, plan });
}
