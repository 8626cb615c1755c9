import type { SignalName } from '../../model/signal.ts';
import { share } from './share.ts';
import { shareOfLines } from './share-of-lines.ts';
import type { Line, Measure, SignalFacts } from './signal-facts.ts';
import { sumLines } from './sum-lines.ts';

/** Words; RefinedWeb looks for prompts in lines of no more. */
const MAX_PROMPT_WORDS = 10;

/** True for a line, given by its index. */
type LineTest = (line: Line, index: number) => boolean;

function isUppercase({ capitals, visible }: Line): boolean {
  return capitals * 2 > visible;
}

function isNumeric({ digits, visible }: Line): boolean {
  return visible > 0 && digits === visible;
}

function isOneWord({ block }: Line): boolean {
  return block.words === 1;
}

/** Begins with a number, perhaps with a letter for thousands. */
const COUNT = /^[^\p{L}\p{N}]{0,20}\p{N}[\p{N}.,]{0,20}[KMBkmb]?\s/u;

/** A count and what is counted, nothing else. */
function counterTest({ matches, lines }: SignalFacts): LineTest {
  const counters = (matches.get('refinedweb.counter_lines') ?? []).filter(({ line, from, to }) => {
    const block = lines[line]?.block;
    return block?.words === 2 && from > 0 && to - from === 1 && COUNT.test(block.text);
  });
  const found = new Set(counters.map(({ line }) => line));
  return (_, index) => found.has(index);
}

/** A short line that begins or ends with a prompt. */
function promptTest({ matches, lines }: SignalFacts): LineTest {
  const prompts = (matches.get('refinedweb.prompt_lines') ?? []).filter(({ line, from, to }) => {
    const block = lines[line]?.block;
    return block && block.words <= MAX_PROMPT_WORDS && (from === 0 || to === block.tokenEnd - block.tokenStart);
  });
  const found = new Set(prompts.map(({ line }) => line));
  return (_, index) => found.has(index);
}

function shareOfDroppedWords(facts: SignalFacts): number {
  const tests = [isUppercase, isNumeric, isOneWord, counterTest(facts), promptTest(facts)];
  const dropped = facts.lines.filter((line, index) => tests.some((test) => test(line, index)));
  return share(
    sumLines(dropped, ({ block }) => block.words),
    facts.words,
  );
}

/** The line rules of RefinedWeb as signals (Penedo et al. 2023). */
export const refinedwebSignals = {
  'refinedweb.counter_lines': (facts) => shareOfLines(facts.lines, counterTest(facts)),
  'refinedweb.dropped_words': shareOfDroppedWords,
  'refinedweb.numeric_lines': ({ lines }) => shareOfLines(lines, isNumeric),
  'refinedweb.one_word_lines': ({ lines }) => shareOfLines(lines, isOneWord),
  'refinedweb.prompt_lines': (facts) => shareOfLines(facts.lines, promptTest(facts)),
  'refinedweb.uppercase_lines': ({ lines }) => shareOfLines(lines, isUppercase),
} satisfies Partial<Record<SignalName, Measure>>;
