import type { Topic } from '../../moderation/model/annotation.ts';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import type { Gold } from './gold-schema.ts';
import type { SeedCheck } from './seed-check.ts';

/** Topics that are looked at, and how many of the expected ones have to be among them. */
const FIRST = 5;
const MIN_EXPECTED = 2;
const CODE = /medtop:\d{8}/gu;

const lineage = ({ code, broader }: Topic): readonly string[] => [code, ...broader];

/** The rule of the gold file: two expected concepts or narrower ones lead, and all leading ones lie under its top concepts. */
export function checkTopics(gold: Gold, { topics }: ModeratedArticle): readonly SeedCheck[] {
  const first = topics.slice(0, FIRST);
  const expected = gold.topics.expected.flatMap((text) => text.match(CODE) ?? []);
  const tops: readonly string[] = gold.topics.rule.match(CODE) ?? [];
  const named = first.map(({ code, label }) => `${code} ${label}`).join('; ');
  const hits = expected.filter((code) => first.some((topic) => lineage(topic).includes(code)));
  const enough = {
    line: 0,
    text: `at least ${MIN_EXPECTED} of ${expected.length}`,
    isRight: hits.length >= MIN_EXPECTED,
    evidence: named,
  };
  const under = first.map((topic) => {
    const isRight = lineage(topic).some((code) => tops.includes(code));
    return { line: 0, text: `${topic.code} ${topic.label}`, isRight, evidence: topic.broader.join(', ') };
  });
  return [
    { name: 'expected topics lead', parts: [enough] },
    { name: 'leading topics lie where the rule says', parts: under },
  ];
}
