import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { readTopicLimits, type TopicLimits } from '../moderation/annotate/topics/topic-limits.ts';
import type { Ruleset } from '../moderation/model/ruleset.ts';
import type { Taxonomy, TaxonomyConcept } from '../moderation/model/taxonomy.ts';
import { refuseDuplicates } from './declared.ts';
import { freezeDeeply } from './freeze-deeply.ts';
import { loadAnnotationRules } from './load-annotation-rules.ts';
import { type LocatedYaml, readLocatedYaml } from './read-located-yaml.ts';
import { readTextFile } from './read-text-file.ts';
import { readTopicTerms } from './read-topic-terms.ts';
import { RulesetError } from './ruleset-error.ts';
import type { TaxonomyContent } from './taxonomy-schema.ts';

/** The first 12 digits of a sha256 tell one taxonomy from another. */
const VERSION_LENGTH = 12;
/** What a taxonomy may hold: IPTC Media Topics are 1,100 topics, five above one at most, with 11,000 terms and phrases in our rules. */
const MAX_TOPICS = 10_000;
const MAX_TERMS = 200_000;
const MAX_ABOVE = 32;

// Loaded with the first taxonomy, not with the library.
const require = createRequire(import.meta.url);
const loadSchema = (): typeof import('./taxonomy-schema.ts') => require('./taxonomy-schema.ts');

type TaxonomyFile = LocatedYaml<TaxonomyContent>;

/** Codes from the direct parent up to the top level. */
function chainOf(at: number, parents: ReadonlyMap<string, string | undefined>, file: string, source: TaxonomyFile): string[] {
  const { content, lineOf } = source;
  const code = content.topics[at]?.code ?? '';
  const chain = new Set<string>();
  const refuse = (reason: string): never => {
    throw new RulesetError(file, lineOf(['topics', at, 'broader']), reason);
  };
  for (let above = parents.get(code); above !== undefined; above = parents.get(above)) {
    if (!parents.has(above)) refuse(`there is no topic "${above}" to be broader`);
    if (above === code || chain.has(above)) refuse(`the topic "${above}" would stand above itself`);
    if (chain.size === MAX_ABOVE) refuse(`the topic "${code}" has more than ${MAX_ABOVE} topics above it`);
    chain.add(above);
  }
  return [...chain];
}

function readConcepts(file: string, source: TaxonomyFile, limits: TopicLimits): readonly TaxonomyConcept[] {
  const { content, lineOf } = source;
  if (content.topics.length > MAX_TOPICS)
    throw new RulesetError(file, lineOf(['topics', MAX_TOPICS]), `more than ${MAX_TOPICS} topics`);
  const parents = new Map(content.topics.map(({ code, broader }) => [code, broader]));
  refuseDuplicates(
    'the topic',
    content.topics.map(({ code }, at) => ({ name: code, value: code, file, line: lineOf(['topics', at, 'code']) })),
  );
  let terms = 0;
  return content.topics.map((entry, at) => {
    const words = readTopicTerms(entry, limits);
    if ('reason' in words) throw new RulesetError(file, lineOf(['topics', at, words.list]), `${entry.code}: ${words.reason}`);
    terms += words.terms.length + words.not.length;
    if (terms > MAX_TERMS) throw new RulesetError(file, lineOf(['topics', at]), `more than ${MAX_TERMS} terms`);
    return { code: entry.code, label: entry.label, broader: chainOf(at, parents, file, source), ...words };
  });
}

/**
 * Loads a publisher's own topics: YAML or JSON with `topics`, each with `code`, `label`, its direct `broader` topic, and the
 * lists `certain`, `strong`, `terms`, `weak` and `not` as in `rules/topics.yaml`, which weigh as the thresholds
 * of a ruleset say, by default of the one that comes with Copydesk. At most 5 MB, 10,000 topics, 200,000 terms and 32
 * topics above one. What is given back is frozen in all its parts. Throws `RulesetError` with file and line.
 */
export function loadTaxonomy(path: string, { thresholds }: Partial<Pick<Ruleset, 'thresholds'>> = {}): Taxonomy {
  const source = readLocatedYaml(path, readTextFile(path, 'the taxonomy'), loadSchema().taxonomySchema);
  const concepts = readConcepts(path, source, readTopicLimits(thresholds ?? loadAnnotationRules().thresholds));
  const hash = createHash('sha256').update(JSON.stringify(concepts)).digest('hex');
  return freezeDeeply({ version: `taxonomy/${hash.slice(0, VERSION_LENGTH)}`, concepts });
}
