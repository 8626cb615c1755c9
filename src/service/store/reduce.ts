import type { ArticleEvent, ArticleEventName } from './article-event.ts';
import type { ArticleState, ProcessingState } from './article-state.ts';

/** An event that the state does not allow: a programmer's error, or a stale writer that must not win. */
export class TransitionError extends Error {
  override readonly name = 'TransitionError';

  constructor(event: ArticleEventName, processing: ProcessingState | 'nothing') {
    super(`${event} cannot follow the state ${processing}`);
  }
}

const ALLOWED: Readonly<Record<ArticleEventName, readonly ProcessingState[]>> = {
  'article.received': [],
  'article.queued': ['received', 'retrying'],
  // `received`: the job may be taken before the relay has recorded that it was queued. `processing`: a second delivery
  // after its first taker died.
  'processing.started': ['received', 'queued', 'retrying', 'processing'],
  // `queued` and `retrying`: the attempts are used up and the worker of the last one has died.
  'processing.failed': ['queued', 'retrying', 'processing'],
  'processing.stalled': ['queued', 'processing', 'retrying'],
  'article.cleaned': ['processing'],
  'article.accepted': ['cleaned'],
  'article.flagged': ['cleaned'],
  'article.superseded': ['received', 'queued', 'processing', 'retrying', 'cleaned', 'dead'],
};

function step(event: ArticleEvent): Partial<ArticleState> {
  switch (event.name) {
    case 'article.received':
    case 'article.accepted':
    case 'article.superseded':
      return {};
    case 'article.queued':
      return { processing: 'queued' };
    case 'processing.started':
      return { processing: 'processing', attempt: event.data.attempt };
    case 'processing.failed':
      return { processing: event.data.final ? 'dead' : 'retrying' };
    case 'processing.stalled':
      return { processing: 'retrying' };
    case 'article.cleaned':
      return { processing: 'cleaned' };
    case 'article.flagged':
      return { review: 'flagged' };
    default:
      return event satisfies never;
  }
}

/** The state after an event; `undefined` is the state before the first. Pure. Throws `TransitionError`. */
export function reduce(state: ArticleState | undefined, event: ArticleEvent): ArticleState {
  if (state === undefined) {
    if (event.name !== 'article.received') throw new TransitionError(event.name, 'nothing');
    return { processing: 'received', review: 'none', delivery: 'none', attempt: 0, version: 1 };
  }
  if (!ALLOWED[event.name].includes(state.processing)) throw new TransitionError(event.name, state.processing);
  return { ...state, ...step(event), version: state.version + 1 };
}
