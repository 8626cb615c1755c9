import { LOG_EVENTS } from '../schema/log-events.ts';

/** Events that end an attempt. */
const ENDS = new Set(['article.cleaned', 'processing.failed', 'processing.abandoned']);
/** What an event is about, by its name. */
export const EVENT_KINDS = new Map(
  Object.entries(LOG_EVENTS).map(([event, { shape }]) => [
    event,
    {
      isArticle: 'article_id' in shape,
      isRecorded: 'number' in shape,
      isStart: event === 'processing.started',
      isEnd: ENDS.has(event),
    },
  ]),
);
export type EventKind = NonNullable<ReturnType<typeof EVENT_KINDS.get>>;
