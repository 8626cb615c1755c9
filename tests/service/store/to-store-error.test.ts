import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/service/config/config-error.ts';
import { toStoreError } from '../../../src/service/store/to-store-error.ts';

const fault = (message: string, more: object) => Object.assign(new Error(message), more);

describe('toStoreError', () => {
  it.each([
    ['a server that refuses', fault('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' })],
    ['a socket that is not there', fault('connect ENOENT', { code: 'ENOENT', syscall: 'connect' })],
    ['a name that nobody knows', fault('getaddrinfo EAI_AGAIN', { code: 'EAI_AGAIN' })],
    ['a wrong password', fault('password authentication failed', { code: '28P01' })],
    ['a server that shuts down', fault('terminating connection', { code: '57P01' })],
    ['a connection that was cut', new Error('Connection terminated unexpectedly')],
    ['a client without connection', new Error('Client has encountered a connection error and is not queryable')],
  ])('names DATABASE_URL for %s', (_, error) => {
    expect(toStoreError(error)).toBeInstanceOf(ConfigError);
    expect(String(toStoreError(error))).toContain('DATABASE_URL: the server cannot be used');
  });

  it.each([
    ['a reader that went away', fault('write EPIPE', { code: 'EPIPE', syscall: 'write' })],
    ['a full disk', fault('no space left', { code: 'ENOSPC', syscall: 'write' })],
    ['a statement that is wrong', fault('syntax error', { code: '42601' })],
    ['anything else', new Error('something')],
  ])('leaves %s what it is', (_, error) => {
    expect(toStoreError(error)).toBe(error);
  });
});
