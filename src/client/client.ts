import { CopydeskError } from './copydesk-error.ts';
import { type Call, type ClientOptions, createCall } from './create-call.ts';
import type {
  Article,
  ArticleRow,
  ArticleState,
  Finished,
  ListedDelivery,
  ModeratedArticle,
  Operations,
  Problem,
  Submitted,
} from './operations.ts';

export { CopydeskError, type ErrorCode } from './copydesk-error.ts';
export type { ClientOptions } from './create-call.ts';
export type * from './operations.ts';
export {
  type ReceivedWebhook,
  verifyWebhook,
  WebhookError,
  type WebhookMessage,
  type WebhookRules,
} from './verify-webhook.ts';

export interface SubmitOptions {
  /** Names this request: repeated with the same key and content it has one effect and one answer. A random one when absent. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ArticleOptions {
  readonly revision?: number;
  readonly signal?: AbortSignal;
}

/** A desk, as its publishers see it. Every method throws `CopydeskError`. */
export interface CopydeskClient {
  /** Hands an article in. With `waitSeconds` (at most 30) the answer has the result, when that comes in time. */
  readonly submit: (
    article: Article,
    options?: SubmitOptions & { readonly waitSeconds?: number },
  ) => Promise<Submitted | Finished>;
  /** Hands in up to 100 articles; each has its own answer, in their order. */
  readonly submitBatch: (articles: readonly Article[], options?: SubmitOptions) => Promise<readonly (Submitted | Problem)[]>;
  /** State, result and history of an article, of its newest revision unless another is named. */
  readonly get: (id: string, options?: ArticleOptions) => Promise<ArticleState>;
  /** All articles that fit, newest first, fetched page by page as they are read. */
  readonly list: (query?: Operations['listArticles']['query']) => AsyncGenerator<ArticleRow, void, undefined>;
  /** Moderates at once and stores nothing. */
  readonly check: (article: Article, options?: { readonly signal?: AbortSignal }) => Promise<ModeratedArticle>;
  /** Has an article moderated anew, with the rules of now. */
  readonly replay: (id: string, options?: ArticleOptions) => Promise<Submitted>;
  /** Takes the content of an article out for good, of every revision unless one is named; its history stays. */
  readonly purge: (id: string, options?: ArticleOptions) => Promise<Operations['purgeArticle']['answer']>;
  /**
   * Decisions in the order they were made, from behind `after` to the last one there is now. Keep the `place` of the last one that was dealt
   * with, and begin there the next time: nothing is passed over.
   */
  readonly deliveries: (query?: Operations['listDeliveries']['query']) => AsyncGenerator<ListedDelivery, void, undefined>;
  /** Any operation of the API by its name. */
  readonly call: Call;
}

type SubmitAnswer = Operations['submitArticles']['answer'];

function unexpected(): CopydeskError {
  return new CopydeskError('unexpected_answer', 'the answer is not what was asked for');
}

function pickOne(answer: SubmitAnswer): Submitted | Finished {
  if ('articles' in answer) throw unexpected();
  return answer;
}

function pickMany(answer: SubmitAnswer, count: number): readonly (Submitted | Problem)[] {
  if (!('articles' in answer) || answer.articles.length !== count) throw unexpected();
  return answer.articles;
}

function toParts({ idempotencyKey = crypto.randomUUID(), signal }: SubmitOptions) {
  return { headers: { 'idempotency-key': idempotencyKey }, signal };
}

async function* listAll(call: Call, query: Operations['listArticles']['query']): AsyncGenerator<ArticleRow, void, undefined> {
  for (let cursor = query.cursor; ; ) {
    const page = await call('listArticles', { query: cursor === undefined ? query : { ...query, cursor } });
    if (!Array.isArray(page.articles)) throw unexpected();
    yield* page.articles;
    if (page.next === null) return;
    cursor = page.next;
  }
}

async function* followFeed(
  call: Call,
  query: Operations['listDeliveries']['query'],
): AsyncGenerator<ListedDelivery, void, undefined> {
  for (let { after } = query; ; ) {
    const page = await call('listDeliveries', { query: after === undefined ? query : { ...query, after } });
    if (!Array.isArray(page.deliveries)) throw unexpected();
    if (page.deliveries.length === 0) return;
    yield* page.deliveries;
    after = page.next;
  }
}

function aboutArticle(id: string, { revision, signal }: ArticleOptions) {
  return { path: { id }, query: revision === undefined ? {} : { revision }, signal };
}

/** A client of a desk. It uses nothing but `fetch` and `crypto` of the platform. */
export function createClient(options: ClientOptions): CopydeskClient {
  const call = createCall(options);
  return {
    submit: async (article, { waitSeconds, ...rest } = {}) => {
      const { headers, signal } = toParts(rest);
      const wait = waitSeconds === undefined ? {} : { prefer: `wait=${waitSeconds}` };
      return pickOne(await call('submitArticles', { body: article, headers: { ...headers, ...wait }, signal }));
    },
    submitBatch: async (articles, rest = {}) =>
      pickMany(await call('submitArticles', { body: { articles }, ...toParts(rest) }), articles.length),
    get: (id, asked = {}) => call('getArticle', aboutArticle(id, asked)),
    list: (query = {}) => listAll(call, query),
    check: (article, { signal } = {}) => call('checkArticle', { body: article, signal }),
    replay: (id, asked = {}) => call('replayArticle', aboutArticle(id, asked)),
    purge: (id, asked = {}) => call('purgeArticle', aboutArticle(id, asked)),
    deliveries: (query = {}) => followFeed(call, query),
    call,
  };
}
