import type { Finder } from '../model/detector.ts';
import { PHRASE_THRESHOLDS } from './keyphrases/phrase-limits.ts';
import { TOPIC_THRESHOLDS } from './topics/topic-limits.ts';

/** The annotators that decide by thresholds of a ruleset. They find no faults. */
export const annotators: readonly Finder[] = [
  { name: 'keyphrases', thresholds: Object.values(PHRASE_THRESHOLDS), lists: [] },
  { name: 'topics', thresholds: Object.values(TOPIC_THRESHOLDS), lists: [] },
];
