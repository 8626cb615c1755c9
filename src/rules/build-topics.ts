import { MEDIA_TOPIC_CODES } from '../moderation/annotate/topics/media-topics.ts';
import type { TopicLimits } from '../moderation/annotate/topics/topic-limits.ts';
import type { TopicSeeds } from '../moderation/model/taxonomy.ts';
import { type Declared, refuseDuplicates } from './declared.ts';
import type { LocatedRuleFile } from './read-rule-file.ts';
import { readTopicTerms } from './read-topic-terms.ts';
import { RulesetError } from './ruleset-error.ts';

/** The words of topics in all files, in order of their codes, on the scale of `limits`. Throws `RulesetError` with file and line. */
export function buildTopics(files: readonly LocatedRuleFile[], limits: TopicLimits): readonly TopicSeeds[] {
  const declared = files.flatMap(({ file, content, lineOf }) =>
    (content.topics ?? []).map((entry, index): Declared<TopicSeeds> => {
      const line = lineOf(['topics', index, 'code']);
      if (!MEDIA_TOPIC_CODES.has(entry.code))
        throw new RulesetError(file, line, `"${entry.code}" is no active concept of IPTC Media Topics, such as medtop:11000000`);
      const words = readTopicTerms(entry, limits);
      if ('reason' in words)
        throw new RulesetError(file, lineOf(['topics', index, words.list]), `${entry.code}: ${words.reason}`);
      return { name: entry.code, value: { code: entry.code, ...words }, file, line };
    }),
  );
  refuseDuplicates('the topic', declared);
  return Object.freeze([...declared].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ value }) => value));
}
