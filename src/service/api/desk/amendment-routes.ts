import { z } from 'zod';
import { amendArticle } from '../../amendments/amend-article.ts';
import type { Drafting } from '../../amendments/make-draft.ts';
import { withdrawAmendments } from '../../amendments/withdraw-amendments.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { FairSlots } from '../fair-slots.ts';
import { ProblemError } from '../problem-error.ts';
import { sendAnswer } from '../send-answer.ts';
import { articleIdShape } from '../shapes/id-shape.ts';
import { readArticleFor } from './article/read-article-for.ts';
import { amendmentIdShape, amendmentsShape, withdrawalQueryShape, withdrawalsShape } from './shapes/amendments-shape.ts';
import { deskArticleShape } from './shapes/desk-article-shape.ts';

/** Amended results of a tenant that wait for a thread, and for how long: whoever amends looks at it. */
const WAITING = { mostWaiting: 16, patienceMs: 10_000 };

/** What is amended is moderated anew in the threads of `POST /v1/check`. */
function openDrafting(context: ApiContext): Drafting {
  const { pool, log, settings } = context;
  const slots = new FairSlots(settings.checks, WAITING);
  return {
    ...{ pool, log, fingerprintDays: settings.fingerprintDays },
    moderate: (tenant, article, findMatches, amending) =>
      slots.run(tenant, async () => {
        const threads = context.threads();
        await threads.ready();
        return threads.moderate(article, findMatches, amending, await context.rules.readNow(tenant));
      }),
  };
}

function toDraftError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'no_thread') return new ProblemError('busy', { headers: { 'retry-after': '1' } });
  return code === 'deadline' ? new ProblemError('draft_overdue', { headers: { 'retry-after': '5' } }) : error;
}

const PROBLEMS = [
  ...(['unknown_article', 'not_allowed', 'conflict', 'claimed', 'unclaimed', 'stale_claim', 'stale_result'] as const),
  ...(['not_on_desk', 'busy', 'draft_overdue'] as const),
] as const;

function addAmend(server: ApiServer, context: ApiContext, drafting: Drafting): void {
  const schema = {
    ...{ operationId: 'amendArticle', tags: ['desk'], summary: "Change the machine's result of an article" },
    description:
      'The result is made anew with what is changed; spans index the original. A decision is about that result from then on.',
    ...{ params: z.strictObject({ id: articleIdShape }), body: amendmentsShape, response: { 200: deskArticleShape } },
  };
  const config = { access: 'desk:moderator', problems: [...PROBLEMS, 'no_effect'] } as const;
  server.post('/v1/desk/articles/:id/amendments', { config, schema }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const { id } = request.params;
    const { revision, ...wish } = request.body;
    await amendArticle(drafting, person, { tenant, articleId: id, revision }, wish).catch((error: unknown) => {
      throw toDraftError(error);
    });
    const body = await readArticleFor(context, tenant, person, { id, revision });
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

function addWithdraw(server: ApiServer, context: ApiContext, drafting: Drafting): void {
  const schema = {
    ...{ operationId: 'withdrawAmendment', tags: ['desk'], summary: 'Take a change back' },
    params: z.strictObject({ id: articleIdShape, amendment: amendmentIdShape }),
    ...{ querystring: withdrawalQueryShape, response: { 200: deskArticleShape } },
  };
  const config = { access: 'desk:moderator', problems: [...PROBLEMS, 'unknown_amendment'] } as const;
  server.delete('/v1/desk/articles/:id/amendments/:amendment', { config, schema }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const { id, amendment } = request.params;
    const { revision, fence } = request.query;
    const key = { tenant, articleId: id, revision };
    await withdrawAmendments(drafting, person, key, { fence, amendments: [amendment] }).catch((error: unknown) => {
      throw toDraftError(error);
    });
    const body = await readArticleFor(context, tenant, person, { id, revision });
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

function addWithdrawMany(server: ApiServer, context: ApiContext, drafting: Drafting): void {
  const schema = {
    ...{ operationId: 'withdrawAmendments', tags: ['desk'], summary: 'Take several changes back' },
    description: 'All or none; the result is made anew once.',
    ...{ params: z.strictObject({ id: articleIdShape }), body: withdrawalsShape, response: { 200: deskArticleShape } },
  };
  const config = { access: 'desk:moderator', problems: [...PROBLEMS, 'unknown_amendment'] } as const;
  server.post('/v1/desk/articles/:id/amendments/withdraw', { config, schema }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const { id } = request.params;
    const { revision, ...wish } = request.body;
    await withdrawAmendments(drafting, person, { tenant, articleId: id, revision }, wish).catch((error: unknown) => {
      throw toDraftError(error);
    });
    const body = await readArticleFor(context, tenant, person, { id, revision });
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

/** Changes of what the machine made of an article: `/v1/desk/articles/{id}/amendments`, one of them, and `…/withdraw` for several. */
export function addAmendmentRoutes(server: ApiServer, context: ApiContext): void {
  const drafting = openDrafting(context);
  addAmend(server, context, drafting);
  addWithdraw(server, context, drafting);
  addWithdrawMany(server, context, drafting);
}
