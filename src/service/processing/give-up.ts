import type { ArticleChange } from '../store/change-article.ts';
import type { Work } from '../store/read-work.ts';
import { createDecision } from './create-decision.ts';

/** A failure without another try; the publisher hears of it. */
export function giveUp({ article, way }: Work, code: string): ArticleChange {
  const { type, ...delivery } = createDecision('article.dead', way);
  const { attempt } = article.state;
  const event = { name: 'processing.failed', data: { attempt, code, final: true, delivery } } as const;
  return { article, events: [event], decision: { ...delivery, type } };
}
