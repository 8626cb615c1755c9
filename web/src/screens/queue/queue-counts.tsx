import type { Queue } from '../../api/desk-types.ts';
import { say } from '../../messages/say.ts';
import { sayCount } from '../../parts/say-count.ts';
import { sayTime } from '../../parts/time.tsx';

/** How much waits, for how long, and until when. */
export function QueueCounts({ queue }: { readonly queue: Queue | null }) {
  if (!queue) return <p class="counts" />;
  const { count, oldestSeconds, dueInSeconds, overdue } = queue;
  return (
    <p class="counts">
      <span>
        <strong>{sayCount(count)}</strong> {say('queue.waiting', { count })}
      </span>
      {oldestSeconds === null ? null : <span>{say('queue.oldest', { time: sayTime(oldestSeconds) })}</span>}
      {dueInSeconds === null || dueInSeconds < 0 ? null : <span>{say('queue.due_in', { time: sayTime(dueInSeconds) })}</span>}
      {overdue > 0 ? <span class="due late">{say('queue.overdue', { count: overdue })}</span> : null}
    </p>
  );
}
