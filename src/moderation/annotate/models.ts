import { SHIPPED_NAME_MODEL } from './entities/shipped-name-model.ts';

/** What annotates a text and in which version, as `provenance.models` states it. */
export const MODELS: Readonly<Record<string, string>> = {
  entities: `copydesk-names-${SHIPPED_NAME_MODEL}`,
  keyphrases: 'rules-1',
  language: 'eld-2.1/small',
  topics: 'iptc-2023-03-31/1',
  values: 'rules-1',
};
