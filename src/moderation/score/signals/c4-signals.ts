import type { PhraseSignal, SignalName } from '../../model/signal.ts';
import { share } from './share.ts';
import { shareOfLines } from './share-of-lines.ts';
import type { Measure, SignalFacts } from './signal-facts.ts';
import { sumLines } from './sum-lines.ts';

const END_MARKS = '.?!"”。？！';
/** Words; C4 drops a line of fewer. */
const MIN_WORDS = 5;

function endsAsSentence(text: string): boolean {
  return text !== '' && END_MARKS.includes(text.slice(-1)) && !text.endsWith('...');
}

function shareWithPhrase({ lines, matches }: SignalFacts, signal: PhraseSignal): number {
  return share(new Set(matches.get(signal)?.map(({ line }) => line)).size, lines.length);
}

/** The rules of C4 as signals (Raffel et al. 2020, section 2.2). */
export const c4Signals = {
  'c4.curly_brackets': ({ lines }) => sumLines(lines, ({ brackets }) => brackets),
  'c4.javascript_lines': (facts) => shareWithPhrase(facts, 'c4.javascript_lines'),
  'c4.longest_word': ({ lines }) => lines.reduce((longest, { longestRun }) => Math.max(longest, longestRun), 0),
  'c4.lorem_ipsum': ({ matches }) => matches.get('c4.lorem_ipsum')?.length ?? 0,
  'c4.policy_lines': (facts) => shareWithPhrase(facts, 'c4.policy_lines'),
  'c4.sentences': ({ lines }) => sumLines(lines, ({ sentences }) => sentences),
  'c4.short_lines': ({ lines }) => shareOfLines(lines, ({ block }) => block.words < MIN_WORDS),
  'c4.terminal_lines': ({ lines }) => shareOfLines(lines, ({ block }) => endsAsSentence(block.text)),
} satisfies Partial<Record<SignalName, Measure>>;
