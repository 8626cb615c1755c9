import { z } from 'zod';
import { claimArticle } from '../../review/claim-article.ts';
import { decideArticle } from '../../review/decide-article.ts';
import { escalateArticle } from '../../review/escalate-article.ts';
import { noteArticle } from '../../review/note-article.ts';
import type { Person } from '../../review/person.ts';
import { releaseArticle } from '../../review/release-article.ts';
import { skipArticle } from '../../review/skip-article.ts';
import { undoDecision } from '../../review/undo-decision.ts';
import type { ArticleKey } from '../../store/article-key.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import type { ProblemCode } from '../problems.ts';
import { sendAnswer } from '../send-answer.ts';
import { articleIdShape } from '../shapes/id-shape.ts';
import { readArticleFor } from './article/read-article-for.ts';
import { actShape, claimedActShape, decisionShape, escalationShape, noteShape } from './shapes/act-shape.ts';
import { deskArticleShape } from './shapes/desk-article-shape.ts';

/** An act on an article: what it is called, what it takes, and what it does. */
interface DeskAct<Body extends z.ZodType<{ readonly revision: number }>> {
  /** The last part of its address. */
  readonly name: string;
  readonly operationId: string;
  readonly summary: string;
  readonly body: Body;
  /** Beside those of any act. */
  readonly problems: readonly ProblemCode[];
  readonly act: (context: ApiContext, person: Person, key: ArticleKey, body: z.infer<Body>) => Promise<unknown>;
}

const idParams = z.strictObject({ id: articleIdShape });
/** Problems of any act. */
const ANY_ACT = ['unknown_article', 'not_allowed', 'conflict'] as const;
/** Problems of an act under a claim. */
const UNDER_CLAIM = ['claimed', 'unclaimed', 'stale_claim'] as const;

/** `POST /v1/desk/articles/{id}/<name>`, which answers with the article after the act. */
function addAct<Body extends z.ZodType<{ readonly revision: number }>>(
  server: ApiServer,
  context: ApiContext,
  { name, operationId, summary, body, problems, act }: DeskAct<Body>,
): void {
  const schema = { operationId, tags: ['desk'], summary, params: idParams, body, response: { 200: deskArticleShape } };
  const config = { access: 'desk:moderator', problems: [...ANY_ACT, ...problems] } as const;
  server.post(`/v1/desk/articles/:id/${name}`, { config, schema }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const { id } = request.params;
    // Checked by its schema; fastify does not carry the type of a generic one.
    const given = request.body as z.infer<Body>;
    await act(context, person, { tenant, articleId: id, revision: given.revision }, given);
    const answer = await readArticleFor(context, tenant, person, { id, revision: given.revision });
    return sendAnswer(reply, { status: 200, headers: {}, body: answer });
  });
}

function addClaiming(server: ApiServer, context: ApiContext): void {
  addAct(server, context, {
    ...{ name: 'claim', operationId: 'claimArticle', summary: 'Take an article, for a minute at a time', body: actShape },
    problems: ['claimed', 'not_on_desk'],
    act: (desk, person, key) => claimArticle(desk, person, key),
  });
  addAct(server, context, {
    ...{ name: 'release', operationId: 'releaseArticle', summary: 'Give a claim back', body: claimedActShape },
    problems: UNDER_CLAIM,
    act: (desk, person, key, { fence }) => releaseArticle(desk, person, key, fence),
  });
  addAct(server, context, {
    ...{ name: 'skip', operationId: 'skipArticle', summary: 'Give a claim back, and leave the article to others for some hours' },
    ...{ body: claimedActShape, problems: UNDER_CLAIM },
    act: (desk, person, key, { fence }) => skipArticle(desk, person, key, fence),
  });
}

function addDeciding(server: ApiServer, context: ApiContext): void {
  addAct(server, context, {
    ...{ name: 'escalate', operationId: 'escalateArticle', summary: 'Hand an article to the leads', body: escalationShape },
    problems: [...UNDER_CLAIM, 'bad_reason'],
    act: (desk, person, key, { fence, reason }) => escalateArticle(desk, person, key, { fence, reason }),
  });
  addAct(server, context, {
    ...{ name: 'decide', operationId: 'decideArticle', summary: 'Decide on an article; for ten seconds nobody is told' },
    ...{ body: decisionShape, problems: [...UNDER_CLAIM, 'bad_reason', 'stale_result'] },
    act: (desk, person, key, { revision: _, ...wish }) => decideArticle(desk, person, key, wish),
  });
  addAct(server, context, {
    ...{ name: 'undo', operationId: 'undoDecision', summary: 'Take a decision back', body: actShape },
    problems: ['not_decided'],
    act: (desk, person, key) => undoDecision(desk, person, key),
  });
  addAct(server, context, {
    ...{ name: 'notes', operationId: 'noteArticle', summary: 'Write a note to an article', body: noteShape, problems: [] },
    act: (desk, person, key, { text }) => noteArticle(desk, person, key, text),
  });
}

/** What people do with an article: `POST /v1/desk/articles/{id}/…`. */
export function addDeskActRoutes(server: ApiServer, context: ApiContext): void {
  addClaiming(server, context);
  addDeciding(server, context);
}
