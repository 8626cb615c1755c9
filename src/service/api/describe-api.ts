import swagger from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { ENGINE_VERSION } from '../../moderation/model/engine.ts';
import type { ApiServer } from './request-types.ts';
import { apiRegistry } from './shapes/api-registry.ts';

/** Makes the OpenAPI document of the routes that are added after it, and `GET /openapi.json`. */
export async function describeApi(server: ApiServer): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Copydesk', version: ENGINE_VERSION, description: 'The copy desk for machine-fed publishing.' },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', bearerFormat: 'ck_<id>_<secret>' } } },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: apiRegistry }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry: apiRegistry }),
  });
  server.get('/openapi.json', { config: { access: 'public', isQuiet: true }, schema: { hide: true } }, () => server.swagger());
}
