import { annotate } from '../../index.ts';
import type { TypedSpan } from './typed-span.ts';

/** The names that `annotate` finds in a text. */
export function tagWithCopydesk(text: string): readonly TypedSpan[] {
  return annotate(text).entities.flatMap(({ type, mentions }) => mentions.map(({ start, end }) => ({ type, start, end })));
}
