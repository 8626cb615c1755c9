import { z } from 'zod';
import { replayArticle } from '../../store/replay-article.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { WITH_LIMITS } from '../describe-route.ts';
import { describeSubmitted } from '../describe-submitted.ts';
import { createIntakeGuard } from '../guard-intake.ts';
import { ProblemError } from '../problem-error.ts';
import { readRevisions } from '../read-revisions.ts';
import { articleIdShape, revisionShape } from '../shapes/id-shape.ts';
import { submittedShape } from '../shapes/submission-shape.ts';

/** `POST /v1/articles/{id}/replay`: moderate anew, with the rules and models of now. What people have touched takes a key with `admin`. */
export function addReplayRoute(server: ApiServer, context: ApiContext): void {
  const { pool, log, wake } = context;
  const guardIntake = createIntakeGuard(context);
  const schema = {
    ...{ operationId: 'replayArticle', tags: ['articles'], summary: 'Have an article moderated anew' },
    params: z.strictObject({ id: articleIdShape }),
    querystring: z.strictObject({ revision: revisionShape }),
    response: { 202: submittedShape },
  };
  const problems = [...WITH_LIMITS, 'unknown_article', 'conflict', 'under_way', 'decided', 'superseded', 'purged'] as const;
  const config = { access: 'submit', problems } as const;
  server.post('/v1/articles/:id/replay', { config, schema }, async (request, reply) => {
    const { tenant, scopes } = callerOf(request);
    const overrules = scopes.includes('admin');
    const { id: articleId } = request.params;
    await guardIntake(reply, tenant, 1);
    const revision = request.query.revision ?? (await readRevisions(pool, tenant, articleId)).at(-1);
    const replayed =
      revision === undefined ? undefined : await replayArticle(pool, log, { tenant, articleId, revision }, { overrules });
    if (!replayed) throw new ProblemError('unknown_article');
    wake();
    const answer = describeSubmitted(replayed, false);
    return reply.code(202).header('location', answer.url).header('retry-after', '1').send(answer);
  });
}
