import type { Annotations, Language } from '../model/annotation.ts';
import type { CleanedText } from '../model/cleaned-text.ts';
import type { Metadata } from '../model/document.ts';
import { detectLanguage } from './detect-language.ts';
import { findEntities } from './entities/find-entities.ts';
import { findKeyphrases } from './keyphrases/find-keyphrases.ts';
import { BY_NAME, chooseTopicIndex, type TopicChoice } from './topics/choose-topic-index.ts';
import { findTopics } from './topics/find-topics.ts';
import { findValues } from './values/find-values.ts';

/** Score of a language other than English from which a text is not read as English. */
const MIN_FOREIGN = 0.6;
/** Letters from which a language is trusted. */
const MIN_TRUSTED = 60;

/** True when our English rules apply: English, or too short to tell and not in another script. */
function readsAsEnglish(language: Language, text: string): boolean {
  if (language.code === 'en' || language.code === 'und') return true;
  const sample = text.slice(0, 5000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return false;
  return language.confidence < MIN_FOREIGN || letters < MIN_TRUSTED;
}

/** Everything that can be said about a cleaned text: entities, values, topics, keyphrases, language. English only but for the language. */
export function annotateBlocks(cleaned: CleanedText, metadata: Metadata, topics: TopicChoice = BY_NAME): Annotations {
  const language = detectLanguage(cleaned.text);
  if (!readsAsEnglish(language, cleaned.text)) {
    return { entities: [], values: [], topics: [], keyphrases: [], language, incomplete: [] };
  }
  const { entities, complete } = findEntities(cleaned);
  return {
    entities,
    values: findValues(cleaned),
    topics: findTopics(cleaned, metadata.title, chooseTopicIndex(topics)),
    keyphrases: findKeyphrases(cleaned),
    language,
    incomplete: complete ? [] : ['entities'],
  };
}
