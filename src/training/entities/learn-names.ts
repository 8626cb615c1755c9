import { createNameRecogniser } from '../../moderation/annotate/entities/create-name-recogniser.ts';
import type { PackedNameModel } from '../../moderation/annotate/entities/sequence/name-model.ts';
import { shippedNameModel } from '../../moderation/annotate/entities/shipped-name-model.ts';
import type { RecognisedName, RecognisedNames } from '../../moderation/model/entity-recogniser.ts';
import type { MarkedName, MarkedText } from './marked-text.ts';
import { prepareSentences } from './prepare-sentences.ts';
import { trainRecogniser } from './train-recogniser.ts';
import { TrainingDataError } from './training-data-error.ts';

/** Names found rightly, found wrongly, and missed. */
export interface NameCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** What was learned from a publisher's sentences. */
export interface LearnedNames {
  readonly packed: PackedNameModel;
  /** Sentences that were held out, and what the shipped model and one trained on the others find in them. */
  readonly heldOut: { readonly sentences: number; readonly shipped: NameCounts; readonly trained: NameCounts };
}

/** One of so many sentences, the last ones, is held out. */
const HELD_OUT = 5;
/** Sentences below which figures and weights would be chance. */
const MIN_SENTENCES = 50;
const MIN_NAMES = 20;

type Recognise = (paragraphs: readonly string[]) => RecognisedNames;

const keyOf = ({ type, start, end }: MarkedName | RecognisedName): string => `${type} ${start} ${end}`;

/** Counts names with the right type and ends, each sentence by itself. */
function countNames(texts: readonly MarkedText[], recognise: Recognise): NameCounts {
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (const { text, names } of texts) {
    const found = new Set((recognise([text])[0] ?? []).map(keyOf));
    const right = names.filter((name) => found.has(keyOf(name))).length;
    counts.tp += right;
    counts.fp += found.size - right;
    counts.fn += names.length - right;
  }
  return counts;
}

function refuseFew(texts: readonly MarkedText[]): void {
  const names = texts.reduce((sum, text) => sum + text.names.length, 0);
  if (texts.length >= MIN_SENTENCES && names >= MIN_NAMES) return;
  throw new TrainingDataError(
    `${texts.length} sentences with ${names} names are too few; ${MIN_SENTENCES} sentences and ${MIN_NAMES} names are needed`,
  );
}

/**
 * Goes on with the training of the shipped model on a publisher's own sentences. First without the last fifth, on which both are
 * measured, then on all. Throws `TrainingDataError` when there are too few.
 */
export function learnNames(
  texts: readonly MarkedText[],
  onProgress: (done: number, total: number, name: string) => void,
): LearnedNames {
  refuseFew(texts);
  const cut = texts.length - Math.floor(texts.length / HELD_OUT);
  const [shown, heldOut] = [texts.slice(0, cut), texts.slice(cut)];
  const train = (part: readonly MarkedText[], name: string) =>
    trainRecogniser(
      prepareSentences({ texts: part, weight: 1, varied: false }),
      (done, total) => onProgress(done, total, name),
      shippedNameModel(),
    );
  const shipped = createNameRecogniser(shippedNameModel(), 'shipped');
  const counted = {
    sentences: heldOut.length,
    shipped: countNames(heldOut, ([text = '']) => shipped.recognise([{ kind: 'paragraph', text }])),
    trained: countNames(heldOut, train(shown, 'without the sentences held out').recognise),
  };
  return { packed: train(texts, 'all sentences').packed, heldOut: counted };
}
