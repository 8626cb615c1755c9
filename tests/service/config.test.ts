import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/service/config/config-error.ts';
import { CLIENT_SETTING_NAMES, readConfig, SETTING_NAMES } from '../../src/service/config.ts';

const OIDC = {
  COPYDESK_PUBLIC_URL: 'https://desk.example/',
  COPYDESK_OIDC_ISSUER: 'https://id.example/realm',
  COPYDESK_OIDC_CLIENT_ID: 'desk',
};

const TRACED = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' };

describe('readConfig', () => {
  it.each([
    [{}, 'embedded'],
    [{ DATABASE_URL: 'postgres://u:p@db/copydesk' }, 'postgres'],
    [{ DATABASE_URL: 'postgresql://db/copydesk', REDIS_URL: 'redis://cache:6379' }, 'redis+postgres'],
    [{ DATABASE_URL: '', REDIS_URL: '' }, 'embedded'],
  ])('reads the mode from %o', (env, mode) => {
    expect(readConfig(env).mode).toBe(mode);
  });

  it.each([
    [
      { COPYDESK_CONCURENCY: '2' },
      /^COPYDESK_CONCURENCY: there is no such setting; did you mean COPYDESK_CONCURRENCY\? \(.*--help/u,
    ],
    [{ COPYDESK_COLOUR: 'red' }, /^COPYDESK_COLOUR: there is no such setting \(copydesk serve --help names all\)$/u],
    [{ COPYDESK_CONCURRENCY: '0' }, /^COPYDESK_CONCURRENCY: must be a whole number from 1 to 256$/u],
    [{ COPYDESK_CONCURRENCY: '.5' }, /^COPYDESK_CONCURRENCY: must be a whole number from 1 to 256$/u],
    [{ COPYDESK_CONCURRENCY: 'many' }, /^COPYDESK_CONCURRENCY: must be a whole number from 1 to 256$/u],
    [{ COPYDESK_METRICS_PORT: '70000' }, /^COPYDESK_METRICS_PORT: must be a whole number from 0 to 65535$/u],
    [{ COPYDESK_LOG_LEVEL: 'loud' }, /^COPYDESK_LOG_LEVEL: must be debug, info, warn, error or silent$/u],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, /^OTEL_EXPORTER_OTLP_ENDPOINT: must be an address, and must begin with http/u],
    [{ ...TRACED, OTEL_TRACES_SAMPLER: 'some' }, /^OTEL_TRACES_SAMPLER: must be always_on, .* or parentbased_traceidratio$/u],
    [{ ...TRACED, OTEL_TRACES_SAMPLER_ARG: '2' }, /^OTEL_TRACES_SAMPLER_ARG: must be a number from 0 to 1$/u],
    [{ ...TRACED, OTEL_TRACES_SAMPLER_ARG: 'half' }, /^OTEL_TRACES_SAMPLER_ARG: must be a number from 0 to 1$/u],
    [{ COPYDESK_BULLMQ_INTAKE: 'yes' }, /^COPYDESK_BULLMQ_INTAKE: must be on or off$/u],
    [{ DATABASE_URL: 'mysql://db' }, /DATABASE_URL: must begin with postgres:/u],
    [{ REDIS_URL: 'cache:6379' }, /REDIS_URL/u],
    [{ DATABASE_URL: 'db.example' }, /^DATABASE_URL: must be an address, and must begin with postgres:\/\/ or postgresql:\/\/$/u],
    [{ COPYDESK_OIDC_ISSUER: 'id.example' }, /COPYDESK_OIDC_ISSUER/u],
    [{ REDIS_URL: 'redis://cache' }, /REDIS_URL needs DATABASE_URL/u],
    [{ COPYDESK_TRUSTED_PROXIES: '10.0.0.0/8,proxy.example' }, /COPYDESK_TRUSTED_PROXIES: must be addresses/u],
    [{ COPYDESK_TRUSTED_PROXIES: '0.0.0.0/0' }, /COPYDESK_TRUSTED_PROXIES/u],
    [{ COPYDESK_PUBLIC_URL: 'desk.example' }, /COPYDESK_PUBLIC_URL/u],
    [{ COPYDESK_PUBLIC_URL: 'https://desk.example/under/it' }, /COPYDESK_PUBLIC_URL: must have no path/u],
    [{ COPYDESK_PUBLIC_URL: 'https://me:secret@desk.example' }, /COPYDESK_PUBLIC_URL: must have no user/u],
    [{ COPYDESK_OIDC_ISSUER: 'http://id.example' }, /COPYDESK_OIDC_ISSUER: must begin with https:/u],
    [{ COPYDESK_OIDC_ISSUER: 'https://id.example' }, /COPYDESK_OIDC_ISSUER needs COPYDESK_OIDC_CLIENT_ID/u],
    [
      { COPYDESK_OIDC_ISSUER: 'https://id.example', COPYDESK_OIDC_CLIENT_ID: 'desk' },
      /COPYDESK_OIDC_ISSUER needs COPYDESK_PUBLIC_URL/u,
    ],
    [{ COPYDESK_OIDC_CLIENT_SECRET: 'x' }, /COPYDESK_OIDC_CLIENT_SECRET needs COPYDESK_OIDC_ISSUER/u],
    [{ COPYDESK_OIDC_GROUP_ROLES: 'a=chief' }, /COPYDESK_OIDC_GROUP_ROLES: must read GROUP=ROLE/u],
    [{ COPYDESK_OIDC_GROUP_ROLES: 'a=lead,a=admin' }, /COPYDESK_OIDC_GROUP_ROLES/u],
    [
      { ...OIDC, COPYDESK_OIDC_CLIENT_SECRET: 'x', COPYDESK_OIDC_CLIENT_SECRET_FILE: 'y' },
      /either COPYDESK_OIDC_CLIENT_SECRET or/u,
    ],
  ])('refuses %o by name', (env, message) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(message);
  });

  it('passes over what belongs to copydesk submit in the same shell', () => {
    const env = Object.fromEntries(CLIENT_SETTING_NAMES.map((name) => [name, 'x']));
    expect(Object.keys(env)).toEqual(['COPYDESK_URL', 'COPYDESK_KEY', 'COPYDESK_TENANT']);
    expect(readConfig(env)).toEqual(readConfig({}));
    expect(SETTING_NAMES).not.toContain('COPYDESK_URL');
  });

  it('names every bad setting at once and repeats no value, which may be a secret', () => {
    const env = { DATABASE_URL: 'mysql://user:hunter2@db', COPYDESK_ATTEMPTS: '-1' };
    const error = (() => {
      try {
        readConfig(env);
        return '';
      } catch (caught) {
        return String(caught);
      }
    })();
    expect(error).toContain('DATABASE_URL');
    expect(error).toContain('COPYDESK_ATTEMPTS');
    expect(error).not.toContain('hunter2');
  });

  it('reads the folders of rules and of a recogniser, the shipped ones where none is named', () => {
    const named = readConfig({ COPYDESK_RULES: 'my-rules', COPYDESK_ENTITIES: 'my-model' });
    expect(named).toMatchObject({ rulesFolder: 'my-rules', entitiesFolder: 'my-model' });
    expect(readConfig({ COPYDESK_ENTITIES: '' }).entitiesFolder).toBeUndefined();
  });

  it('reads where people reach the desk, and where they may sign in', () => {
    expect(readConfig({})).toMatchObject({ publicUrl: undefined, trustedProxies: [], oidc: undefined });
    expect(readConfig({ COPYDESK_TRUSTED_PROXIES: ' 10.0.0.0/8, ::1 ,192.0.2.1' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
      '192.0.2.1',
    ]);
    expect(readConfig({ ...OIDC, COPYDESK_OIDC_CLIENT_SECRET: 'x' })).toMatchObject({
      publicUrl: 'https://desk.example',
      oidc: {
        issuer: 'https://id.example/realm',
        clientId: 'desk',
        clientSecret: 'x',
        label: 'Single sign-on',
        groups: undefined,
      },
    });
    const roles = 'the editors=lead, ou=news=moderator';
    const grouped = readConfig({ ...OIDC, COPYDESK_OIDC_ISSUER: 'http://[::1]:9000', COPYDESK_OIDC_GROUP_ROLES: roles });
    expect(grouped.oidc?.groups).toEqual({ claim: 'groups', roles: { 'the editors': 'lead', 'ou=news': 'moderator' } });
  });

  it('ignores variables that are not ours', () => {
    expect(readConfig({ PATH: '/bin', NODE_ENV: 'test' }).mode).toBe('embedded');
    expect(SETTING_NAMES).toContain('COPYDESK_DATA');
  });
});
