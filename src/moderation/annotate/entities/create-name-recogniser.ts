import type { EntityRecogniser, Passage, RecognisedName, RecognisedNames } from '../../model/entity-recogniser.ts';
import type { Span } from '../../model/span.ts';
import { readSentences } from '../tokens/read-sentences.ts';
import type { NamedSpan } from './named-span.ts';
import { recogniseNames } from './recognise-names.ts';
import type { NameModel } from './sequence/name-model.ts';

const GAP = '\n\n';

/** Places passages one after the other in one text, so that each is read with what the others say. */
function placePassages(passages: readonly Passage[]) {
  let at = 0;
  return passages.map(({ kind, text }) => {
    const start = at;
    at += text.length + GAP.length;
    return { kind, start, end: start + text.length, sourceStart: start, sourceEnd: start + text.length };
  });
}

/** The names of each passage, placed in its text. One pass: a text may have very many passages. */
function listByPassage(passages: readonly Span[], names: readonly NamedSpan[]): RecognisedNames {
  const lists = passages.map((): RecognisedName[] => []);
  for (const { type, confidence, start, end, block } of names) {
    const from = passages[block]?.start ?? 0;
    lists[block]?.push({ type, confidence, start: start - from, end: end - from });
  }
  return lists;
}

/** A recogniser that answers at once. */
export interface NameRecogniser extends EntityRecogniser {
  readonly recognise: (passages: readonly Passage[]) => RecognisedNames;
}

/** A recogniser by a model that was trained as ours was; `name` is what `provenance.models.entities` states. */
export function createNameRecogniser(model: NameModel, name: string): NameRecogniser {
  return {
    name,
    recognise: (passages) => {
      const text = passages.map((passage) => passage.text).join(GAP);
      const blocks = placePassages(passages);
      const sentences = readSentences({ text, edits: [], blocks, toSource: (span) => span }, text.length);
      const names = recogniseNames(text, sentences, model);
      return listByPassage(blocks, names);
    },
  };
}
