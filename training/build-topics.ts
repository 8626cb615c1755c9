import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { stemWords } from '../src/moderation/annotate/topics/stem-words.ts';

/** A line of the IPTC file; only what is read here. */
interface Concept {
  readonly id: string;
  readonly name?: string;
  readonly definition?: string | null;
  readonly broader: readonly string[];
  readonly retired?: string | null;
}

/** A concept as shipped: code without its scheme, label, stems of the definition, codes up to the top. */
type TopicRow = readonly [code: string, label: string, definition: string, broader: readonly string[]];

const SCHEME = 'medtop:';
const TARGET = new URL('../models/iptc-mediatopics.json', import.meta.url);

function readConcepts(path: string): readonly Concept[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  // Foreign data: fields are read one by one below.
  const concepts = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Concept);
  return concepts.filter((concept) => !concept.retired && concept.name !== undefined);
}

function chainOf(concept: Concept, byId: ReadonlyMap<string, Concept>): readonly string[] {
  const chain: string[] = [];
  for (
    let [parent] = concept.broader;
    parent !== undefined && !chain.includes(parent);
    [parent] = byId.get(parent)?.broader ?? []
  ) {
    chain.push(parent);
  }
  return chain.filter((id) => byId.has(id)).map((id) => id.slice(SCHEME.length));
}

/** Distinct stems of the definition that the label does not hold. */
function definitionStems(concept: Concept): string {
  const label = new Set(stemWords(concept.name ?? ''));
  return [...new Set(stemWords(concept.definition ?? ''))].filter((stem) => !label.has(stem)).join(' ');
}

function buildTopics(path: string): void {
  const concepts = readConcepts(path);
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const rows = concepts.map(
    (concept): TopicRow => [
      concept.id.slice(SCHEME.length),
      concept.name ?? '',
      definitionStems(concept),
      chainOf(concept, byId),
    ],
  );
  const head = { about: 'IPTC Media Topics of 2023-03-31, changed: see README.md', licence: 'CC BY 4.0, IPTC' };
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  writeFileSync(
    TARGET,
    `{\n  "about": ${JSON.stringify(head.about)},\n  "licence": ${JSON.stringify(head.licence)},\n  "topics": [\n${lines}\n  ]\n}\n`,
  );
}

const [, , path] = process.argv;
if (path === undefined) throw new Error('usage: node training/build-topics.ts <iptc-mediatopics.jsonl or .jsonl.gz>');
buildTopics(path);
