import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig, SETTING_NAMES } from '../src/service/config.ts';
import { spawnCopydesk } from './service/spawn-process.ts';
import { findRedis, startRedis } from './service/start-redis.ts';
import { createPlace } from './service/test-place.ts';

const PROJECT = new URL('../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, PROJECT), 'utf8');

const serviceSchema = z.object({
  build: z.string().optional(),
  image: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
});
const compose = z
  .object({ services: z.record(z.string(), serviceSchema) })
  .parse(parse(read('docker-compose.yml'), { merge: true }));
const ours = Object.entries(compose.services).filter(([, service]) => service.build !== undefined);

/** What compose does with `${NAME:-default}` and `${NAME:?message}`. */
function substitute(value: string | number): string {
  return String(value).replace(/\$\{\w+(?::-([^}]*)|:\?[^}]*)?\}/gu, (_, fallback: string | undefined) => fallback ?? 'secret');
}

function environmentOf(service: z.infer<typeof serviceSchema>): Record<string, string> {
  return Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, value]) => [name, substitute(value)]));
}

describe('docker-compose.yml', () => {
  it('runs a relay, workers and a sender of ours', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(['deliver', 'relay', 'worker']);
  });

  it.each(ours)('gives %s settings that exist and a file that exists', (_, service) => {
    expect(readConfig(environmentOf(service)).mode).toBe('redis+postgres');
    const [program, file = ''] = service.command ?? [];
    expect(program).toBe('node');
    expect(existsSync(new URL(file, PROJECT)), file).toBe(true);
    for (const name of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(name);
  });

  it.each(ours)("hands %s the publisher's own rules, recogniser and topics, or those shipped", (_, service) => {
    const own = ['COPYDESK_RULES', 'COPYDESK_ENTITIES', 'COPYDESK_TOPICS'] as const;
    for (const name of own) expect(service.environment?.[name]).toBe(`\${${name}:-}`);
    const shipped = readConfig(environmentOf(service));
    expect([shipped.rulesFolder, shipped.entitiesFolder, shipped.topicsFile]).toEqual([undefined, undefined, undefined]);
  });

  it('shows a mount of them that can only be read, and settings that lie in it', () => {
    const text = read('docker-compose.yml');
    const [, mount = 'none'] = /^ {2}# {3}- \.\/\w+:(\/\w+):ro$/mu.exec(text) ?? [];
    for (const name of ['RULES', 'ENTITIES', 'TOPICS']) expect(text).toMatch(new RegExp(`#.* COPYDESK_${name}=${mount}/`, 'u'));
    const shown = z.object({ 'x-copydesk': z.object({ volumes: z.array(z.string()) }) });
    const uncommented = text.replace('  # volumes:\n  #   - ', '  volumes:\n    - ');
    expect(shown.parse(parse(uncommented, { merge: true }))['x-copydesk'].volumes).toEqual([`./desk:${mount}:ro`]);
  });

  it('starts a Redis that Copydesk accepts, and each of our commands runs on it', { timeout: 180_000 }, async ({ skip }) => {
    const program = findRedis();
    if (!program || !inject('servers')) return skip('no Redis and PostgreSQL on this machine');
    const redis = await startRedis(program, compose.services.redis?.command?.slice(1));
    const place = await createPlace('postgres');
    for (const [, service] of ours) {
      const settings = environmentOf(service);
      const env = { ...settings, DATABASE_URL: place.env.DATABASE_URL ?? '', REDIS_URL: redis.url };
      const running = spawnCopydesk(service.command?.[1] ?? '', [], { env });
      await expect.poll(() => running.output(), { timeout: 60_000 }).toContain('"event":"service.started"');
      running.child.kill('SIGTERM');
      expect(await running.ended).toBe(0);
      expect(running.output()).toContain('"event":"service.stopped"');
    }
    await redis.stop();
    await place.remove();
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  it('copies only what exists, and all that the package ships', () => {
    const copied = lines.filter((line) => line.startsWith('COPY ')).flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) expect(existsSync(new URL(path, PROJECT)), path).toBe(true);
    const { files } = z.object({ files: z.array(z.string()) }).parse(JSON.parse(read('package.json')));
    for (const folder of files) expect(copied).toContain(folder);
  });

  it('sets only settings that exist and starts a command that exists, not as root', () => {
    const settings = lines.filter((line) => line.startsWith('ENV ')).flatMap((line) => line.split(' ').slice(1));
    expect(() => readConfig(Object.fromEntries(settings.map((setting) => setting.split('=', 2))))).not.toThrow();
    expect(lines).toContain('CMD ["node", "src/cli/main.ts", "serve"]');
    expect(lines).toContain('USER node');
  });
});

describe('README.md', () => {
  it('says every setting there is', () => {
    for (const name of SETTING_NAMES) expect(read('README.md')).toContain(`\`${name}\``);
  });
});
