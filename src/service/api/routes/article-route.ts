import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { readArticleState } from '../read-article-state.ts';
import { sendAnswer } from '../send-answer.ts';
import { articleShape } from '../shapes/article-shape.ts';
import { articleIdShape, revisionShape } from '../shapes/id-shape.ts';
import { spliceField } from '../splice-field.ts';

/** `GET /v1/articles/{id}`: state, result and history. */
export function addArticleRoute(server: ApiServer, { pool }: ApiContext): void {
  server.get(
    '/v1/articles/:id',
    {
      config: { access: 'read', problems: ['unknown_article'] },
      schema: {
        operationId: 'getArticle',
        tags: ['articles'],
        summary: 'Read where an article stands, its result and its history',
        params: z.strictObject({ id: articleIdShape }),
        querystring: z.strictObject({
          revision: revisionShape,
        }),
        response: { 200: articleShape },
      },
    },
    async (request, reply) => {
      const { tenant } = callerOf(request);
      const found = await readArticleState(pool, tenant, request.params.id, request.query.revision);
      if (!found) throw new ProblemError('unknown_article');
      return sendAnswer(reply, { status: 200, headers: {}, body: spliceField(found.fields, 'result', found.result) });
    },
  );
}
