import type { EntityType } from '../moderation/model/annotation.ts';
import type { CompromisePointer, CompromiseView } from './compromise-types.ts';

/** Where the names of some types stand in a view: two names side by side are two places. */
export function pointAtNames(view: CompromiseView, types: readonly EntityType[]): readonly CompromisePointer[] {
  const pointers: CompromisePointer[] = [];
  for (const [sentence, from, to] of view.fullPointer) {
    const terms = view.document[sentence] ?? [];
    for (let start = from; start < to; start++) {
      const mention = terms[start]?.copydesk;
      if (!mention || !types.includes(mention.type)) continue;
      let end = start + 1;
      while (end < to && terms[end]?.copydesk === mention) end++;
      pointers.push([sentence, start, end]);
      start = end - 1;
    }
  }
  return pointers;
}
