import type { ApiContext } from './api-context.ts';
import { createServer } from './create-server.ts';
import { describeApi } from './describe-api.ts';
import type { ApiServer } from './request-types.ts';
import { addArticleRoute } from './routes/article-route.ts';
import { addHealthRoute } from './routes/health-route.ts';
import { addSubmitRoute } from './routes/submit-route.ts';

/** The whole API, ready to listen. */
export async function createApi(context: ApiContext): Promise<ApiServer> {
  const server = await createServer(context);
  await describeApi(server);
  addSubmitRoute(server, context);
  addArticleRoute(server, context);
  addHealthRoute(server);
  await server.ready();
  return server;
}
