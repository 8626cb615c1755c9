import { CopydeskError } from './copydesk-error.ts';
import { type Call, type ClientOptions, createCall } from './create-call.ts';
import type {
  Article,
  ArticleRow,
  ArticleState,
  Finished,
  ModeratedArticle,
  Operations,
  Problem,
  Submitted,
} from './operations.ts';

export { CopydeskError, type ErrorCode } from './copydesk-error.ts';
export type { ClientOptions } from './create-call.ts';
export type * from './operations.ts';
export {
  type DecisionEvent,
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
  readonly get: (id: string, options?: { readonly revision?: number; readonly signal?: AbortSignal }) => Promise<ArticleState>;
  /** All articles that fit, newest first, fetched page by page as they are read. */
  readonly list: (query?: Operations['listArticles']['query']) => AsyncGenerator<ArticleRow, void, undefined>;
  /** Moderates at once and stores nothing. */
  readonly check: (article: Article, options?: { readonly signal?: AbortSignal }) => Promise<ModeratedArticle>;
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
    yield* page.articles;
    if (page.next === null) return;
    cursor = page.next;
  }
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
    get: (id, { revision, signal } = {}) =>
      call('getArticle', { path: { id }, query: revision === undefined ? {} : { revision }, signal }),
    list: (query = {}) => listAll(call, query),
    check: (article, { signal } = {}) => call('checkArticle', { body: article, signal }),
    call,
  };
}
