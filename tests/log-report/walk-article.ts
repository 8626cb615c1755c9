import type { ArticleEvent } from '../../src/service/store/article-event.ts';
import type { ArticleState } from '../../src/service/store/article-state.ts';
import { reduce, TransitionError } from '../../src/service/store/reduce.ts';

const notice = { id: 'msg_1', way: 'webhook' } as const;
const delivery = { delivery: 'msg_1', attempt: 1 } as const;

/** Everything that may happen to an article that stands so, and much that may not. */
function listEvents({ attempt, fence, run }: ArticleState): readonly ArticleEvent[] {
  const acts = ['per_1', 'per_2'].flatMap((by) => [
    { by, fence },
    { by, fence: fence + 1 },
  ]);
  return [
    { name: 'article.queued', data: { job: 'm-1' } },
    { name: 'processing.started', data: { attempt: attempt + 1 } },
    { name: 'processing.failed', data: { attempt, code: 'deadline', final: false } },
    { name: 'processing.failed', data: { attempt, code: 'deadline', final: true, delivery: notice } },
    { name: 'processing.stalled', data: { attempt, job: 'm-1' } },
    { name: 'article.cleaned', data: { outcome: 'review', score: 60, findings: 1 } },
    { name: 'article.accepted', data: { score: 97, delivery: notice } },
    { name: 'article.flagged', data: { outcome: 'review', reasons: [], delivery: { ...notice, way: 'pull' } } },
    { name: 'article.superseded', data: { by: 2 } },
    { name: 'article.replayed', data: { run: run + 1 } },
    { name: 'article.purged', data: { reason: 'asked' } },
    { name: 'delivery.attempted', data: delivery },
    { name: 'delivery.succeeded', data: { ...delivery, status: 200 } },
    { name: 'delivery.failed', data: { ...delivery, code: 'timeout' } },
    { name: 'delivery.dead_lettered', data: { delivery: 'msg_1', attempts: 9, code: 'timeout' } },
    { name: 'delivery.replayed', data: { delivery: 'msg_1' } },
    ...acts.flatMap((act): readonly ArticleEvent[] => [
      { name: 'review.claimed', data: act },
      { name: 'review.released', data: act },
      { name: 'review.escalated', data: { ...act, reason: null } },
      { name: 'review.decided', data: { ...act, decision: 'accepted', reason: null, result: '00', delivery: notice } },
      { name: 'appeal.opened', data: { by: act.by, appeal: 'app_1' } },
    ]),
  ];
}

/** An event and the state that it led to. */
export interface Step {
  readonly name: ArticleEvent['name'];
  readonly state: ArticleState;
}

function listSteps(state: ArticleState): readonly Step[] {
  return listEvents(state).flatMap((event) => {
    try {
      return [{ name: event.name, state: reduce(state, event) }];
    } catch (error) {
      if (error instanceof TransitionError) return [];
      throw error;
    }
  });
}

/** Nothing goes on after these; chosen like the others they would end every life early. */
const isEnd = ({ state }: Step): boolean => state.superseded || state.purged;
const ENDING = 8;

/** The life of one article: at each step one of the events that the store allows is chosen. */
export function walkArticle(choices: readonly number[]): readonly Step[] {
  const first = {
    name: 'article.received',
    state: reduce(undefined, { name: 'article.received', data: { sha256: '00' } }),
  } as const;
  const steps: Step[] = [first];
  for (const choice of choices) {
    const next = listSteps(steps.at(-1)?.state ?? first.state).filter((step) => choice % ENDING === 0 || !isEnd(step));
    const step = next[choice % Math.max(1, next.length)];
    if (step) steps.push(step);
  }
  return steps;
}
