import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PACKAGE_PARTS } from '../packaging/package-parts.ts';
import { CLIENT_SETTING_NAMES, readConfig, SETTING_NAMES } from '../src/service/config.ts';
import { temporaryFolder } from './cli/temporary-folder.ts';
import { freePort } from './service/private-server.ts';
import { spawnCopydesk } from './service/spawn-process.ts';
import { findRedis, startRedis } from './service/start-redis.ts';
import { createPlace } from './service/test-place.ts';

const PROJECT = new URL('../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, PROJECT), 'utf8');

const serviceSchema = z.object({
  build: z.object({ context: z.string(), args: z.record(z.string(), z.string()) }).optional(),
  volumes: z.array(z.string()).optional(),
  image: z.string().optional(),
  command: z.array(z.string()).optional(),
  deploy: z.object({ replicas: z.string() }).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  healthcheck: z.object({ test: z.array(z.string()), interval: z.string(), timeout: z.string() }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
});
const compose = z
  .object({ services: z.record(z.string(), serviceSchema) })
  .parse(parse(read('docker-compose.yml'), { merge: true }));
const ours = Object.entries(compose.services).filter(([, service]) => service.build !== undefined);

/** Settings that compose says itself, and why nobody can say them from outside. */
const SAID_BY_COMPOSE: ReadonlyMap<string, string> = new Map([
  ['DATABASE_URL', 'the PostgreSQL beside it'],
  ['REDIS_URL', 'the Redis beside it'],
  ['COPYDESK_DATA', 'no process of it has a folder of its own'],
  ['COPYDESK_LOG', 'what is written into a container goes with it'],
  ['COPYDESK_METRICS_HOST', 'Prometheus stands in another container'],
  ['COPYDESK_METRICS_PORT', 'observability/prometheus.yml names it'],
  ['COPYDESK_HOST', 'nobody outside of a container reaches its 127.0.0.1'],
  ['COPYDESK_PORT', 'the port that is published names it'],
]);

/** Those that have to be set, or where the number of cores would be a bad default beside four other programs. */
const HANDED_WITH_A_VALUE: Readonly<Record<string, string>> = {
  COPYDESK_OPERATOR_KEY: `\${COPYDESK_OPERATOR_KEY:?set COPYDESK_OPERATOR_KEY}`,
  COPYDESK_CONCURRENCY: `\${COPYDESK_CONCURRENCY:-2}`,
};

/** What compose does with `${NAME:-default}` and `${NAME:?message}`. */
function substitute(value: string | number): string {
  return String(value).replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/gu, (_, name: string, fallback: string | undefined) => {
    return fallback ?? (name === 'COPYDESK_OPERATOR_KEY' ? `ck_operator_${'a'.repeat(48)}` : 'secret');
  });
}

function environmentOf(service: z.infer<typeof serviceSchema>): Record<string, string> {
  return Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, value]) => [name, substitute(value)]));
}

/** The source of a file of the package: there a container's command is run from, without a build. */
function toSource(file: string): string {
  return file.replace(/^dist\/(.*)\.js$/u, '$1.ts');
}

/** Runs the health check of a service as its container would, but for the port, which another program may hold here. */
async function isHealthy({ healthcheck }: z.infer<typeof serviceSchema>, port: string, env: Record<string, string>) {
  const [kind, program = '', ...args] = healthcheck?.test ?? [];
  expect([kind, program]).toEqual(['CMD', 'node']);
  const [script = '', ...rest] = args.map((arg) => arg.replace(':8080/', `:${port}/`));
  return (await spawnCopydesk(toSource(script), rest, { env }).ended) === 0;
}

/** A folder with a recogniser of the kind that `copydesk train entities` writes. */
function writeNames(): string {
  const about = { schema: 'copydesk.recogniser/1', kind: 'copydesk', name: 'own' };
  return temporaryFolder({ 'recogniser.json': JSON.stringify(about), 'model.json': read('models/entities.json') });
}

