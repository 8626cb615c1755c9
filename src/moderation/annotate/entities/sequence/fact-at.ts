import { type ClassList, toClassList } from './class-list.ts';
import type { SentenceView } from './sentence-view.ts';
import { readWordFacts, type WordFacts } from './word-facts.ts';

const NOTHING: WordFacts = readWordFacts('');
const NO_CLASSES: ClassList = toClassList([]);
/** Kinds of case and gap beyond the sentence. */
const BEFORE = 8;
const AFTER = 9;
const BEFORE_GAP = 20;
const AFTER_GAP = 21;

/** What features ask of the words of a sentence and of what stands beyond it, by the row of a word. */
export const factAt = (view: SentenceView, at: number): WordFacts => view.facts[at] ?? NOTHING;
export const classesAt = (view: SentenceView, at: number): ClassList => view.classes[at] ?? NO_CLASSES;
/** Below 32. */
export const gapAt = (view: SentenceView, at: number): number => view.gaps[at] ?? (at < 0 ? BEFORE_GAP : AFTER_GAP);

/** Below 16; below 8 in the sentence. */
export function caseAt(view: SentenceView, at: number): number {
  return at < 0 ? BEFORE : (view.facts[at]?.case ?? AFTER);
}

/** Below 64. */
export const caseAndStyle = (view: SentenceView, at: number): number => caseAt(view, at) * 4 + view.style;
