import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { DrawnItem } from '../drawn-item.ts';
import { ARTICLE_COUNTS } from './article-counts.ts';
import type { ThreadAnswer, ThreadData, ThreadModels, ThreadSetup, ThreadTask } from './thread-messages.ts';

// As in `src/cli/main.ts`.
enableCompileCache();
const { loadRecogniser } = await import('../../../index.ts');
const { createRenderer } = await import('../create-renderer.ts');
const { drawItem } = await import('../draw-item.ts');

// Given by `ThreadCrew`; Node does not type it.
const { setup, counts } = workerData as ThreadData;
const { drawing, entities } = setup as ThreadSetup;
const counter = new Int32Array(counts);
const renderer = drawing && createRenderer(drawing.format, drawing.style);
const recogniser = entities === undefined ? undefined : await loadRecogniser(entities);

function answer(message: ThreadAnswer): void {
  const handedOver = message === 'ready' ? [] : message.map(({ drawn }) => drawn.buffer);
  parentPort?.postMessage(message, handedOver);
}

let models: ThreadModels | undefined;

async function work(task: ThreadTask): Promise<void> {
  if ('models' in task) {
    ({ models } = task);
    if (models.recogniser !== recogniser?.name) throw new Error(`${entities} changed while it was in use`);
    answer('ready');
    return;
  }
  if (!models) throw new Error('articles came before the rules');
  const drawn: DrawnItem[] = [];
  for (const article of task.articles) {
    Atomics.add(counter, ARTICLE_COUNTS.begun, 1);
    drawn.push(await drawItem({ article }, { context: models, recogniser, renderer }));
    Atomics.add(counter, ARTICLE_COUNTS.ended, 1);
  }
  answer(drawn);
}

// One task after the other; what fails here is no article's fault and ends the thread.
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: ThreadTask) => {
  last = last.then(() => work(task));
});
