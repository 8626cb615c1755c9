import type { QueueStatus } from '../../service/queue/read-queue-status.ts';
import { alignColumns } from '../align-columns.ts';
import { describeAge } from '../describe-age.ts';

/** The state of the queue as three short tables. */
export function drawQueueStatus({ articles, waiting, told, oldestSeconds, jobs }: QueueStatus): string {
  const lines = alignColumns([
    ['articles', ''],
    ...Object.entries(articles).map(([status, count]) => [`  ${status}`, `${count}`]),
    ['on their way', ''],
    ['  waiting for room on the transport', `${waiting}`],
    ['  told to the transport', `${told}`],
    ['  oldest', oldestSeconds === 0 ? '-' : describeAge(oldestSeconds)],
    ['jobs on the transport', ''],
    ...Object.entries(jobs).map(([state, count]) => [`  ${state}`, `${count}`]),
  ]);
  return `${lines.join('\n')}\n`;
}
