import { z } from 'zod';
import { purgeArticle } from '../../store/purge-article.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { readRevisions } from '../read-revisions.ts';
import { articleIdShape, revisionShape } from '../shapes/id-shape.ts';

const purgedShape = z.strictObject({ id: z.string(), purged: z.array(z.int()).describe('Revisions whose content is gone.') });

/** `DELETE /v1/articles/{id}`: the content goes for good, the history stays. */
export function addPurgeRoute(server: ApiServer, { pool, log }: ApiContext): void {
  const schema = {
    ...{ operationId: 'purgeArticle', tags: ['articles'], summary: 'Take the content of an article out for good' },
    description:
      'Text, title, results and undelivered decisions go; events stay, without content. Every revision, unless one is named.',
    params: z.strictObject({ id: articleIdShape }),
    querystring: z.strictObject({ revision: revisionShape }),
    response: { 200: purgedShape },
  };
  server.delete(
    '/v1/articles/:id',
    { config: { access: 'admin', problems: ['unknown_article', 'conflict'] }, schema },
    async (request) => {
      const { tenant } = callerOf(request);
      const { id } = request.params;
      const { revision } = request.query;
      const known = await readRevisions(pool, tenant, id);
      const wanted = revision === undefined ? known : known.filter((one) => one === revision);
      if (wanted.length === 0) throw new ProblemError('unknown_article');
      for (const one of wanted) await purgeArticle(pool, log, { tenant, articleId: id, revision: one });
      return { id, purged: [...wanted] };
    },
  );
}
