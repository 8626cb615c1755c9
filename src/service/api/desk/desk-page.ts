import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { ApiServer } from '../api-server.ts';

/** Built by Vite from `web/`; not committed. */
const DIST = fileURLToPath(new URL('../../../../web/dist/', import.meta.url));

/** The page runs its own files, asks its own server, and puts no text into the document as markup. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const MISSING = `The page of the review desk is not built.
Run "npm start", which builds it, or "npm run page", and then start Copydesk again.
The API works all the same: see /docs.
`;

const PUBLIC = { config: { access: 'public', isQuiet: true }, schema: { hide: true } } as const;

/** Names of built files hold a hash of what is in them, so they never change. */
const HASHED = /[/\\]assets[/\\]/u;

function addMissing(server: ApiServer): void {
  server.get('/desk/*', PUBLIC, (_, reply) => reply.code(503).type('text/plain; charset=utf-8').send(MISSING));
}

function addFiles(server: ApiServer, root: string): void {
  server.register((files, _, done) => {
    files.addHook('onSend', (__, reply, ___, next) => {
      reply.header('content-security-policy', POLICY);
      next();
    });
    files.register(fastifyStatic, {
      ...{ root, prefix: '/desk/', cacheControl: false, decorateReply: false },
      setHeaders: (reply, path) => {
        reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    done();
  });
}

/** The page under `/desk/`, to which `/` leads. `dist` is the folder of the built page, in which it is looked for once. */
export function addDeskPage(server: ApiServer, dist = DIST): void {
  for (const from of ['/', '/desk']) server.get(from, PUBLIC, (_, reply) => reply.redirect('/desk/', 302));
  if (existsSync(join(dist, 'index.html'))) addFiles(server, dist);
  else addMissing(server);
}
