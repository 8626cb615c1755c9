/**
 * Packs the n-grams of `eld` for detection without its slow start: `node training/build-language-model.ts <folder of eld>`
 * writes `models/language-ngrams.json`. Nothing is trained or left out; the form is told in `language-model/pack-languages.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { packLanguages } from './language-model/pack-languages.ts';
import { type EldModules, readNgrams } from './language-model/read-ngrams.ts';

/** eld leaves this out of every score that it stores. */
const BASE_SCORE = 53;

const folder = argv[2];
if (folder === undefined) throw new Error('usage: node training/build-language-model.ts <folder of eld>');

// Foreign data: eld does not type these modules.
const load = (file: string): Promise<EldModules> => import(pathToFileURL(join(folder, 'src', file)).href);
const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const { languages, ngrams } = readNgrams({ ...(await load('ngrams/small.js')), ...(await load('dictionary.js')) });

const model = {
  about: 'Written by training/build-language-model.ts: the small n-grams of eld, Copyright 2023 Nito T.M., packed',
  licence: 'Apache-2.0',
  version: `eld-${version.split('.').slice(0, 2).join('.')}/small`,
  baseScore: BASE_SCORE,
  languages,
  groups: packLanguages(ngrams),
};
writeFileSync(new URL('../models/language-ngrams.json', import.meta.url), `${JSON.stringify(model, null, 1)}\n`);
console.log(`${ngrams.length} n-grams of ${languages.length} languages`);
