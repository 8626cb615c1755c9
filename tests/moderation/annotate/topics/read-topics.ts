import { findTopics } from '../../../../src/moderation/annotate/topics/find-topics.ts';
import { indexMediaTopics } from '../../../../src/moderation/annotate/topics/media-topics.ts';
import type { TopicIndex } from '../../../../src/moderation/annotate/topics/topic-index.ts';
import type { Entity } from '../../../../src/moderation/model/annotation.ts';
import type { Block } from '../../../../src/moderation/model/block.ts';
import type { CleanedText } from '../../../../src/moderation/model/cleaned-text.ts';
import { loadAnnotationRules } from '../../../../src/rules/load-annotation-rules.ts';

/** The shipped topics. */
export const SHIPPED: TopicIndex = indexMediaTopics(loadAnnotationRules());

function toCleaned(paragraphs: readonly string[]): CleanedText {
  const blocks: Block[] = [];
  let at = 0;
  for (const text of paragraphs) {
    const end = at + text.length;
    blocks.push({ kind: 'paragraph', start: at, end, sourceStart: at, sourceEnd: end });
    at = end + 2;
  }
  return { text: paragraphs.join('\n\n'), edits: [], blocks, toSource: (span) => span };
}

/** The topics of paragraphs. */
export function readTopics(
  paragraphs: string | readonly string[],
  title?: string,
  index: TopicIndex = SHIPPED,
  entities: readonly Entity[] = [],
) {
  return findTopics(toCleaned(typeof paragraphs === 'string' ? [paragraphs] : paragraphs), title, index, entities);
}
