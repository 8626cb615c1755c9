import { changeDeskSettings, readDeskSettings } from '../../people/desk-settings.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { deskSettingsChangeShape, deskSettingsShape } from './shapes/desk-settings-shape.ts';

const TAGS = ['desk'];

/** `/v1/desk/settings`. */
export function addDeskSettingsRoutes(server: ApiServer, { pool, forgetTenant }: ApiContext): void {
  const read = {
    ...{ operationId: 'getDeskSettings', tags: TAGS, summary: 'Read how the tenant works its desk' },
    response: { 200: deskSettingsShape },
  };
  server.get('/v1/desk/settings', { config: { access: 'desk:lead' }, schema: read }, async (request) => {
    const settings = await readDeskSettings(pool, callerOf(request).tenant);
    if (!settings) throw new ProblemError('unknown_tenant');
    return settings;
  });
  const change = {
    ...{ operationId: 'changeDeskSettings', tags: TAGS, summary: 'Change how the tenant works its desk' },
    ...{ body: deskSettingsChangeShape, response: { 200: deskSettingsShape } },
  };
  server.put('/v1/desk/settings', { config: { access: 'desk:admin' }, schema: change }, async (request) => {
    const { tenant } = callerOf(request);
    const settings = await changeDeskSettings(pool, tenant, request.body, personOf(request).id, new Date());
    forgetTenant(tenant);
    if (!settings) throw new ProblemError('unknown_tenant');
    return settings;
  });
}
