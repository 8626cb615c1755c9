import { describe, expect, it } from 'vitest';
import { CLIENT_SETTING_NAMES, ConfigError, readConfig, SETTING_NAMES } from '../../src/service/config.ts';

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
    [{ COPYDESK_CONCURENCY: '2' }, /COPYDESK_CONCURENCY: there is no such setting; known are .*COPYDESK_CONCURRENCY/u],
    [{ COPYDESK_CONCURRENCY: '0' }, /COPYDESK_CONCURRENCY/u],
    [{ COPYDESK_CONCURRENCY: 'many' }, /COPYDESK_CONCURRENCY/u],
    [{ COPYDESK_LOG_LEVEL: 'loud' }, /COPYDESK_LOG_LEVEL/u],
    [{ DATABASE_URL: 'mysql://db' }, /DATABASE_URL: must begin with postgres:/u],
    [{ REDIS_URL: 'cache:6379' }, /REDIS_URL/u],
    [{ REDIS_URL: 'redis://cache' }, /REDIS_URL needs DATABASE_URL/u],
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

  it('ignores variables that are not ours', () => {
    expect(readConfig({ PATH: '/bin', NODE_ENV: 'test' }).mode).toBe('embedded');
    expect(SETTING_NAMES).toContain('COPYDESK_DATA');
  });
});
