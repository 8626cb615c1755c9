import type { EntityRecogniser, Passage, RecognisedNames } from '../../model/entity-recogniser.ts';
import { readSentences } from '../tokens/read-sentences.ts';
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
      return blocks.map(({ start }, row) =>
        names
          .filter(({ block }) => block === row)
          .map(({ type, confidence, ...span }) => ({ type, confidence, start: span.start - start, end: span.end - start })),
      );
    },
  };
}
