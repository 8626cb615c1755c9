import type { SignalName } from '../../model/signal.ts';
import { share } from './share.ts';
import { shareOfLines } from './share-of-lines.ts';
import type { Line, Measure, SignalFacts } from './signal-facts.ts';
import { sumLines } from './sum-lines.ts';

function paragraphsOf({ lines }: SignalFacts): readonly Line[] {
  return lines.filter(({ block }) => block.role === 'paragraph');
}

function repeatedCharacters(lines: readonly Line[]): number {
  return sumLines(lines, ({ repeated, block }) => (repeated ? block.text.length : 0));
}

function top(size: number): Measure {
  return ({ repetition, wordCharacters }) => share(repetition.top.get(size) ?? 0, wordCharacters);
}

function copied(size: number): Measure {
  return ({ repetition, wordCharacters }) => share(repetition.copied.get(size) ?? 0, wordCharacters);
}

/** Gopher's repetition filter as signals (Rae et al. 2021, table A1). */
export const gopherRepetitionSignals = {
  'gopher.duplicate_lines': ({ lines }) => shareOfLines(lines, ({ repeated }) => repeated),
  'gopher.duplicate_line_characters': ({ lines, length }) => share(repeatedCharacters(lines), length),
  'gopher.duplicate_paragraphs': (facts) => shareOfLines(paragraphsOf(facts), ({ repeated }) => repeated),
  'gopher.duplicate_paragraph_characters': (facts) => share(repeatedCharacters(paragraphsOf(facts)), facts.length),
  'gopher.top_2gram_characters': top(2),
  'gopher.top_3gram_characters': top(3),
  'gopher.top_4gram_characters': top(4),
  'gopher.duplicate_5gram_characters': copied(5),
  'gopher.duplicate_6gram_characters': copied(6),
  'gopher.duplicate_7gram_characters': copied(7),
  'gopher.duplicate_8gram_characters': copied(8),
  'gopher.duplicate_9gram_characters': copied(9),
  'gopher.duplicate_10gram_characters': copied(10),
} satisfies Partial<Record<SignalName, Measure>>;
