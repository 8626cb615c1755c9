import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiServer } from '../../../../src/service/api/api-server.ts';
import { addDeskPage } from '../../../../src/service/api/desk/desk-page.ts';
import { PROBLEMS } from '../../../../src/service/api/problems.ts';
import { toProblemError } from '../../../../src/service/api/to-problem-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-page-'));
let server: ApiServer;
let port: number;

/** Asks for an address as it is; clients that are kind would tidy it. */
async function ask(path: string): Promise<{ readonly status: number | undefined; readonly text: string }> {
  const [response]: IncomingMessage[] = await once(request({ port, path }).end(), 'response');
  return { status: response?.statusCode, text: response ? (await response.setEncoding('utf8').toArray()).join('') : '' };
}

async function open(dist: string): Promise<ApiServer> {
  const opened: ApiServer = fastify().withTypeProvider<ZodTypeProvider>();
  opened.setErrorHandler((error, _, reply) => {
    const { code } = toProblemError(error);
    return reply.code(PROBLEMS[code].status).send(code);
  });
  addDeskPage(opened, dist);
  await opened.ready();
  return opened;
}

beforeAll(async () => {
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Desk</title>');
  writeFileSync(join(dist, 'assets', 'desk-1f2e.js'), 'export const one = 1;');
  writeFileSync(join(folder, 'secret'), 'nothing for you');
  server = await open(`${dist}/`);
  port = Number(new URL(await server.listen({ port: 0 })).port);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the page of the desk', () => {
  it('is where / leads to', async () => {
    for (const url of ['/', '/desk']) {
      const { statusCode, headers } = await server.inject(url);
      expect([statusCode, headers.location]).toEqual([302, '/desk/']);
    }
  });

  it('may run its own files and nothing else', async () => {
    const { body, headers } = await server.inject('/desk/');
    expect(body).toContain('<title>Desk</title>');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
  });

  it('has files that are kept for ever under their names', async () => {
    const { headers } = await server.inject('/desk/assets/desk-1f2e.js');
    expect(headers['content-type']).toMatch(/javascript/u);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  const ADDRESSES = [
    '/desk/none.js',
    '/desk/../secret',
    '/desk/..%2fsecret',
    '/desk/%2e%2e/secret',
    '/desk/assets/',
    '/desk/%00',
  ];

  it.each(ADDRESSES)('gives nothing else: %s', async (path) => {
    const { status, text } = await ask(path);
    expect(text).not.toContain('nothing for you');
    expect([400, 404]).toContain(status);
  });

  it('says how it is built when it is not', async () => {
    const bare = await open(join(folder, 'nothing'));
    const { statusCode, body, headers } = await bare.inject('/desk/');
    expect([statusCode, headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8']);
    expect(body).toContain('npm start');
    await bare.close();
  });
});
