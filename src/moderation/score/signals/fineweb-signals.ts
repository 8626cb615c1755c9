import type { SignalName } from '../../model/signal.ts';
import { share } from './share.ts';
import { shareOfLines } from './share-of-lines.ts';
import type { Measure } from './signal-facts.ts';
import { sumLines } from './sum-lines.ts';

const END_MARKS = '.!?\'"’”…。！？';
/** Characters; FineWeb calls a line of no more a short one. */
const SHORT = 30;

function endsInMark(text: string): boolean {
  return text !== '' && END_MARKS.includes(text.slice(-1));
}

/** FineWeb's own filters as signals (Penedo et al. 2024). */
export const finewebSignals = {
  'fineweb.duplicate_line_characters': ({ lines }) =>
    share(
      sumLines(lines, ({ repeated, block }) => (repeated ? block.text.length : 0)),
      sumLines(lines, ({ block }) => block.text.length),
    ),
  'fineweb.line_breaks_per_word': ({ lines, words }) => share(Math.max(0, lines.length - 1), words),
  'fineweb.short_lines': ({ lines }) => shareOfLines(lines, ({ block }) => block.text.length <= SHORT),
  'fineweb.terminal_lines': ({ lines }) => shareOfLines(lines, ({ block }) => endsInMark(block.text)),
} satisfies Partial<Record<SignalName, Measure>>;
