import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Taxonomy, TaxonomyConcept } from '../moderation/model/taxonomy.ts';
import { refuseDuplicates } from './declared.ts';
import { type LocatedYaml, readLocatedYaml } from './read-located-yaml.ts';
import { readTopicTerms } from './read-topic-terms.ts';
import { RulesetError } from './ruleset-error.ts';
import type { TaxonomyContent } from './taxonomy-schema.ts';

/** The first 12 digits of a sha256 tell one taxonomy from another. */
const VERSION_LENGTH = 12;

// Loaded with the first taxonomy, not with the library.
const require = createRequire(import.meta.url);
const loadSchema = (): typeof import('./taxonomy-schema.ts') => require('./taxonomy-schema.ts');

type TaxonomyFile = LocatedYaml<TaxonomyContent>;

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new RulesetError(path, 0, 'the taxonomy cannot be read');
  }
}

/** Codes from the direct parent up to the top level. */
function chainOf(index: number, parents: ReadonlyMap<string, string | undefined>, file: string, source: TaxonomyFile): string[] {
  const { content, lineOf } = source;
  const chain: string[] = [];
  for (let above = content.topics[index]?.broader; above !== undefined; above = parents.get(above)) {
    const line = lineOf(['topics', index, 'broader']);
    if (!parents.has(above)) throw new RulesetError(file, line, `there is no topic "${above}" to be broader`);
    if (above === content.topics[index]?.code || chain.includes(above))
      throw new RulesetError(file, line, `the topic "${above}" would stand above itself`);
    chain.push(above);
  }
  return chain;
}

function readConcepts(file: string, source: TaxonomyFile): readonly TaxonomyConcept[] {
  const { content, lineOf } = source;
  const parents = new Map(content.topics.map(({ code, broader }) => [code, broader]));
  refuseDuplicates(
    'the topic',
    content.topics.map(({ code }, at) => ({ name: code, value: code, file, line: lineOf(['topics', at, 'code']) })),
  );
  return content.topics.map((entry, at) => {
    const words = readTopicTerms(entry);
    if ('reason' in words) throw new RulesetError(file, lineOf(['topics', at, words.list]), `${entry.code}: ${words.reason}`);
    return { code: entry.code, label: entry.label, broader: chainOf(at, parents, file, source), ...words };
  });
}

/**
 * Loads a publisher's own topics: YAML or JSON with `topics`, each with `code`, `label`, its direct `broader` topic, and the
 * lists `strong`, `terms`, `weak` and `not` as in `rules/topics.yaml`. Throws `RulesetError` with file and line.
 */
export function loadTaxonomy(path: string): Taxonomy {
  const concepts = readConcepts(path, readLocatedYaml(path, readText(path), loadSchema().taxonomySchema));
  const hash = createHash('sha256').update(JSON.stringify(concepts)).digest('hex');
  return Object.freeze({ version: `taxonomy/${hash.slice(0, VERSION_LENGTH)}`, concepts });
}
