import { FeatureBuffer } from '../../moderation/annotate/entities/sequence/feature-buffer.ts';
import { OUTSIDE } from '../../moderation/annotate/entities/sequence/labels.ts';
import type { NameToken } from '../../moderation/annotate/entities/sequence/name-token.ts';
import { viewSentence, type WordCache } from '../../moderation/annotate/entities/sequence/sentence-view.ts';
import { writeFeatures } from '../../moderation/annotate/entities/sequence/write-features.ts';

/** The words of a sentence, and for each the labels that it may have, as bits. */
export interface LabelledWords {
  readonly words: readonly NameToken[];
  /** What stands after the last word. */
  readonly tail: string;
  readonly allowed: Int32Array;
}

/** A sentence as it is trained on. */
export interface TrainingSentence {
  /** Features of word `i` are `rows[starts[i]..starts[i + 1])`; the first `identities[i]` tell which word it is. Plain words have none. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly identities: Int32Array;
  readonly barriers: readonly boolean[];
  readonly plain: readonly boolean[];
  readonly allowed: Int32Array;
  /** How much its mistakes count. */
  readonly weight: number;
}

/** Reads the features of a sentence; words that are never scored may only be `O`. */
export function toTrainingSentence({ words, tail, allowed }: LabelledWords, weight: number, cache: WordCache): TrainingSentence {
  const view = viewSentence(words, tail, cache);
  const buffer = new FeatureBuffer();
  const rows: number[] = [];
  const starts = new Int32Array(words.length + 1);
  const identities = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    if (!view.plain[at]) {
      identities[at] = writeFeatures(view, at, buffer);
      for (let feature = 0; feature < buffer.count; feature++) rows.push(buffer.rows[feature] ?? 0);
    }
    starts[at + 1] = rows.length;
  }
  return {
    rows: Int32Array.from(rows),
    starts,
    identities,
    barriers: view.barriers,
    plain: view.plain,
    allowed: allowed.map((bits, at) => (view.plain[at] ? 1 << OUTSIDE : bits)),
    weight,
  };
}
