import { SHIPPED_NAME_MODEL } from './entities/shipped-name-model.ts';
import { LANGUAGE_MODEL } from './language/language-model.ts';

/**
 * What annotates a text and in which version, as `provenance.models` states it: that of the model, then that of the rules around it
 * (`rules-N`, or the number behind the taxonomy's date). Raise it with each change that may change a result.
 */
export const MODELS: Readonly<Record<string, string>> = {
  entities: `copydesk-names-${SHIPPED_NAME_MODEL}/rules-2`,
  keyphrases: 'rules-3',
  language: `${LANGUAGE_MODEL}/rules-2`,
  topics: 'iptc-2023-03-31/5',
  values: 'rules-3',
};
