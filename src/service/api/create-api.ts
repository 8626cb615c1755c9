import type { ApiContext } from './api-context.ts';
import type { ApiServer } from './api-server.ts';
import { createServer } from './create-server.ts';
import { describeApi } from './describe-api.ts';
import { addDeskAuditRoutes } from './desk/audit-routes.ts';
import { addDeskOidcRoutes } from './desk/oidc-routes.ts';
import { addDeskPeopleRoutes } from './desk/people-routes.ts';
import { addDeskSettingsRoutes } from './desk/settings-routes.ts';
import { addDeskViewRoutes } from './desk/view-routes.ts';
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
  addDeskAuditRoutes(server, context);
  addDeskOidcRoutes(server, context);
  addDeskPeopleRoutes(server, context);
  addDeskSettingsRoutes(server, context);
  addDeskViewRoutes(server, context);
  addReadyRoute(server, context);
  addHealthRoute(server);
  await server.ready();
  return server;
}
