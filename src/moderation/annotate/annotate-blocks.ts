import type { Annotations } from '../model/annotation.ts';
import type { CleanedText } from '../model/cleaned-text.ts';
import type { Metadata } from '../model/document.ts';
import { detectLanguage } from './detect-language.ts';

/** Everything that can be said about a cleaned text: entities, values, topics, keyphrases, language. */
export function annotateBlocks(cleaned: CleanedText, _metadata: Metadata): Annotations {
  const language = detectLanguage(cleaned.text);
  return { entities: [], values: [], topics: [], keyphrases: [], language, incomplete: [] };
}
