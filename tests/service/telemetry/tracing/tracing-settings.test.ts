import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../../src/service/config.ts';

const BASE = 'http://collector.test:4318';
const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: BASE };
const url = `${BASE}/v1/traces`;

describe('the settings of traces', () => {
  it.each<[Record<string, string>, object]>([
    [ENDPOINT, { url, ratio: 1, followsCaller: true }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: `${BASE}/` }, { url, ratio: 1, followsCaller: true }],
    [
      { ...ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${BASE}/own` },
      { url: `${BASE}/own`, ratio: 1, followsCaller: true },
    ],
    [
      { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' },
      { url, ratio: 0.25, followsCaller: false },
    ],
    [
      { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio' },
      { url, ratio: 1, followsCaller: true },
    ],
    [
      { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'always_off', OTEL_TRACES_SAMPLER_ARG: '0.25' },
      { url, ratio: 0, followsCaller: false },
    ],
    [
      { ...ENDPOINT, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' },
      { url, ratio: 1, followsCaller: true },
    ],
    [
      { ...ENDPOINT, OTEL_TRACES_SAMPLER: '', OTEL_SDK_DISABLED: 'false' },
      { url, ratio: 1, followsCaller: true },
    ],
  ])('%j', (env, expected) => {
    expect(readConfig(env).tracing).toEqual(expected);
  });

  it.each<[Record<string, string>]>([
    [{}],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
    [{ ...ENDPOINT, OTEL_SDK_DISABLED: 'TRUE' }],
    [{ ...ENDPOINT, OTEL_TRACES_EXPORTER: 'none' }],
    [{ OTEL_TRACES_SAMPLER: 'of_another_program', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }],
  ])('%j is off', (env) => {
    expect(readConfig(env).tracing).toBeUndefined();
  });

  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'grpc://collector'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'grpc'],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
    ['OTEL_TRACES_SAMPLER_ARG', '2'],
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
  ])('%s=%s stops the start with its name', (name, value) => {
    expect(() => readConfig({ ...ENDPOINT, [name]: value })).toThrow(`${name}: `);
  });
});

const read = (file: string) => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');

describe('whoever runs a desk', () => {
  it.each(read('src/service/telemetry/tracing/tracing-settings.ts').match(/^ {2}OTEL_(?!\w*PROTOCOL)\w+(?=:)/gmu) ?? [])(
    'reads of %s in the page for operators',
    (name) => expect(read('docs/operators.md')).toContain(`\`${name.trim()}\``),
  );

  it('hands the settings to every container of ours, and sends nothing without an endpoint', () => {
    const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
      readonly services: Readonly<Record<string, { readonly environment?: Readonly<Record<string, unknown>> }>>;
    };
    for (const name of ['api', 'relay', 'worker', 'deliver']) {
      const environment = services[name]?.environment ?? {};
      expect(environment.OTEL_EXPORTER_OTLP_ENDPOINT, name).toBe(`\${OTEL_EXPORTER_OTLP_ENDPOINT:-}`);
      const given = Object.entries(environment).filter(([variable]) => variable.startsWith('OTEL_'));
      const started = given.map(([variable, value]) => [variable, String(value).replace(/^\$\{\w+:-(.*)\}$/u, '$1')]);
      expect(given.length).toBeGreaterThan(5);
      expect(readConfig(Object.fromEntries(started)).tracing).toBeUndefined();
      const own = { ...Object.fromEntries(started), ...ENDPOINT };
      expect(readConfig(own).tracing).toEqual({ url, ratio: 1, followsCaller: true });
    }
  });
});
