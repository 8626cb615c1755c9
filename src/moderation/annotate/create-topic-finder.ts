import type { Topic } from '../model/annotation.ts';
import { chooseTopicIndex, type TopicChoice } from './topics/choose-topic-index.ts';
import type { TopicConcept } from './topics/topic-index.ts';

/** A function that finds any topic that articles are told by, IPTC Media Topics or a publisher's own, by its code. */
export function createTopicFinder(rules: TopicChoice): (code: string) => Pick<Topic, 'code' | 'label' | 'broader'> | undefined {
  let known: ReadonlyMap<string, TopicConcept> | undefined;
  return (code) => {
    known ??= new Map(chooseTopicIndex(rules).concepts.map((concept) => [concept.code, concept]));
    const found = known.get(code);
    return found && { code, label: found.label, broader: found.broader };
  };
}
