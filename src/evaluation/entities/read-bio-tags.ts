import type { TaggedSentence } from '../data/read-tagged-sentences.ts';
import type { TypedSpan } from './typed-span.ts';

/** The names of a sentence. An `I-` that continues nothing of its type begins a name. */
export function readBioTags({ tags, offs }: TaggedSentence): readonly TypedSpan[] {
  const names: TypedSpan[] = [];
  for (const [at, tag] of tags.entries()) {
    const [start, end] = offs[at] ?? [0, 0];
    const type = tag.slice(2);
    const last = names.at(-1);
    const isContinued = tag.startsWith('I-') && last?.type === type && (tags[at - 1] ?? 'O').slice(2) === type;
    if (tag === 'O') continue;
    if (isContinued && last) names[names.length - 1] = { ...last, end };
    else names.push({ type, start, end });
  }
  return names;
}
