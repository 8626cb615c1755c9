import type { Json } from './json.ts';

interface Example {
  readonly body?: Json;
  /** By status. */
  readonly answers: Readonly<Record<string, Json>>;
}

const ID = 'art_5f0c1f9ab7d24e6893c1d2e4';
const TIME = '2026-03-02T08:15:00.000Z';

const SUBMITTED = {
  ...{ id: ID, revision: 1, externalId: 'harbour-0417', source: 'merrow-gazette', status: 'pending' },
  ...{ url: `/v1/articles/${ID}?revision=1`, isNew: true },
};

const ROW = {
  ...{ id: ID, revision: 1, externalId: 'harbour-0417', source: 'merrow-gazette', title: 'Ferry pilots win their vote' },
  ...{ format: 'text', characters: 2310, status: 'accepted', score: 96.5, run: 1 },
  ...{ receivedAt: TIME, changedAt: '2026-03-02T08:15:01.250Z', url: `/v1/articles/${ID}?revision=1` },
};

const OK = { status: 'ok' };

const KEY = {
  ...{ id: '9c41d07be2aa', tenant: 'default', name: 'gazette importer', scopes: ['submit', 'read'] },
  ...{ createdAt: TIME, expiresAt: null, revokedAt: null },
};

const SECRET = `ck_9c41d07be2aa_${'0123456789abcdef'.repeat(4)}`;

const TENANT = {
  ...{ id: 'default', createdAt: TIME, ratePerSecond: null, burst: null, weight: 1, retentionDays: 90 },
  ...{ sharesFingerprints: false, webhookUrl: 'https://gazette.example/hooks/copydesk', webhookSecrets: 1 },
};

/** Of requests and answers, by the operation's id. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  submitArticles: {
    body: {
      ...{ id: 'harbour-0417', source: 'merrow-gazette', title: 'Ferry pilots win their vote', format: 'text' },
      text: 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted.',
    },
    answers: { 202: SUBMITTED, 200: { ...SUBMITTED, status: 'accepted', isNew: false } },
  },
  listArticles: { answers: { 200: { articles: [ROW], next: null } } },
  createKey: { body: { name: 'gazette importer', scopes: ['submit', 'read'] }, answers: { 201: { ...KEY, key: SECRET } } },
  listKeys: { answers: { 200: { keys: [KEY], next: null } } },
  revokeKey: { answers: { 200: { ...KEY, revokedAt: TIME } } },
  rotateKey: {
    answers: { 201: { ...KEY, key: SECRET, replaces: '1f00aa34c9d2', oldExpiresAt: '2026-03-02T09:15:00.000Z' } },
  },
  getTenant: { answers: { 200: TENANT } },
  changeTenant: { body: { webhookUrl: TENANT.webhookUrl, retentionDays: 90 }, answers: { 200: TENANT } },
  createTenant: {
    body: { id: 'merrow-gazette' },
    answers: { 201: { ...TENANT, id: 'merrow-gazette', webhookUrl: null, webhookSecrets: 0, retentionDays: null } },
  },
  getHealth: { answers: { 200: { status: 'ok' } } },
  getReadiness: {
    answers: {
      200: { status: 'ok', checks: { store: OK, worker: OK, relay: OK, deliver: OK } },
      503: {
        status: 'fail',
        checks: { store: OK, worker: { status: 'fail', detail: 'no worker has been seen for 95 s' }, relay: OK, deliver: OK },
      },
    },
  },
};
