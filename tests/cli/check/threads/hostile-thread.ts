import { parentPort, threadId, workerData } from 'node:worker_threads';
import { ARTICLE_COUNTS } from '../../../../src/cli/check/threads/article-counts.ts';
import type { ThreadData, ThreadTask } from '../../../../src/cli/check/threads/thread-messages.ts';

// A thread of the crew that dies of what articles tell it, as a real one does of what it cannot bear.
const { setup, counts } = workerData as ThreadData;
const counter = new Int32Array(counts);
if (setup === 'unable') throw new Error('cannot load');

function act(id: string): void {
  if (id.startsWith('exit')) process.exit(3);
  if (id.startsWith('throw')) throw new Error('out of order');
  if (id.startsWith('slow')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
}

parentPort?.on('message', (task: ThreadTask) => {
  if ('models' in task) return parentPort?.postMessage('ready');
  const drawn = task.articles.map(({ id }) => {
    Atomics.add(counter, ARTICLE_COUNTS.begun, 1);
    act(id);
    Atomics.add(counter, ARTICLE_COUNTS.ended, 1);
    return { drawn: new TextEncoder().encode(`${id} ${threadId}`), ending: { verdict: 'publish' }, notices: [] };
  });
  if (task.articles.some(({ id }) => id.startsWith('mute'))) process.exit(3);
  parentPort?.postMessage(drawn);
});
