import { randomBytes } from 'node:crypto';
import { MAX_REVISION } from '../../schema/article-schema.ts';
import type { ArticleKey } from '../store/article-key.ts';
import { inTransaction } from '../store/in-transaction.ts';
import { insertUnknown, type NewArticle, type Prepared, prepareArticles } from '../store/insert-articles.ts';
import { readArticle } from '../store/read-article.ts';
import { readLatestOfAll } from '../store/read-latest-of-all.ts';
import type { SqlPool, SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { startSpan } from '../telemetry/trace.ts';
import type { Accepted } from './accepted.ts';
import { insertPlanned, type Planned } from './insert-planned.ts';
import { RefusedError } from './refused-error.ts';
import type { Submission } from './submission.ts';

/** What becomes of a submission before anything is written: known, refused, or to be inserted. */
type Plan = Accepted | RefusedError | Planned;

const nameOf = ({ external }: Submission): string => JSON.stringify([external.tenant, external.source, external.externalId]);

const namesOf = (submissions: readonly Submission[]): readonly string[] => [...new Set(submissions.map(nameOf))].sort();

function sameOrRefuse(known: StoredArticle, submission: Submission): Accepted | RefusedError {
  if (known.inputSha256 === submission.sha256) return { article: known, isNew: false };
  return new RefusedError(
    'revision_conflict',
    `revision ${known.key.revision} of this article was received with other content; send the next revision number, or none`,
  );
}

/** Ours: it stands in addresses, and says nothing of the publisher's. */
function createArticleId(): string {
  return `art_${randomBytes(12).toString('hex')}`;
}

function toNewArticle(submission: Submission, articleId: string, revision: number): NewArticle {
  const { article, external, input, sha256, traceId = startSpan().traceId } = submission;
  const key: ArticleKey = { tenant: external.tenant, articleId, revision };
  return { key, article, input, inputSha256: sha256, traceId };
}

function planNext(submission: Submission, latest: StoredArticle | undefined): Plan {
  const revision = submission.article.revision ?? (latest?.key.revision ?? 0) + 1;
  if (revision > MAX_REVISION) {
    return new RefusedError('revision_limit', 'this article has the last revision there can be; send it under another id');
  }
  const next = toNewArticle(submission, latest?.key.articleId ?? createArticleId(), revision);
  return latest ? { next, latest } : { next };
}

async function plan(session: SqlSession, submission: Submission, latest: StoredArticle | undefined): Promise<Plan> {
  const { revision } = submission.article;
  if (latest && revision === undefined && latest.inputSha256 === submission.sha256) return { article: latest, isNew: false };
  if (latest && revision !== undefined) {
    const known = await readArticle(session, { ...latest.key, revision });
    if (known) return sameOrRefuse(known, submission);
  }
  return planNext(submission, latest);
}

/** Submissions of different articles. */
async function acceptWave(session: SqlSession, submissions: readonly Submission[], now: Date) {
  const latest = await readLatestOfAll(
    session,
    submissions.map(({ external }) => external),
  );
  const plans: Plan[] = [];
  for (const [index, submission] of submissions.entries()) plans.push(await plan(session, submission, latest[index]));
  const accepted = await insertPlanned(
    session,
    plans.flatMap((one) => ('next' in one ? [one] : [])),
    now,
  );
  let at = 0;
  return plans.map((one): Accepted | RefusedError => {
    if (!('next' in one)) return one;
    const taken = accepted[at++];
    if (!taken) throw new Error('an article was planned but not inserted');
    return taken;
  });
}

/** The first submission of each article, and the rest, which come after them. */
function splitWave(submissions: readonly (readonly [number, Submission])[]) {
  const names = new Set<string>();
  const wave: (readonly [number, Submission])[] = [];
  const rest: (readonly [number, Submission])[] = [];
  for (const entry of submissions) {
    const name = nameOf(entry[1]);
    (names.has(name) ? rest : wave).push(entry);
    names.add(name);
  }
  return { wave, rest };
}

/** The articles as new ones, when each stands there once and has a revision there can be; whether the store knows them is not asked. */
export function planUnknown(submissions: readonly Submission[], now: Date): Prepared | undefined {
  const names = namesOf(submissions);
  if (names.length === 0 || names.length < submissions.length) return undefined;
  const revisionOf = ({ article }: Submission) => article.revision ?? 1;
  if (submissions.some((submission) => revisionOf(submission) > MAX_REVISION)) return undefined;
  const articles = submissions.map((submission) => toNewArticle(submission, createArticleId(), revisionOf(submission)));
  return prepareArticles(names, articles, now);
}

/** What is said of articles that were inserted as new ones. */
export function toAccepted({ stored }: Prepared): readonly Accepted[] {
  return stored.map((article) => ({ article, isNew: true }));
}

/** The articles as new ones, when none of them was ever sent. */
async function acceptUnknown(
  session: SqlSession,
  submissions: readonly Submission[],
  now: Date,
): Promise<readonly Accepted[] | undefined> {
  const prepared = planUnknown(submissions, now);
  if (!prepared || !(await insertUnknown(session, prepared))) return undefined;
  return toAccepted(prepared);
}

/** What became of each submission, in their order. */
type Outcomes = readonly (Accepted | RefusedError)[];

async function acceptInWaves(session: SqlSession, submissions: readonly Submission[], now: Date): Promise<Outcomes> {
  await session.query('SELECT copydesk.lock_names($1)', [namesOf(submissions)]);
  const outcomes: (Accepted | RefusedError)[] = [];
  let waiting: readonly (readonly [number, Submission])[] = [...submissions.entries()];
  while (waiting.length > 0) {
    const { wave, rest } = splitWave(waiting);
    const accepted = await acceptWave(
      session,
      wave.map(([, submission]) => submission),
      now,
    );
    for (const [place, [index]] of wave.entries()) {
      const outcome = accepted[place];
      if (outcome) outcomes[index] = outcome;
    }
    waiting = rest;
  }
  return outcomes;
}

/**
 * Takes articles in, in the transaction of the session: each with its first event and its outbox row. One statement when all are new,
 * else a handful, however many there are. The same article again changes nothing; other content under the same source and id is the
 * next revision, which supersedes the older ones wherever they stand. A revision that comes after a newer one is kept as superseded.
 */
export async function acceptSubmissions(session: SqlSession, submissions: readonly Submission[], now: Date): Promise<Outcomes> {
  return (await acceptUnknown(session, submissions, now)) ?? acceptInWaves(session, submissions, now);
}

/** `acceptSubmissions` in a transaction of its own, which new articles do not need: theirs is the statement. */
export async function acceptAlone(pool: SqlPool, submissions: readonly Submission[], now: Date): Promise<Outcomes> {
  const accepted = await acceptUnknown(pool, submissions, now);
  return accepted ?? inTransaction(pool, (session) => acceptInWaves(session, submissions, now));
}
