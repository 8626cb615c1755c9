import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';
import { addAmendmentRoutes } from './amendment-routes.ts';
import { addAppealRoutes } from './appeal-routes.ts';
import { addBulkRoutes } from './bulk-routes.ts';
import { addCheckRoutes } from './check-routes.ts';

/** What changes and follows decisions: amendments, appeals, second reviews and decisions on many articles. */
export function addDeskDraftRoutes(server: ApiServer, context: ApiContext): void {
  addAmendmentRoutes(server, context);
  addAppealRoutes(server, context);
  addCheckRoutes(server, context);
  addBulkRoutes(server, context);
}
