import type { Span } from '../../model/span.ts';
import type { NameTable } from './name-table.ts';
import type { NamedSpan } from './named-span.ts';
import { chooseType, rateType } from './type-weights.ts';

interface PlacedSentence extends Span {
  readonly block: number;
}

/** Row of the last sentence that begins at or before `at`. */
function findSentence(sentences: readonly PlacedSentence[], at: number): PlacedSentence | undefined {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}

/** The names of the table as spans: each has the type that all the evidence about its form speaks for. `sentences` ascend. */
export function toNamedSpans(table: NameTable, sentences: readonly PlacedSentence[]): readonly NamedSpan[] {
  return [...table.values()].flatMap(({ spans, weights }) => {
    const type = chooseType(weights);
    const confidence = rateType(weights, spans.length);
    return spans.map(({ start, end }) => {
      const { block, ...sentence } = findSentence(sentences, start) ?? { block: 0, start, end };
      return { start, end, type, confidence, block, sentence: { start: sentence.start, end: sentence.end } };
    });
  });
}
