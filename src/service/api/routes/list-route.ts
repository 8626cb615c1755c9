import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { listArticles } from '../list/list-articles.ts';
import { readViewer } from '../read-viewer.ts';
import { articleListShape, listQueryShape } from '../shapes/list-shape.ts';

/** `GET /v1/articles`. */
export function addListRoute(server: ApiServer, { pool, log }: ApiContext): void {
  server.get(
    '/v1/articles',
    {
      config: { access: 'read', problems: ['bad_cursor'] },
      schema: {
        operationId: 'listArticles',
        tags: ['articles'],
        summary: 'List and search articles, newest first',
        querystring: listQueryShape,
        response: { 200: articleListShape },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return listArticles({ pool, log }, caller.tenant, request.query, await readViewer(pool, caller));
    },
  );
}
