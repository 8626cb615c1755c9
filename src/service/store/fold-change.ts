import type { ArticleEvent } from './article-event.ts';
import type { ArticleState } from './article-state.ts';
import { articleStatus } from './article-status.ts';
import { hashEvent } from './hash-event.ts';
import { reduce } from './reduce.ts';
import type { StoredArticle } from './stored-article.ts';

/** Events to append to an article. */
export interface Change {
  readonly article: StoredArticle;
  readonly events: readonly ArticleEvent[];
}

/** An article after events were appended to it. */
export interface ChangedArticle extends StoredArticle {
  /** Its state after each of the events, in their order. */
  readonly steps: readonly ArticleState[];
}

export interface Folded {
  /** The article after the events. */
  readonly article: ChangedArticle;
  /** Rows of `copydesk.events`. */
  readonly events: readonly object[];
  /** Columns of `copydesk.articles` that the events write, with its key. */
  readonly columns: object;
  /** The article was on its way and is no more. */
  readonly isEnded: boolean;
}

function jobOf({ article, events }: Change): string | null {
  const queued = events.findLast((event) => event.name === 'article.queued');
  return queued ? queued.data.job : article.jobId;
}

function toColumns({ key, state, head, jobId }: StoredArticle, events: readonly ArticleEvent[]): object {
  const cleaned = events.findLast((event) => event.name === 'article.cleaned');
  return {
    ...state,
    tenant: key.tenant,
    article_id: key.articleId,
    revision: key.revision,
    status: articleStatus(state),
    score: cleaned?.data.score ?? null,
    head,
    job_id: jobId,
  };
}

/** What events make of an article: its state, the links of its chain, and the rows that say so. Pure. Throws `TransitionError`. */
export function foldChange(change: Change, now: Date): Folded {
  const { key } = change.article;
  let { state, head } = change.article;
  const steps: ArticleState[] = [];
  const events = change.events.map((event) => {
    state = reduce(state, event);
    steps.push(state);
    const number = state.version;
    head = hashEvent(head, key, { event, number, time: now });
    const { tenant, articleId: article_id, revision } = key;
    return { tenant, article_id, revision, number, name: event.name, time: now, data: event.data, hash: head };
  });
  const article = { ...change.article, state, head, jobId: jobOf(change), steps };
  const isEnded = articleStatus(change.article.state) === 'pending' && articleStatus(state) !== 'pending';
  return { article, events, columns: toColumns(article, change.events), isEnded };
}
