import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { createServer } from './create-server.ts';
import { describeApi } from './describe-api.ts';
import { addDeskActRoutes } from './desk/act-routes.ts';
import { addDeskArticleRoutes } from './desk/article-routes.ts';
import { addDeskPage } from './desk/desk-page.ts';
import { addDeskQueueRoutes } from './desk/queue-routes.ts';
import { addDeskRenewRoute } from './desk/renew-route.ts';
import { addDeskRuleRoutes } from './desk/rule-routes.ts';
import { addDeskSessionRoutes } from './desk/session-routes.ts';
import { addArticleRoute } from './routes/article-route.ts';
import { addCheckRoute } from './routes/check-route.ts';
import { addDeliveryRoutes } from './routes/delivery-routes.ts';
import { addHealthRoute } from './routes/health-route.ts';
import { addKeyRoutes } from './routes/key-routes.ts';
import { addListRoute } from './routes/list-route.ts';
import { addPurgeRoute } from './routes/purge-route.ts';
import { addReadyRoute } from './routes/ready-route.ts';
import { addReplayRoute } from './routes/replay-route.ts';
import { addSubmitRoute } from './routes/submit-route.ts';
import { addTenantRoutes } from './routes/tenant-routes.ts';

/** The whole API, ready to listen. */
export async function createApi(context: ApiContext): Promise<ApiServer> {
  const server = await createServer(context);
  await describeApi(server);
  addSubmitRoute(server, context);
  addListRoute(server, context);
  addArticleRoute(server, context);
  addReplayRoute(server, context);
  addPurgeRoute(server, context);
  addCheckRoute(server, context);
  addDeliveryRoutes(server, context);
  addKeyRoutes(server, context);
  addTenantRoutes(server, context);
  addDeskSessionRoutes(server, context);
  addDeskQueueRoutes(server, context);
  addDeskArticleRoutes(server, context);
  addDeskActRoutes(server, context);
  addDeskRenewRoute(server, context);
  addDeskRuleRoutes(server, context);
  addDeskPage(server);
  addReadyRoute(server, context);
  addHealthRoute(server);
  await server.ready();
  return server;
}
