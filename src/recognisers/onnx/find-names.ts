import type { RecognisedName } from '../../moderation/model/entity-recogniser.ts';
import type { WordEncoder } from './create-word-encoder.ts';
import { cutWindows, type Window } from './cut-windows.ts';
import { decodeNames, type LabelledWord } from './decode-names.ts';
import type { Label } from './label.ts';
import { type Choice, labelWindows, type TokenClassifier } from './label-windows.ts';
import { type ModelWord, splitWords } from './split-words.ts';

/** Everything a folder says of how its model is to be asked. */
export interface OnnxModel {
  readonly classifier: TokenClassifier;
  readonly encoder: WordEncoder;
  readonly labels: readonly Label[];
  /** Sub-words of a window, with those before and after. */
  readonly window: number;
  readonly stride: number;
  /** Windows that are computed together. */
  readonly batch: number;
}

interface EncodedWord extends ModelWord {
  readonly ids: readonly number[];
}

/** A window of one passage, ready to be asked about. */
interface Question {
  readonly passage: number;
  readonly window: Window;
  readonly words: readonly EncodedWord[];
}

function encodeWords(passage: string, encoder: WordEncoder, room: number): readonly EncodedWord[] {
  return splitWords(passage).map((word) => ({ ...word, ids: encoder.encode(word).slice(0, room) }));
}

function* listQuestions(passages: readonly string[], { encoder, window, stride }: OnnxModel): Generator<Question> {
  const room = window - encoder.before.length - encoder.after.length;
  for (const [passage, text] of passages.entries()) {
    const words = encodeWords(text, encoder, room);
    const lengths = words.map(({ ids }) => ids.length);
    for (const cut of cutWindows(lengths, room, stride)) {
      yield { passage, window: cut, words: words.slice(cut.from, cut.to) };
    }
  }
}

const OUTSIDE: Label = { part: 'outside', type: null };

/** The first sub-word of a word speaks for it; a word without any is in no name. */
function readChoices(
  { words, window }: Question,
  choices: readonly Choice[],
  { encoder, labels }: OnnxModel,
): readonly LabelledWord[] {
  const labelled: LabelledWord[] = [];
  let at = encoder.before.length;
  for (const [row, { start, end, ids }] of words.entries()) {
    const choice = ids.length > 0 ? choices[at] : undefined;
    const label = (choice && labels[choice.label]) ?? OUTSIDE;
    const isKept = window.from + row >= window.keepFrom && window.from + row < window.keepTo;
    if (isKept) labelled.push({ start, end, label, probability: choice?.probability ?? 0 });
    at += ids.length;
  }
  return labelled;
}

/**
 * The names of each passage. Long passages are read in windows, some windows at a time, so memory does not grow with the
 * text. `isLate` is asked before each computation, and the next is not begun when it throws.
 */
export async function findNames(
  passages: readonly string[],
  model: OnnxModel,
  isLate: () => void,
): Promise<readonly (readonly RecognisedName[])[]> {
  const labelled: LabelledWord[][] = passages.map(() => []);
  let batch: Question[] = [];
  const answer = async (): Promise<void> => {
    isLate();
    const { before, after } = model.encoder;
    const rows = batch.map(({ words }) => [...before, ...words.flatMap(({ ids }) => ids), ...after]);
    const choices = await labelWindows(model.classifier, rows);
    for (const [row, question] of batch.entries()) {
      const words = labelled[question.passage];
      for (const word of readChoices(question, choices[row] ?? [], model)) words?.push(word);
    }
    batch = [];
  };
  for (const question of listQuestions(passages, model)) {
    batch.push(question);
    if (batch.length === model.batch) await answer();
  }
  if (batch.length > 0) await answer();
  return labelled.map(decodeNames);
}
