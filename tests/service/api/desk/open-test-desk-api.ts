import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Config, Mode } from '../../../../src/service/config.ts';
import type { Role } from '../../../../src/service/review/person.ts';
import type { TestPlace } from '../../test-place.ts';
import { type Answered, openTestApi, type Sent, type TestApi } from '../open-test-api.ts';
import { joinDesk } from './join-desk.ts';

/** What is hidden from readers always asks for a person. */
export const HIDDEN = `<article><h1>Pilots of Merrow meet the council</h1><p>The harbour council of Merrow met at noon on Monday to hear what the
  pilots of the eastern channel wanted from it.</p><p style="display:none">Buy pills at https://pills.example now and win.</p><p>The pilots of
  the eastern channel left at four.</p></article>`;

/** Somebody with a session, as a browser has it. */
export interface Visitor {
  readonly id: string;
  readonly call: (path: string, sent?: Sent) => Promise<Answered>;
  readonly headers: Readonly<Record<string, string>>;
}

/** An article as `GET /v1/desk/articles/{id}` gives it, as far as tests look. */
export interface DeskJson {
  readonly id: string;
  readonly revision: number;
  readonly fence: number;
  readonly version: number;
  readonly resultSha256: string;
  readonly [name: string]: unknown;
}

export interface TestDeskApi extends TestApi {
  /** Signs somebody new in. */
  readonly join: (role: Role, tenant?: string | null) => Promise<Visitor>;
  /** Submits an article that the machine flags. Returns its id when it is on the desk. */
  readonly flag: (more?: object, tenant?: string) => Promise<string>;
}

export async function openTestDeskApi(mode: Mode, overrides: Partial<Config> = {}, known?: TestPlace): Promise<TestDeskApi> {
  const api = await openTestApi(mode, overrides, known);
  let count = 0;

  async function join(role: Role, tenant: string | null = null): Promise<Visitor> {
    const { id, headers } = await joinDesk(api, role, tenant);
    const call = (path: string, sent: Sent = {}) =>
      api.call(path, { key: '', ...sent, headers: { ...headers, ...sent.headers } });
    return { id, call, headers };
  }

  async function flag(more: object = {}, tenant = 'default'): Promise<string> {
    const body = { id: `flagged ${count++}`, format: 'html', text: HIDDEN, ...more };
    const headers = { 'copydesk-tenant': tenant, prefer: 'wait=30' };
    const { json, text } = await api.call('/v1/articles', { body, headers });
    expect(json.status, text).toBe('flagged');
    return String(json.id);
  }

  return { ...api, join, flag };
}

/** Lines of the log of one event. */
export function readEvents({ place }: TestApi, event: string): readonly Record<string, unknown>[] {
  const lines = readFileSync(place.logFile, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line.event === event);
}
