import type { Span } from '../moderation/model/span.ts';

const BEFORE = [
  'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening.',
  'Two of the older members had brought charts of the northern channel. They spread them on the table by the window, where the light was best.',
];
const AFTER = [
  'The engineer explained why the lock gates close so slowly in winter. Nobody asked how much the repair would cost.',
  'Few people expect the ferries to sail before the ice has gone, which the observatory thinks will be in April.',
];

/** A text and where the insert stands in it. */
export interface FramedInsert {
  readonly text: string;
  readonly span: Span;
}

/** Sets a line between paragraphs of prose that we wrote, so that it is judged where inserts are found: in an article. */
export function frameInsert(insert: string): FramedInsert {
  const opening = `${BEFORE.join('\n\n')}\n\n`;
  return {
    text: `${opening}${insert}\n\n${AFTER.join('\n\n')}`,
    span: { start: opening.length, end: opening.length + insert.length },
  };
}