describe('docker-compose.yml', () => {
  it('runs an API, a relay, workers and a sender of ours', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(['api', 'deliver', 'relay', 'worker']);
  });

  it.each(ours)('gives %s settings that exist and a file that exists', (_, service) => {
    expect(readConfig(environmentOf(service)).mode).toBe('redis+postgres');
    const [program, file = ''] = service.command ?? [];
    expect(program).toBe('node');
    expect(file).toMatch(/^dist\//u);
    expect(existsSync(new URL(toSource(file), PROJECT)), file).toBe(true);
    expect(read(toSource(file)), 'as ARCHITECTURE.md says').toContain('\nenableCompileCache();\n');
    for (const name of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(name);
  });

  it.each(ours)("hands %s the publisher's own rules, recogniser and topics, or those shipped", (_, service) => {
    const own = ['COPYDESK_RULES', 'COPYDESK_ENTITIES', 'COPYDESK_TOPICS'] as const;
    for (const name of own) expect(service.environment?.[name]).toBe(`\${${name}:-}`);
    const shipped = readConfig(environmentOf(service));
    expect([shipped.rulesFolder, shipped.entitiesFolder, shipped.topicsFile]).toEqual([undefined, undefined, undefined]);
  });

  it.each(ours)('mounts the folder that DESK names into %s, to be read only, where the settings shown lie', (_, { volumes }) => {
    expect(volumes).toEqual([`\${DESK:-./rules}:/desk:ro`]);
    expect(existsSync(new URL('rules', PROJECT))).toBe(true);
    const [line = ''] = read('docker-compose.yml').match(/#.* DESK=\.\/desk .*/u) ?? [];
    const shown = line.match(/(?<= COPYDESK_\w+=)\S+/gu);
    expect(shown?.length).toBe(3);
    for (const path of shown ?? []) expect(path).toMatch(/^\/desk\//u);
  });

  it.each(ours)('hands the build of %s the version of onnxruntime-node that ONNXRUNTIME names', (_, { build }) => {
    expect(build).toEqual({ context: '.', args: { ONNXRUNTIME: `\${ONNXRUNTIME:-}` } });
    expect(read('Dockerfile')).toContain('\nARG ONNXRUNTIME=""\n');
  });

  it('runs as many workers as WORKERS says, also after a restore or an upgrade, and no page scales them by hand', () => {
    expect(compose.services.worker?.deploy).toEqual({ replicas: `\${WORKERS:-1}` });
    for (const page of ['README.md', 'docs/operators.md', 'docker-compose.yml'])
      expect(read(page)).not.toMatch(/docker compose .*--scale/u);
    expect(read('docs/operators.md')).toContain('`WORKERS`');
  });

  it('checks the health of every container', () => {
    for (const [name, { healthcheck }] of Object.entries(compose.services)) {
      expect(healthcheck?.test[0], name).toMatch(/^CMD/u);
    }
  });

  it('hands on every setting of the table but those that it must say itself, unset where the shell leaves them out', () => {
    const table = read('docs/operators.md').match(/^## Settings$.*?^## /msu)?.[0] ?? '';
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    // A name that begins with `_` is the last part of one that stands before it.
    const named = rows.flatMap((row) => [...row.matchAll(/`((?:OTEL|COPYDESK)_[A-Z_]+)`/gu)].map(([, name = '']) => name));
    const exporter = [...table.matchAll(/`(_[A-Z]+)`/gu)].map(([, end]) => `OTEL_EXPORTER_OTLP${end}`);
    expect(exporter.length).toBe(3);
    for (const name of new Set([...named, ...exporter])) {
      if (SAID_BY_COMPOSE.has(name) || CLIENT_SETTING_NAMES.includes(name)) continue;
      const handed = ours.map(([, { environment }]) => environment?.[name]).filter((value) => value !== undefined);
      expect(new Set(handed), name).toEqual(new Set([HANDED_WITH_A_VALUE[name] ?? `\${${name}:-}`]));
    }
    for (const name of SAID_BY_COMPOSE.keys()) expect(SETTING_NAMES, name).toContain(name);
  });

  it('starts with the defaults of the desk where nothing is set', () => {
    const bare = readConfig(environmentOf(compose.services.deliver ?? {}));
    const own = readConfig({});
    for (const name of ['attempts', 'starts', 'lockSeconds', 'webhookConcurrency', 'fingerprintDays', 'logFormat'] as const)
      expect(bare[name]).toBe(own[name]);
  });

  it('takes its secrets from the environment, and starts with none of them missing', () => {
    const text = read('docker-compose.yml');
    for (const name of ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'COPYDESK_OPERATOR_KEY']) {
      expect(text).toMatch(new RegExp(`^# +export .*${name}=`, 'mu'));
      expect(text).toContain(`\${${name}:?set ${name}}`);
      expect(text).not.toContain(`\${${name}:-`);
    }
    const [, key = ''] = text.match(/COPYDESK_OPERATOR_KEY=(\S+)\$\(openssl rand -hex 24\)/u) ?? [];
    expect(() => readConfig({ COPYDESK_OPERATOR_KEY: `${key}${'a'.repeat(48)}` })).not.toThrow();
  });

  it('keeps Redis and PostgreSQL on volumes, Redis with an append-only file that evicts nothing', () => {
    const { redis, postgres } = compose.services;
    expect(redis?.volumes).toEqual(['redis:/data']);
    expect(postgres?.volumes).toEqual(['postgres:/var/lib/postgresql/data']);
    expect(redis?.command?.join(' ')).toContain('redis-server --appendonly yes --maxmemory-policy noeviction');
  });

  it.each(ours)('hands %s a password of PostgreSQL whatever characters it has, and one of Redis', (_, service) => {
    const { DATABASE_URL = '', REDIS_URL = '', PGPASSWORD = '' } = environmentOf(service);
    expect(service.environment?.PGPASSWORD).toContain('POSTGRES_PASSWORD');
    expect([URL.parse(DATABASE_URL)?.password, PGPASSWORD, URL.parse(REDIS_URL)?.password]).toEqual(['', 'secret', 'secret']);
    const odd = 'a/b@c:d#e?f%g';
    vi.stubEnv('PGPASSWORD', odd);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(new pg.Client({ connectionString: DATABASE_URL }).password).toBe(odd);
  });

  it('pins images to more than a major version, and hands webhook settings to those who use them', () => {
    for (const { image } of Object.values(compose.services)) if (image !== undefined) expect(image).toMatch(/:v?\d+\.\d+/u);
    const settings = ours.map(([name, { environment }]) => [
      name,
      Object.keys(environment ?? {}).filter((key) => key.includes('WEBHOOK')),
    ]);
    expect(Object.fromEntries(settings)).toEqual({
      api: ['COPYDESK_WEBHOOK_PRIVATE'],
      deliver: ['COPYDESK_WEBHOOK_PRIVATE', 'COPYDESK_WEBHOOK_SECONDS', 'COPYDESK_WEBHOOK_CONCURRENCY'],
      relay: [],
      worker: [],
    });
  });

  it('starts a Redis that Copydesk accepts, and each of our commands runs on it and says that it is healthy', {
    timeout: 180_000,
  }, async ({ skip }) => {
    const program = findRedis();
    if (!program || !inject('servers')) return skip('no Redis and PostgreSQL on this machine');
    const redis = await startRedis(program, compose.services.redis?.command?.slice(1).map(substitute));
    const place = await createPlace('postgres', 'nothing');
    for (const [, service] of ours) {
      const settings = environmentOf(service);
      const own = { COPYDESK_RULES: fileURLToPath(new URL('rules', PROJECT)), COPYDESK_ENTITIES: writeNames() };
      const port = `${await freePort()}`;
      const here = { COPYDESK_HOST: '127.0.0.1', COPYDESK_PORT: port };
      const env = {
        ...settings,
        ...own,
        ...here,
        DATABASE_URL: place.env.DATABASE_URL ?? '',
        REDIS_URL: `redis://:secret@127.0.0.1:${new URL(redis.url).port}`,
      };
      const running = spawnCopydesk(toSource(service.command?.[1] ?? ''), [], { env });
      await expect.poll(() => running.output(), { timeout: 60_000 }).toContain('"event":"service.started"');
      expect(await isHealthy(service, port, env)).toBe(true);
      running.child.kill('SIGTERM');
      expect(await running.ended).toBe(0);
      expect(running.output()).toContain('"event":"service.stopped"');
      expect(await isHealthy(service, port, env)).toBe(false);
    }
    await redis.stop();
    await place.remove();
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  it('copies only what exists, and all that the package ships', () => {
    const copies = lines.filter((line) => line.startsWith('COPY '));
    const copied = copies.filter((line) => !line.includes('--from=')).flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) expect(existsSync(new URL(path, PROJECT)), path).toBe(true);
    for (const folder of [...PACKAGE_PARTS.sources, ...PACKAGE_PARTS.data.filter((part) => part !== 'web/dist')])
      expect(copied).toContain(folder);
    expect(copies).toContain('COPY --from=build /app/dist ./dist');
    expect(lines).toContain('RUN node packaging/build-package.ts');
  });

  it.each([
    ['', []],
    ['1.22.0', ['onnxruntime-node@1.22.0']],
  ])('adds the optional peer of version %j', (version, added) => {
    const [install = ''] = lines.filter((line) => line.includes('npm install --omit=dev'));
    // The shell's own function stands for npm and says what it was asked for, a line a call.
    const script = `npm() { echo "$@"; }\n${install.replace(/^RUN /u, '')}`;
    const calls = execFileSync('sh', ['-ec', script], { env: { ONNXRUNTIME: version }, encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(calls[0]).toBe('install --omit=dev --no-audit --no-fund');
    expect(calls.slice(1, -1).flatMap((call) => call.split(' ').slice(-1))).toEqual(added);
    for (const call of calls.slice(1, -1)) expect(call).toMatch(/^install --no-save --omit=dev /u);
    expect(calls.at(-1)).toBe('cache clean --force');
    expect(JSON.parse(read('package.json')).peerDependenciesMeta).toEqual({ 'onnxruntime-node': { optional: true } });
  });

  it('sets only settings that exist and starts a command that exists, not as root', () => {
    const settings = lines.filter((line) => line.startsWith('ENV ')).flatMap((line) => line.split(' ').slice(1));
    expect(() => readConfig(Object.fromEntries(settings.map((setting) => setting.split('=', 2))))).not.toThrow();
    expect(lines).toContain('CMD ["copydesk", "serve"]');
    // Nobody outside of a container reaches its 127.0.0.1.
    expect(settings).toContain('COPYDESK_HOST=0.0.0.0');
    expect(lines).toContain('USER node');
  });
});

describe('README.md', () => {
  it('shows no key in the arguments of a command', () => {
    // The key of `audit verify` is a public one.
    for (const page of ['README.md', 'docs/publishers.md', 'docs/operators.md', 'docker-compose.yml'])
      expect(read(page)).not.toMatch(/copydesk (?!audit verify).*--key[ =]/u);
  });
});

describe('docs/operators.md', () => {
  it('says every setting there is, and the README where', () => {
    for (const name of [...SETTING_NAMES, ...CLIENT_SETTING_NAMES]) expect(read('docs/operators.md')).toContain(`\`${name}\``);
    expect(read('README.md')).toMatch(/settings[^\n]*\(docs\/operators\.md\)/u);
  });
});
