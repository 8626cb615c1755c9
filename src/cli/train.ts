import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { trainEntities } from './train/train-entities.ts';
import { TRAIN_ENTITIES_HELP } from './train/train-entities-help.ts';
import { TRAIN_HELP } from './train/train-help.ts';
import { trainTopics } from './train/train-topics.ts';
import { TRAIN_TOPICS_HELP } from './train/train-topics-help.ts';

/** One thing that can be trained, as `topics` in `copydesk train topics`. */
interface Part {
  readonly name: string;
  readonly help: string;
  readonly run: Command['run'];
}

const PARTS: readonly Part[] = [
  { name: 'entities', help: TRAIN_ENTITIES_HELP, run: trainEntities },
  { name: 'topics', help: TRAIN_TOPICS_HELP, run: trainTopics },
];

const NAMES = PARTS.map(({ name }) => name);

async function run([name, ...args]: readonly string[], terminal: Terminal): Promise<number> {
  if (name === undefined) throw new CliError(`say what to train: ${NAMES.join(', ')} (see copydesk train --help)`, EXIT.usage);
  const part = PARTS.find((candidate) => candidate.name === name);
  if (!part) throw refuseUnknown('part of train', name, NAMES, 'copydesk train --help');
  return await part.run(args, terminal);
}

/** `copydesk train`: annotators that learn from a publisher's own labels. */
export const train: Command = {
  name: 'train',
  summary: 'learn from your own labelled articles',
  help: TRAIN_HELP,
  helpFor: ([name]) => PARTS.find((part) => part.name === name)?.help ?? TRAIN_HELP,
  run,
};
