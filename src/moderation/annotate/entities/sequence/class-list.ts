import { type CacheMark, createMark } from './cache-mark.ts';

/** Classes of a word, times 4, plus its place in the phrase that has the class. The same object for the same classes. */
export interface ClassList {
  readonly kinds: readonly number[];
  readonly mark: CacheMark;
}

/** Lists that are kept; when there are more, all are forgotten. Articles in English have a few hundred. */
const MAX_LISTS = 4000;
const known = new Map<string, ClassList>();

/** The list of these classes in this order. */
export function toClassList(kinds: readonly number[]): ClassList {
  const key = kinds.join();
  const kept = known.get(key);
  if (kept) return kept;
  if (known.size >= MAX_LISTS) known.clear();
  const list = { kinds, mark: createMark() };
  known.set(key, list);
  return list;
}
