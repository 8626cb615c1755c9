import { call } from './call.ts';
import type { Amendment, DeskArticle, Person, Queue, Session } from './desk-types.ts';

/** The revision and the claim that an act is about. */
export interface Hold {
  readonly id: string;
  readonly revision: number;
  readonly fence: number;
}

/** Filters of the queue by name; empty ones do not count. */
export type Filter = Readonly<Record<string, string>>;

export interface Decision {
  readonly decision: 'accepted' | 'rejected';
  readonly reason: string | null;
  readonly result: string;
  readonly effort: { readonly keys: number; readonly seconds: number };
}

interface Presence {
  readonly version: number;
  readonly looking: readonly Person[];
}

function toQuery(filter: Filter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  const text = new URLSearchParams(set.map(([name, value]) => [name, value])).toString();
  return text === '' ? '' : `?${text}`;
}

const pathOf = (id: string) => `/articles/${encodeURIComponent(id)}`;
const act = <Body extends { readonly id: string; readonly revision: number }>(name: string, { id, ...body }: Body) =>
  call<DeskArticle>('POST', `${pathOf(id)}/${name}`, body);

/** What the page asks of the desk: people, the queue, and acts on articles. Each throws `Problem`. */
export const desk = {
  session: () => call<Session>('GET', '/session'),
  signIn: (login: string, password: string) => call<Session>('POST', '/session', { login, password }),
  signOut: () => call<void>('DELETE', '/session'),
  join: (invitation: string, password: string) => call<Session>('POST', '/join', { invitation, password }),
  signInWays: () => call<{ oidc: { label: string } | null }>('GET', '/sign-in'),
  queue: (filter: Filter, signal?: AbortSignal) => call<Queue>('GET', `/queue${toQuery(filter)}`, undefined, signal),
  next: (filter: Filter) => call<{ article: { id: string; revision: number } | null }>('GET', `/next${toQuery(filter)}`),
  article: (id: string, revision = '') => call<DeskArticle>('GET', `${pathOf(id)}${toQuery({ revision })}`),
  claim: (id: string, revision: number) => act('claim', { id, revision }),
  release: (hold: Hold) => act('release', hold),
  skip: (hold: Hold) => act('skip', hold),
  escalate: (hold: Hold, reason: string | null) => act("escalate", { ...hold, reason }),
  decide: (hold: Hold, decision: Decision) => act('decide', { ...hold, ...decision }),
  undo: (id: string, revision: number) => act('undo', { id, revision }),
  note: (id: string, revision: number, text: string) => call<DeskArticle>('POST', `${pathOf(id)}/notes`, { revision, text }),
  renew: ({ id, revision, fence }: Hold) =>
    call<Presence & { leaseSeconds: number }>('POST', `${pathOf(id)}/renew`, { revision, fence }),
  looking: (id: string, revision: number) =>
    call<Presence & { claimant: Person | null }>('POST', `${pathOf(id)}/looking`, { revision }),
  amend: ({ id, revision, fence }: Hold, amendments: readonly Amendment[]) =>
    call<DeskArticle>('POST', `${pathOf(id)}/amendments`, { revision, fence, amendments }),
  withdraw: ({ id, revision, fence }: Hold, amendment: string) =>
    call<DeskArticle>(
      'DELETE',
      `${pathOf(id)}/amendments/${encodeURIComponent(amendment)}${toQuery({ revision: `${revision}`, fence: `${fence}` })}`,
    ),
};
