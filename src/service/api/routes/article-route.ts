import { z } from 'zod';
import { releaseHeld } from '../../delivery/release-held.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { readArticleState } from '../read-article-state.ts';
import { readViewer } from '../read-viewer.ts';
import { sendAnswer } from '../send-answer.ts';
import { articleShape } from '../shapes/article-shape.ts';
import { articleIdShape, revisionShape } from '../shapes/id-shape.ts';
import { spliceField } from '../splice-field.ts';

const HELD =
  'What a person decides is held back for some seconds: until then keys without the scope review or admin see what stood before, and never what was taken back meanwhile.';

/** `GET /v1/articles/{id}`: state, result and history. */
export function addArticleRoute(server: ApiServer, { pool, log }: ApiContext): void {
  server.get(
    '/v1/articles/:id',
    {
      config: { access: 'read', problems: ['unknown_article'] },
      schema: {
        operationId: 'getArticle',
        tags: ['articles'],
        summary: 'Read where an article stands, its result and its history',
        description: HELD,
        params: z.strictObject({ id: articleIdShape }),
        querystring: z.strictObject({
          revision: revisionShape,
        }),
        response: { 200: articleShape },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const viewer = await readViewer(pool, caller);
      const wanted = { id: request.params.id, revision: request.query.revision };
      const read = () => readArticleState(pool, caller.tenant, wanted, viewer);
      let found = await read();
      if (found?.isOverdue && !viewer.seesHeld) {
        await releaseHeld({ pool, log }, caller.tenant);
        found = await read();
      }
      if (!found) throw new ProblemError('unknown_article');
      return sendAnswer(reply, { status: 200, headers: {}, body: spliceField(found.fields, 'result', found.result) });
    },
  );
}
