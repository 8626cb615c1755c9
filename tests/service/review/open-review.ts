import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { ModeratedArticle } from '../../../src/moderation/model/moderated-article.ts';
import type { Mode } from '../../../src/service/config.ts';
import { claimDeliveries } from '../../../src/service/delivery/claim-deliveries.ts';
import { readBodies } from '../../../src/service/delivery/read-bodies.ts';
import { processArticle } from '../../../src/service/processing/process-article.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import { decideArticle } from '../../../src/service/review/decide-article.ts';
import type { Person } from '../../../src/service/review/person.ts';
import { readStandingResult } from '../../../src/service/review/read-standing-result.ts';
import { type ReviewCode, ReviewError } from '../../../src/service/review/review-error.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import type { ReviewDecision } from '../../../src/service/store/review-event.ts';
import { addHookedTenant } from '../add-hooked-tenant.ts';
import { openDrafting, type TestDrafting } from '../amendments/open-drafting.ts';
import { endHold } from '../end-hold.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { readEvents } from '../store/read-events.ts';

const SHOWN =
  'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';
/** What is hidden from readers always asks for a person. */
export const HIDDEN = 'The pilots also asked for a second light on the northern pier.';
export const FLAGGED = `<article><h1>Pilots of Merrow meet the council</h1><p>${SHOWN}</p><p style="display:none">${HIDDEN}</p><p>The pilots of
  the eastern channel left at four.</p></article>`;
export const CLEAN = `<article><h1>Pilots of Merrow meet the council</h1><p>${SHOWN}</p></article>`;
export const RESTORE = { kind: 'restore', start: FLAGGED.indexOf(HIDDEN), end: FLAGGED.indexOf(HIDDEN) + HIDDEN.length } as const;

export const ANN: Person = { id: 'per_ann', tenant: null, role: 'moderator' };
export const BEN: Person = { id: 'per_ben', tenant: null, role: 'moderator' };
export const LEAD: Person = { id: 'per_lead', tenant: null, role: 'lead' };
export const OWNER: Person = { id: 'key:owner', tenant: 'hooked', role: 'publisher' };

const SHARES = { hooked: { free: 1000, inFlight: 0, isBehind: false } };

/** Whoever is told of a decision: its type and what stands in its body. */
export interface Told {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly result: ModeratedArticle | null };
  /** SHA-256 of the bytes of the result. */
  readonly sha256: string;
}

/** A store with what people do to it; the tenant `hooked` has a webhook. */
export interface TestReview extends TestStore, Pick<TestDrafting, 'drafting'> {
  readonly submit: (text: string, tenant?: string) => Promise<ArticleKey>;
  /** As a worker does. */
  readonly process: (key: ArticleKey) => Promise<void>;
  readonly standing: (key: ArticleKey) => Promise<string>;
  readonly decide: (person: Person, key: ArticleKey, decision: ReviewDecision) => Promise<void>;
  readonly endHold: (key: ArticleKey) => Promise<void>;
  /** What is due for the webhook, as it would be sent now. */
  readonly send: () => Promise<ReadonlyMap<string, readonly Told[]>>;
  readonly bodiesOf: (key: ArticleKey) => Promise<readonly Told[]>;
  readonly namesOf: (key: ArticleKey) => Promise<readonly string[]>;
}

function toTold(body: string): Told {
  const told = JSON.parse(body) as Omit<Told, 'sha256'>;
  const at = body.indexOf(',"result":') + ',"result":'.length;
  return { ...told, sha256: createHash('sha256').update(body.slice(at, -2)).digest('hex') };
}

export async function openReview(mode: Mode): Promise<TestReview> {
  const test = await openTestStore(mode);
  const { pool } = test;
  const { drafting, processing, close } = await openDrafting(test);
  await addHookedTenant(pool);
  let count = 0;

  async function standing(key: ArticleKey): Promise<string> {
    const found = await readStandingResult(pool, key);
    expect(found).toBeDefined();
    return found?.sha256 ?? '';
  }

  return {
    ...test,
    drafting,
    submit: async (text, tenant = 'hooked') => {
      const { article } = await test.accept({ id: `reviewed ${count++}`, format: 'html', text }, tenant);
      await processArticle(processing, { key: article.key, traceId: '' }, 'm-0');
      return article.key;
    },
    process: (key) => processArticle(processing, { key, traceId: '' }, 'm-1'),
    standing,
    decide: async (person, key, decision) => {
      const { state } = await claimArticle(test, person, key);
      const reason = decision === 'rejected' ? 'spam' : null;
      await decideArticle(test, person, key, { fence: state.fence, decision, reason, result: await standing(key) });
    },
    endHold: ({ articleId }) => endHold(pool, articleId),
    send: async () => {
      const limits = { limit: 1000, limitBehind: 1000, shares: SHARES, leaseSeconds: 10 };
      const sent = new Map<string, readonly Told[]>();
      for (const { article, body } of await claimDeliveries(pool, limits)) {
        const { articleId } = article.key;
        sent.set(articleId, [...(sent.get(articleId) ?? []), toTold(body ?? '')]);
      }
      return sent;
    },
    bodiesOf: async ({ articleId }) => {
      const { rows } = await pool.query<{ id: string }>('SELECT id FROM copydesk.deliveries WHERE article_id = $1 ORDER BY seq', [
        articleId,
      ]);
      const ids = rows.map(({ id }) => id);
      const bodies = await readBodies(pool, ids);
      return ids.map((id) => toTold(bodies.get(id) ?? ''));
    },
    namesOf: async (key) => (await readEvents(pool, key)).map(({ name }) => name),
    close: async () => {
      await close();
      await test.close();
    },
  };
}

export async function expectRefused(act: Promise<unknown>, code: ReviewCode): Promise<void> {
  const error = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error, `${error}`).toBeInstanceOf(ReviewError);
  expect(error instanceof ReviewError && error.code).toBe(code);
}
