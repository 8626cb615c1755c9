import type { Article } from '../../../../moderation/model/article.ts';
import { readAmendments, type StoredAmendment } from '../../../amendments/read-amendments.ts';
import { type NamedPerson, readPersons } from '../../../people/read-persons.ts';
import { readAppealedDecision } from '../../../review/appeals/read-appealed-decision.ts';
import { readAppeals, type StoredAppeal } from '../../../review/appeals/read-appeals.ts';
import { listActions } from '../../../review/list-actions.ts';
import type { Person } from '../../../review/person.ts';
import { readLooking } from '../../../review/presence.ts';
import { readDecisions, type StandingDecision } from '../../../review/read-decisions.ts';
import { readStandingResult } from '../../../review/read-standing-result.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import { ProblemError } from '../../problem-error.ts';
import { spliceField } from '../../splice-field.ts';
import { toQueueRow } from '../queue/queue-row.ts';
import type { DeskArticleShape } from '../shapes/desk-article-shape.ts';
import { readCopies } from './read-copies.ts';
import { type DeskRows, readDeskRows } from './read-desk-rows.ts';

type NameOf = (id: string) => NamedPerson;

const toIso = (time: string) => new Date(time).toISOString();
const byOf = ({ by }: Readonly<Record<string, unknown>>) => (typeof by === 'string' && /^(?:per_|key:)/u.test(by) ? by : null);

function describeMachine({ outcome, machine_score: score, reasons }: DeskRows): DeskArticleShape['machine'] {
  return outcome === null || score === null ? null : { score: Number(score), outcome, reasons: [...reasons] };
}

/** What came in; nothing is left of it after a purge. */
function describeInput({ input, purged }: DeskRows): Pick<DeskArticleShape, 'original' | 'url'> {
  if (purged) return { original: null, url: null };
  // Written by `insertArticles` from a checked article.
  const { text, url } = JSON.parse(input) as Article;
  return { original: text, url: url ?? null };
}

function describePast(rows: DeskRows, nameOf: NameOf): Pick<DeskArticleShape, 'history' | 'notes'> {
  const history = rows.history.map(({ number, revision, time, name, data }) => {
    const by = byOf(data);
    return { number, revision, time: toIso(time), name, by: by === null ? null : nameOf(by), data };
  });
  const notes = rows.notes.map(({ id, person, time, text }) => ({
    ...{ id, by: nameOf(person), time: toIso(time) },
    text: rows.purged || text === '' ? null : text,
  }));
  return { history, notes };
}

function describeAmendments(amendments: readonly StoredAmendment[], nameOf: NameOf): DeskArticleShape['amendments'] {
  return amendments.map(({ id, by, time, amendment }) => ({ id, by: nameOf(by), time: time.toISOString(), amendment }));
}

/** What of decisions and appeals says who may do what. */
function describeParties(decisions: readonly StandingDecision[], appeals: readonly StoredAppeal[]) {
  const [newest, before] = [decisions.at(-1), decisions.at(-2)];
  return {
    decidedBy: newest?.by ?? null,
    appealAgainst: newest && newest.appeal !== null ? { by: before?.by ?? null } : null,
    appealedBy: appeals.findLast(({ decidedAt }) => decidedAt === null)?.by ?? null,
  };
}

function describeReview(rows: DeskRows, parties: ReturnType<typeof describeParties>, person: Person) {
  const { review, claimant, processing, purged, superseded } = rows;
  const isOpen = processing === 'cleaned' && !purged && !superseded;
  return {
    fence: rows.fence,
    leaseSeconds: rows.lease_seconds,
    undoSeconds: rows.undo_seconds,
    version: rows.version,
    revisions: [...rows.revisions],
    actions: [...listActions({ review, isOpen, claimant, ...parties }, person)],
  };
}

function describeAppeals(appeals: readonly StoredAppeal[], nameOf: NameOf): DeskArticleShape['appeals'] {
  return appeals.map(({ id, by, time, text, decidedAt, upheld, closedReason }) => ({
    ...{ id, by: nameOf(by), time: time.toISOString(), text },
    ...{ endedAt: decidedAt?.toISOString() ?? null, upheld, closedReason },
  }));
}

interface Said {
  readonly amendments: readonly StoredAmendment[];
  readonly appeals: readonly StoredAppeal[];
  readonly looking: readonly string[];
}

function idsOf(rows: DeskRows, { amendments, appeals, looking }: Said): readonly string[] {
  const past = [...rows.history.map(({ data }) => byOf(data)), ...rows.notes.map(({ person }) => person)];
  return [rows.claimant, ...past, ...[...amendments, ...appeals].map(({ by }) => by), ...looking].filter((id) => id !== null);
}

/**
 * An article as the desk shows it to a person, as JSON; the newest revision when none is named. The state is read before the result, so that
 * whoever has an old state hears of it by the version. Throws `ProblemError`.
 */
export async function readDeskArticle(
  session: SqlSession,
  tenant: string,
  person: Person,
  { id, revision }: { readonly id: string; readonly revision?: number | undefined },
): Promise<string> {
  const rows = await readDeskRows(session, tenant, id, revision);
  if (!rows) throw new ProblemError('unknown_article');
  const key = { tenant, articleId: id, revision: rows.revision };
  const standing = await readStandingResult(session, key);
  const amendments = await readAmendments(session, key);
  const appeals = await readAppeals(session, key);
  const decisions = await readDecisions(session, key);
  const parties = describeParties(decisions, appeals);
  const looking = await readLooking(session, key, person.id);
  const nameOf = await readPersons(session, idsOf(rows, { amendments, appeals, looking }));
  const hasCopies = standing !== undefined && rows.kinds.includes('cross_article_duplicate');
  const fields: Omit<DeskArticleShape, 'result'> = {
    ...{
      ...toQueueRow(rows, nameOf),
      ...describeInput(rows),
      ...describePast(rows, nameOf),
      ...describeReview(rows, parties, person),
    },
    ...{
      machine: describeMachine(rows),
      amendments: describeAmendments(amendments, nameOf),
      appeals: describeAppeals(appeals, nameOf),
      against: rows.review === 'appealed' ? ((await readAppealedDecision(session, key, decisions)) ?? null) : null,
    },
    resultSha256: standing?.sha256 ?? null,
    looking: looking.map(nameOf),
    copies: hasCopies ? await readCopies(session, tenant, standing.json) : [],
  };
  return spliceField(fields, 'result', standing?.json);
}
