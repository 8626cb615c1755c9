import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { startReceiver } from '../service/delivery/start-receiver.ts';
import { expectLogContract } from '../service/expect-log-contract.ts';
import { freePort } from '../service/private-server.ts';
import { availableModes, createPlace } from '../service/test-place.ts';
import { type BuiltImage, runDockerfile } from './run-dockerfile.ts';

const { services } = z
  .object({
    services: z.record(
      z.string(),
      z.object({
        build: z.unknown().optional(),
        command: z.array(z.string()).optional(),
        healthcheck: z.object({ test: z.array(z.string()) }).optional(),
      }),
    ),
  })
  .parse(parse(readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8'), { merge: true }));

describe('the image', () => {
  let image: BuiltImage;
  const app = () => join(image.root, 'app');
  const begin = ([program = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): ChildProcess =>
    spawn(program, args, { cwd: app(), env: { ...image.env, ...env }, stdio: 'ignore' });
  const codeOf = async (child: ChildProcess): Promise<number> => (await once(child, 'exit'))[0];

  beforeAll(() => {
    image = runDockerfile();
  }, 400_000);

  it('has what runs and no file of its development', () => {
    const files = globSync('**', { cwd: app(), exclude: (name) => name === 'node_modules' });
    expect(files.filter((file) => /\.tsx?$/u.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
    const kept = new Set(files.map((file) => file.split('/')[0]));
    expect([...kept].sort()).toEqual(['.', 'LICENSE', 'README.md', 'dist', 'package-lock.json', 'package.json']);
  });

  it('has the commands and health checks of docker-compose.yml', () => {
    const words = Object.values(services)
      .filter(({ build }) => build !== undefined)
      .flatMap(({ command = [], healthcheck }) => [...command, ...(healthcheck?.test ?? [])]);
    const files = words.filter((word) => word.endsWith('.js'));
    expect(files).toHaveLength(7);
    for (const file of files) expect(existsSync(join(app(), file)), file).toBe(true);
  });

  it('starts a desk that is healthy by its own check, and not when it has stopped', { timeout: 120_000 }, async () => {
    const log = join(image.root, 'log.ndjson');
    const env = { COPYDESK_PORT: `${await freePort()}`, COPYDESK_HOST: '127.0.0.1', COPYDESK_LOG: log };
    expect(image.healthcheck.length).toBeGreaterThan(1);
    const desk = begin(image.command, env);
    await expect.poll(() => codeOf(begin(image.healthcheck, env)), { timeout: 90_000 }).toBe(0);
    expect(existsSync(join(image.root, 'data/pgdata'))).toBe(true);
    const gone = codeOf(desk);
    desk.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(await codeOf(begin(image.healthcheck, env))).toBe(1);
    expectLogContract(log);
    expect(await codeOf(begin(['copydesk', 'queue', 'status'], env))).toBe(0);
  });

  it.runIf(availableModes().includes('redis+postgres'))(
    'sees an article through in processes of its roles, as docker-compose.yml starts them',
    { timeout: 120_000 },
    async () => {
      const article = 'Odile Harnwick is the new chair of the harbour board of Merrow, which met on Monday.\n';
      const file = join(temporaryFolder({ 'article.txt': article }), 'article.txt');
      const place = await createPlace('redis+postgres');
      const receiver = await startReceiver();
      const port = `${await freePort()}`;
      const key = `ck_operator_${'c3'.repeat(24)}`;
      const settings = { COPYDESK_PORT: port, COPYDESK_OPERATOR_KEY: key, COPYDESK_WEBHOOK_PRIVATE: '127.0.0.1' };
      const env = { ...place.env, ...settings };
      const roles = Object.values(services).filter(({ build }) => build !== undefined);
      const running = roles.map(({ command = [] }) => begin(command, env));
      const gone = Promise.all(running.map(codeOf));
      onTestFinished(() => {
        for (const child of running) child.kill('SIGKILL');
      });
      try {
        for (const { healthcheck } of roles) {
          const check = healthcheck?.test.slice(1).map((word) => word.replace(':8080/', `:${port}/`)) ?? [];
          await expect.poll(() => codeOf(begin(check, env)), { timeout: 90_000 }).toBe(0);
        }
        const asked = { ...env, COPYDESK_URL: `http://127.0.0.1:${port}`, COPYDESK_KEY: key };
        const type = (...args: readonly string[]) => codeOf(begin(['copydesk', ...args], asked));
        expect(await type('tenants', 'set', 'default', '--webhook', receiver.url)).toBe(0);
        expect(await type('submit', '--wait', file)).toBe(0);
        await expect
          .poll(() => receiver.received.map(({ body }) => JSON.parse(body).type), { timeout: 30_000 })
          .toEqual(['article.accepted']);
      } finally {
        for (const child of running) child.kill('SIGTERM');
        expect(await gone).toEqual(roles.map(() => 0));
        await receiver.close();
      }
      await place.remove();
    },
  );
});
