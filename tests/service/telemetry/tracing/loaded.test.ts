import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { spawnCopydesk } from '../../spawn-process.ts';
import { createPlace } from '../../test-place.ts';
import { startCollector } from './start-collector.ts';

const LIST_LOADED = fileURLToPath(new URL('list-loaded.ts', import.meta.url));

/** Packages of OpenTelemetry that a desk loads which puts the examples through. */
async function listPackages(more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const place = await createPlace('embedded');
  onTestFinished(() => place.remove());
  const args = [LIST_LOADED, 'src/cli/main.ts', 'serve', '--once', '--examples'];
  const desk = spawnCopydesk('--import', args, { env: { ...place.env, ...more } });
  expect(await desk.ended, desk.output()).toBe(0);
  const lists = [...desk.output().matchAll(/^loaded: (.*)$/gmu)].map(([, list]) =>
    z.array(z.string()).parse(JSON.parse(list ?? '')),
  );
  expect(lists.length).toBeGreaterThan(0);
  return [...new Set(lists.flat().map((url) => /@opentelemetry\/([\w-]+)/u.exec(url)?.[1] ?? ''))].sort();
}

it('without an endpoint nothing of OpenTelemetry is loaded but the interface, by the package of the metrics', async () => {
  expect(await listPackages()).toEqual(['api']);
}, 200_000);

it('with one it is, and what is left at the end is sent', async () => {
  const collector = await startCollector();
  onTestFinished(collector.close);
  expect(await listPackages({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })).toContain('sdk-trace');
  const names = collector.spans().map(({ name }) => name);
  expect(names.filter((name) => name === 'article.received').length).toBeGreaterThan(2);
  expect(names.filter((name) => name === 'processing.attempt')).toHaveLength(
    names.filter((name) => name === 'article.received').length,
  );
}, 200_000);
