import { LANGUAGE_MODEL } from './language/language-model.ts';

/** What annotates a text and in which version, as `provenance.models` states it. */
export const MODELS: Readonly<Record<string, string>> = {
  entities: 'compromise-14.17/rules-1',
  keyphrases: 'rules-2',
  language: LANGUAGE_MODEL,
  topics: 'iptc-2023-03-31/1',
  values: 'rules-2',
};
