import { readLimits } from '../read-limits.ts';

/** The thresholds of `rules/annotation.yaml` that topics are told by; unit and source of each stand there. */
export const TOPIC_THRESHOLDS = {
  certainWeight: 'topics.certain_weight',
  strongWeight: 'topics.strong_weight',
  termWeight: 'topics.term_weight',
  weakWeight: 'topics.weak_weight',
  phraseFactor: 'topics.phrase_factor',
  labelWord: 'topics.label_word',
  labelPhrase: 'topics.label_phrase',
  definitionWeight: 'topics.definition_weight',
  titleWeight: 'topics.title_weight',
  headingWeight: 'topics.heading_weight',
  leadWeight: 'topics.lead_weight',
  leadWords: 'topics.lead_words',
  sharingRounds: 'topics.sharing_rounds',
  sureWeight: 'topics.sure_weight',
  minEvidence: 'topics.min_evidence',
  minAlone: 'topics.min_alone',
  minWorth: 'topics.min_worth',
  clearWeight: 'topics.clear_weight',
  passingCount: 'topics.passing_count',
  passingWords: 'topics.passing_words',
  passingScore: 'topics.passing_score',
  toldBelow: 'topics.told_below',
  halfEvidence: 'topics.half_evidence',
  halfPerWord: 'topics.half_per_word',
  minScore: 'topics.min_score',
  minShare: 'topics.min_share',
  maxTopics: 'topics.max_topics',
  maxEvidence: 'topics.max_evidence',
} as const;

export type TopicLimits = Readonly<Record<keyof typeof TOPIC_THRESHOLDS, number>>;

/** Throws `RangeError` when a threshold is missing. */
export const readTopicLimits = (thresholds: Readonly<Record<string, number>>): TopicLimits =>
  readLimits(TOPIC_THRESHOLDS, thresholds);
