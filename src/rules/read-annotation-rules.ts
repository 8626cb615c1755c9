import { readTopicLimits } from '../moderation/annotate/topics/topic-limits.ts';
import { buildTopics } from './build-topics.ts';
import { declareThresholds } from './declare-thresholds.ts';
import { toRecord } from './declared.ts';
import type { AnnotationRules, AnnotationTexts } from './pack-annotation-rules.ts';
import { readRuleFile } from './read-rule-file.ts';

/** Reads and checks what annotation needs of a ruleset. Throws `RulesetError` with file and line. */
export function readAnnotationRules(texts: AnnotationTexts): AnnotationRules {
  const thresholds = toRecord(declareThresholds([readRuleFile('annotation.yaml', texts.thresholds)]));
  return { topics: buildTopics([readRuleFile('topics.yaml', texts.topics)], readTopicLimits(thresholds)), thresholds };
}
