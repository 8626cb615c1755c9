import type { SignalName } from '../../model/signal.ts';
import { share } from './share.ts';
import type { Measure } from './signal-facts.ts';

/** Copydesk's own: how much is left, and how much went. */
export const articleSignals = {
  blocks: ({ lines }) => lines.length,
  removed_share: ({ receivedLength, length }) => share(Math.max(0, receivedLength - length), receivedLength),
  words: ({ words }) => words,
} satisfies Partial<Record<SignalName, Measure>>;
