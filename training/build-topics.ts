import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readWords } from '../src/moderation/annotate/topics/read-words.ts';

/** A line of the IPTC file; only what is read here. */
interface Concept {
  readonly id: string;
  readonly name?: string | undefined;
  readonly definition?: string | null;
  readonly broader: readonly string[];
  readonly retired?: string | null;
}

/** A concept as shipped: code without its scheme, label, words of the definition, codes up to the top. */
type TopicRow = readonly [code: string, label: string, definition: string, broader: readonly string[]];

const SCHEME = 'medtop:';
const TARGET = new URL('../models/iptc-mediatopics.json', import.meta.url);

/** Concepts that the file gives no name: what IPTC calls them. */
const NAMES: ReadonlyMap<string, string> = new Map([['medtop:20000304', 'media and entertainment industry']]);
/** Words of definitions that say nothing. */
const MIN_WORD = 4;
const EMPTY = new Set(
  'that this with from into their they them other others such than then have been being were when where which while whose about between within through under over those these some more most many often usually including include includes included also each either for used using use uses without against among one two not only can may any all and'.split(
    ' ',
  ),
);

function readConcepts(path: string): readonly Concept[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  // Foreign data: fields are read one by one below.
  const concepts = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Concept)
    .map((concept) => ({ ...concept, name: concept.name ?? NAMES.get(concept.id) }));
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

function stemsOf(text: string): ReadonlyMap<string, string> {
  const words = readWords(text, 0, text.length);
  return new Map(words.map(({ stem, start, end }) => [stem, text.slice(start, end).toLowerCase()]));
}

/** Distinct words of the definition, one for each stem that the label does not hold. */
function definitionWords(concept: Concept): string {
  const label = stemsOf(concept.name ?? '');
  return [...stemsOf(concept.definition ?? '')]
    .filter(([stem, word]) => word.length >= MIN_WORD && !EMPTY.has(word) && !label.has(stem))
    .map(([, word]) => word)
    .join(' ');
}

function buildTopics(path: string): void {
  const concepts = readConcepts(path);
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const rows = concepts.map(
    (concept): TopicRow => [
      concept.id.slice(SCHEME.length),
      concept.name ?? '',
      definitionWords(concept),
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
