import type { CorpusMatches } from '../model/corpus-matches.ts';
import type { DetectionContext } from '../model/detector.ts';
import type { Document } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { detectors } from './detectors.ts';
import { raiseConfidence } from './recurrence/raise-confidence.ts';

function createContext(ruleset: Ruleset, corpus: CorpusMatches): DetectionContext {
  const threshold = (name: string): number => {
    const value = ruleset.thresholds[name];
    if (value === undefined) throw new RangeError(`the ruleset has no threshold "${name}"`);
    return value;
  };
  return { ruleset, corpus, threshold };
}

/** Everything the detectors report about a document; spans index `document.text`. */
export function detect(document: Document, ruleset: Ruleset, corpus: CorpusMatches): readonly Detection[] {
  const context = createContext(ruleset, corpus);
  const detections: Detection[] = [];
  for (const detector of detectors) for (const detection of detector.detect(document, context)) detections.push(detection);
  return raiseConfidence(document, detections, corpus, context.threshold('recurring.min_articles'));
}
