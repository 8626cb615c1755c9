import type { EntityType } from '../../moderation/model/annotation.ts';
import type { RecognisedName } from '../../moderation/model/entity-recogniser.ts';
import type { Label } from './label.ts';
import type { ModelWord } from './split-words.ts';

/** The label a model gives a word, and how sure it is of it, 0 to 1. */
export interface LabelledWord extends Pick<ModelWord, 'start' | 'end'> {
  readonly label: Label;
  readonly probability: number;
}

interface OpenName {
  readonly type: EntityType;
  readonly words: LabelledWord[];
}

const round = (share: number): number => Math.round(share * 10_000) / 10_000;

function toName({ type, words }: OpenName): RecognisedName {
  const sum = words.reduce((total, { probability }) => total + probability, 0);
  const confidence = Math.min(1, round(sum / words.length));
  return { type, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0, confidence };
}

/** The names that labels spell. A word that goes on with nothing of its type begins a name; confidence is the mean of its words. */
export function decodeNames(words: readonly LabelledWord[]): readonly RecognisedName[] {
  const names: OpenName[] = [];
  let open: OpenName | undefined;
  for (const word of words) {
    const { part, type } = word.label;
    if (type === null) open = undefined;
    else if (part === 'inside' && open?.type === type) open.words.push(word);
    else {
      open = { type, words: [word] };
      names.push(open);
    }
  }
  return names.map(toName);
}
