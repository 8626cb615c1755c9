import { call } from './call.ts';
import type {
  Account,
  Agreement,
  Amendment,
  BulkCount,
  BulkProgress,
  DeskArticle,
  DeskSettings,
  NewRule,
  OwnAccount,
  Person,
  Proposals,
  Queue,
  Rule,
  RuleDetail,
  Session,
  View,
} from './desk-types.ts';

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
  readonly effort?: { readonly keys: number; readonly seconds: number };
}

/** A decision on all articles of the queue that fit. */
export interface BulkWish {
  readonly filter: Readonly<Record<string, string | number>>;
  readonly decision: 'accepted' | 'rejected';
  readonly reason: string | null;
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

/** A filter as a body has it: numbers are numbers there. */
export function toFields(filter: Filter): Readonly<Record<string, string | number>> {
  const numbers = ['minScore', 'maxScore', 'minAgeSeconds'];
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  return Object.fromEntries(set.map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]));
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
  /** Where the browser goes to join by an invitation and sign in at the provider. */
  joinElsewhere: (invitation: string) => call<{ url: string }>('POST', '/oidc/start', { invitation }),
  account: () => call<OwnAccount>('GET', '/account'),
  changePassword: (current: string, next: string) => call<Session>('PUT', '/account/password', { current, next }),
  endSession: (id: string) => call<void>('DELETE', `/account/sessions/${encodeURIComponent(id)}`),
  endOtherSessions: () => call<void>('DELETE', '/account/sessions'),
  signInWays: () => call<{ oidc: { label: string } | null }>('GET', '/sign-in'),
  queue: (filter: Filter, signal?: AbortSignal) => call<Queue>('GET', `/queue${toQuery(filter)}`, undefined, signal),
  next: (filter: Filter) => call<{ article: { id: string; revision: number } | null }>('GET', `/next${toQuery(filter)}`),
  article: (id: string, revision = '') => call<DeskArticle>('GET', `${pathOf(id)}${toQuery({ revision })}`),
  claim: (id: string, revision: number) => act('claim', { id, revision }),
  release: (hold: Hold) => act('release', hold),
  skip: (hold: Hold) => act('skip', hold),
  escalate: (hold: Hold, reason: string | null) => act('escalate', { ...hold, reason }),
  decide: (hold: Hold, decision: Decision) => act('decide', { ...hold, ...decision }),
  undo: (id: string, revision: number) => act('undo', { id, revision }),
  note: (id: string, revision: number, text: string) => call<DeskArticle>('POST', `${pathOf(id)}/notes`, { revision, text }),
  renew: ({ id, revision, fence }: Hold) =>
    call<Presence & { leaseSeconds: number }>('POST', `${pathOf(id)}/renew`, { revision, fence }),
  looking: (id: string, revision: number) =>
    call<Presence & { claimant: Person | null }>('POST', `${pathOf(id)}/looking`, { revision }),
  amend: ({ id, revision, fence }: Hold, amendments: readonly Amendment[]) =>
    call<DeskArticle>('POST', `${pathOf(id)}/amendments`, { revision, fence, amendments }),
  withdraw: ({ id, revision, fence }: Hold, amendments: readonly string[]) =>
    call<DeskArticle>('POST', `${pathOf(id)}/amendments/withdraw`, { revision, fence, amendments }),
  appeal: (id: string, revision: number, text: string) => call<DeskArticle>('POST', `${pathOf(id)}/appeals`, { revision, text }),
  decideAppeal: ({ id, ...hold }: Hold, decision: Decision, upheld: boolean) =>
    call<DeskArticle>('POST', `${pathOf(id)}/appeals/decide`, { ...hold, ...decision, upheld }),

  nextCheck: () => call<DeskArticle | null>('GET', '/checks/next'),
  check: (id: string, body: { readonly revision: number; readonly decision: string; readonly reason: string | null }) =>
    call<DeskArticle>('POST', `${pathOf(id)}/check`, body),
  agreement: (days: number) => call<Agreement>('GET', `/agreement?days=${days}`),

  countBulk: (wish: BulkWish) => call<BulkCount>('POST', '/bulk', { ...wish, dryRun: true }),
  /** Decides on what was counted; refused when that is not what fits now. */
  startBulk: (wish: BulkWish, token: string) =>
    call<{ id: string; total: number }>('POST', '/bulk', { ...wish, dryRun: false, token }),
  bulk: (id: string) => call<BulkProgress>('GET', `/bulk/${id}`),
  stopBulk: (id: string) => call<BulkProgress>('DELETE', `/bulk/${id}`),
  undoBulk: (id: string) => call<BulkProgress>('POST', `/bulk/${id}/undo`),

  views: () => call<{ views: readonly View[] }>('GET', '/views'),
  keepView: (name: string, filter: Filter, isShared: boolean) =>
    call<View>('POST', '/views', { name, filter: toFields(filter), isShared }),
  dropView: (id: string) => call<View>('DELETE', `/views/${id}`),

  people: (after: string) =>
    call<{ people: readonly Account[]; next: string | null }>('GET', `/people${toQuery({ after, limit: '200' })}`),
  addPerson: (body: { readonly login: string; readonly name: string; readonly role: string }) =>
    call<Account>('POST', '/people', body),
  changePerson: (id: string, change: { readonly role?: string; readonly isDisabled?: boolean }) =>
    call<Account>('PATCH', `/people/${id}`, change),
  invite: (id: string) => call<{ url: string; expiresAt: string }>('POST', `/people/${id}/invitation`),
  settings: () => call<DeskSettings>('GET', '/settings'),
  changeSettings: (change: Partial<DeskSettings>) => call<DeskSettings>('PUT', '/settings', change),

  rules: () => call<{ rules: readonly Rule[] }>('GET', '/rules'),
  rule: (id: string) => call<RuleDetail>('GET', `/rules/${encodeURIComponent(id)}`),
  propose: (span: NewRule['from']) => call<Proposals>('POST', '/rules/propose', span),
  addRule: (rule: NewRule) => call<Rule>('POST', '/rules', rule),
  proveRule: (id: string, match: readonly string[], allow: readonly string[]) =>
    call<Rule>('PUT', `/rules/${encodeURIComponent(id)}/proof`, { match, allow }),
  moveRule: (id: string, name: 'backtest' | 'shadow' | 'activate' | 'retire') =>
    call<Rule>('POST', `/rules/${encodeURIComponent(id)}/${name}`),
};
