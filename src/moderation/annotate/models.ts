/** What annotates a text and in which version, as `provenance.models` states it. */
export const MODELS: Readonly<Record<string, string>> = {
  entities: 'compromise-14.17/rules-1',
  keyphrases: 'rules-1',
  language: 'eld-2.1/small',
  topics: 'iptc-2023-03-31/2',
  values: 'rules-1',
};
