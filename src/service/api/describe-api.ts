import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { ENGINE_VERSION } from '../../moderation/model/engine.ts';
import { SESSION_COOKIE } from '../people/cookie-options.ts';
import type { ApiServer } from './api-server.ts';
import { describeRoute } from './describe-route.ts';
import { API_DESCRIPTION } from './document/api-description.ts';
import { tidyDocument } from './document/tidy-document.ts';
import { apiRegistry } from './shapes/api-registry.ts';

/** The page runs its own files and nothing else; its drawing puts styles on elements, which needs no permission. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TAGS = [
  { name: 'articles', description: 'Submit articles, and read what became of them.' },
  { name: 'deliveries', description: 'Decisions as they are told to the publisher, by webhook or fetched from here.' },
  { name: 'desk', description: 'What people do with articles that wait for them; the page under /desk/ uses nothing else.' },
  { name: 'keys', description: 'API keys.' },
  { name: 'tenants', description: 'Webhook and limits of a tenant; operators make tenants.' },
  { name: 'service', description: 'Whether the desk is up.' },
];

/** Makes the OpenAPI document of the routes that are added after it, `GET /openapi.json`, and its page at `/docs`. */
export async function describeApi(server: ApiServer): Promise<void> {
  const addComponents = createJsonSchemaTransformObject({ schemaRegistry: apiRegistry });
  const toSchema = createJsonSchemaTransform({ schemaRegistry: apiRegistry });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Copydesk',
        version: ENGINE_VERSION,
        description: API_DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: TAGS,
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', bearerFormat: 'ck_<id>_<secret>' },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: SESSION_COOKIE,
            description: 'A person of the desk. Behind https its name begins with `__Host-`.',
          },
        },
      },
    },
    transform: ({ schema, route, ...rest }) => {
      const { access = 'operator', problems = [], isSubmission = false, answerType = 'application/json' } = route.config ?? {};
      return toSchema({
        ...rest,
        route,
        schema: schema && describeRoute(schema, { access, problems, isSubmission, answerType, hasBody: route.method !== 'GET' }),
      });
    },
    transformObject: (document) => tidyDocument(addComponents(document)),
  });
  server.get('/openapi.json', { config: { access: 'public', isQuiet: true }, schema: { hide: true } }, () => server.swagger());
  await server.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: PAGE_POLICY,
    transformStaticCSP: () => PAGE_POLICY,
    uiConfig: { layout: 'BaseLayout', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null },
    theme: { title: 'Copydesk API' },
  });
}
