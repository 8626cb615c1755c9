import type { AddTopic, Amendment, AmendmentReason, RejectTopic } from '../model/amendment.ts';
import type { Topic } from '../model/annotation.ts';

/** A topic as a taxonomy has it. */
export type KnownTopic = Pick<Topic, 'code' | 'label' | 'broader'>;

/** The topics as people leave them, and what became of each amendment that was about one. */
export interface AmendedTopics {
  readonly topics: readonly Topic[];
  /** Labels of what was taken away or added, by the ids of the amendments. */
  readonly labels: ReadonlyMap<string, string>;
  readonly reasons: ReadonlyMap<Amendment, AmendmentReason>;
}

const isOfTopic = (amendment: Amendment): amendment is RejectTopic | AddTopic =>
  amendment.kind === 'reject_topic' || amendment.kind === 'add_topic';

/** Whoever adds a topic is sure of it, and gives no words for it. */
const toTopic = ({ code, label, broader }: KnownTopic): Topic => ({ code, label, score: 1, broader, evidence: [] });

const compareCodes = (a: Topic, b: Topic): number => (a.code < b.code ? -1 : 1);

/**
 * Leaves out the topics that people reject by their codes, and puts those that they add first, in order of code. `find` knows every
 * topic of the taxonomy. `amendments`: those that may count.
 */
export function amendTopics(
  topics: readonly Topic[],
  amendments: readonly Amendment[],
  find: (code: string) => KnownTopic | undefined,
): AmendedTopics {
  const told = new Map(topics.map((topic) => [topic.code, topic]));
  const added = new Map<string, Topic>();
  const rejected = new Set<string>();
  const labels = new Map<string, string>();
  const reasons = new Map<Amendment, AmendmentReason>();
  for (const amendment of amendments.filter(isOfTopic)) {
    const { id, kind, code } = amendment;
    const topic = told.get(code) ?? find(code);
    if (!topic) reasons.set(amendment, 'unknown_topic');
    else if (told.has(code) !== (kind === 'reject_topic'))
      reasons.set(amendment, told.has(code) ? 'already_told' : 'nothing_there');
    else {
      labels.set(id, topic.label);
      if (kind === 'reject_topic') rejected.add(code);
      else added.set(code, toTopic(topic));
    }
  }
  if (labels.size === 0) return { topics, labels, reasons };
  const left = topics.filter(({ code }) => !rejected.has(code));
  return { topics: [...[...added.values()].sort(compareCodes), ...left], labels, reasons };
}
