import type { Annotations, Entity, Keyphrase } from '../model/annotation.ts';
import type { ArticleBlock } from '../model/block.ts';
import type { CleanedText } from '../model/cleaned-text.ts';
import type { Metadata } from '../model/document.ts';
import type { AskedNames } from './entities/ask-recogniser.ts';
import { findEntities } from './entities/find-entities.ts';
import { findLimit } from './entities/find-limit.ts';
import { findKeyphrases } from './keyphrases/find-keyphrases.ts';
import { readPhraseLimits } from './keyphrases/phrase-limits.ts';
import { type ArticleLanguages, detectLanguages } from './language/detect-languages.ts';
import { readsAsEnglish } from './language/reads-as-english.ts';
import { MODELS } from './models.ts';
import { readSentences } from './tokens/read-sentences.ts';
import type { Sentence } from './tokens/sentence.ts';
import { chooseTopicIndex, type TopicChoice } from './topics/choose-topic-index.ts';
import { findTopics } from './topics/find-topics.ts';
import { findValues } from './values/find-values.ts';

/** UTF-16 code units of text that keyphrases are taken from: an article says what it is about before that, so it is no cut. */
const MAX_PHRASE_TEXT = 100_000;

/** The text with every block that is not English emptied, so that rows of blocks stay what they are. */
function keepEnglish(cleaned: CleanedText, { article, blocks }: ArticleLanguages): CleanedText {
  const readsArticle = readsAsEnglish(article, cleaned.text);
  const isRead = (row: number): boolean => blocks[row] === 'en' || (blocks[row] === article.code && readsArticle);
  if (cleaned.blocks.every((_, row) => isRead(row))) return cleaned;
  return {
    ...cleaned,
    blocks: cleaned.blocks.map((block, row) =>
      isRead(row) ? block : { ...block, end: block.start, sourceEnd: block.sourceStart },
    ),
  };
}

/** What annotates beside what is built in. */
interface AnnotationSources {
  /** Without it there are no topics and keyphrases. */
  readonly rules?: TopicChoice | undefined;
  /** The names that another recogniser gave, if one was asked. */
  readonly asked?: AskedNames;
}

function findPhrases(
  { text }: CleanedText,
  sentences: readonly Sentence[],
  entities: readonly Entity[],
  { thresholds }: TopicChoice,
): readonly Keyphrase[] {
  const read = sentences.filter(({ start }) => start < MAX_PHRASE_TEXT);
  return findKeyphrases(text, read, entities, readPhraseLimits(thresholds));
}

/**
 * Everything that can be said about a cleaned text: entities, values, topics, keyphrases of its English blocks, and
 * languages. `incomplete` names `entities` where the text is longer than 300,000 characters or a recogniser failed, and
 * `values` where it is longer than a million or holds more than 20,000. Topics and keyphrases are those of the first
 * 100,000 characters by design.
 */
export function annotateBlocks(cleaned: CleanedText, metadata: Metadata, { rules, asked }: AnnotationSources = {}): Annotations {
  const languages = detectLanguages(cleaned, metadata.language);
  const english = keepEnglish(cleaned, languages);
  const blocks: readonly ArticleBlock[] = cleaned.blocks.map((block, row) => ({
    ...block,
    language: languages.blocks[row] ?? 'und',
  }));
  const described = { blocks, language: languages.article };
  const sentences = readSentences(english, findLimit(english));
  // Another recogniser may know more languages than we do: its names count in all of them.
  const { entities, complete } = asked?.spans ? findEntities(cleaned, asked.spans) : findEntities(english, undefined, sentences);
  const found = findValues(english, metadata.publishedAt);
  const areEntitiesWhole = complete && (asked === undefined || asked.spans !== undefined);
  return {
    entities,
    values: found.values,
    topics: rules ? findTopics(english, metadata.title, chooseTopicIndex(rules), entities) : [],
    keyphrases: rules ? findPhrases(english, sentences, entities, rules) : [],
    ...described,
    incomplete: [...(areEntitiesWhole ? [] : ['entities']), ...(found.complete ? [] : ['values'])],
    models: {
      ...MODELS,
      ...(asked?.spans && { entities: asked.recogniser }),
      ...(rules?.taxonomy && { topics: rules.taxonomy.version }),
    },
  };
}
