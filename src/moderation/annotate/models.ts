import { SHIPPED_NAME_MODEL } from './entities/shipped-name-model.ts';
import { LANGUAGE_MODEL } from './language/language-model.ts';

/** What annotates a text and in which version, as `provenance.models` states it. */
export const MODELS: Readonly<Record<string, string>> = {
  entities: `copydesk-names-${SHIPPED_NAME_MODEL}`,
  keyphrases: 'rules-3',
  language: LANGUAGE_MODEL,
  topics: 'iptc-2023-03-31/4',
  values: 'rules-2',
};
