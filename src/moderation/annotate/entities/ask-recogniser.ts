import type { CleanedText } from '../../model/cleaned-text.ts';
import type { EntityRecogniser } from '../../model/entity-recogniser.ts';
import { findLimit } from './find-limit.ts';
import type { NamedSpan } from './named-span.ts';
import { placeNames } from './place-names.ts';
import type { ShownBlock } from './shown-block.ts';

/** What another recogniser found in a text. */
export interface AskedNames {
  /** Its name. */
  readonly recogniser: string;
  /** In order and disjoint; absent when it failed. */
  readonly spans: readonly NamedSpan[] | undefined;
}

function listShown(cleaned: CleanedText): readonly ShownBlock[] {
  const limit = findLimit(cleaned);
  return cleaned.blocks.flatMap(({ kind, start, end }, row) =>
    kind === 'code' || start >= limit ? [] : [{ row, start, end: Math.min(end, limit) }],
  );
}

/** Shows a recogniser the blocks of a text, up to the length in which names are looked for. A failure is told to `onError`. */
export async function askRecogniser(
  recogniser: EntityRecogniser,
  cleaned: CleanedText,
  onError: ((error: unknown) => void) | undefined,
): Promise<AskedNames> {
  const shown = listShown(cleaned);
  const passages = shown.map(({ row, start, end }) => {
    return { kind: cleaned.blocks[row]?.kind ?? 'paragraph', text: cleaned.text.slice(start, end) };
  });
  try {
    const names = await recogniser.recognise(passages);
    return { recogniser: recogniser.name, spans: placeNames(cleaned.text, shown, names) };
  } catch (error) {
    onError?.(error);
    return { recogniser: recogniser.name, spans: undefined };
  }
}
