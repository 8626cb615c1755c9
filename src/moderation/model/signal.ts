/** Every signal there is, in the order of a result. `rules/signals.yaml` defines each; a name that stands in one place only stops the load. */
export const SIGNAL_NAMES = [
  'blocks',
  'c4.curly_brackets',
  'c4.javascript_lines',
  'c4.longest_word',
  'c4.lorem_ipsum',
  'c4.policy_lines',
  'c4.sentences',
  'c4.short_lines',
  'c4.terminal_lines',
  'fineweb.duplicate_line_characters',
  'fineweb.line_breaks_per_word',
  'fineweb.short_lines',
  'fineweb.terminal_lines',
  'gopher.bullet_lines',
  'gopher.duplicate_10gram_characters',
  'gopher.duplicate_5gram_characters',
  'gopher.duplicate_6gram_characters',
  'gopher.duplicate_7gram_characters',
  'gopher.duplicate_8gram_characters',
  'gopher.duplicate_9gram_characters',
  'gopher.duplicate_line_characters',
  'gopher.duplicate_lines',
  'gopher.duplicate_paragraph_characters',
  'gopher.duplicate_paragraphs',
  'gopher.ellipses_per_word',
  'gopher.ellipsis_lines',
  'gopher.hashes_per_word',
  'gopher.lettered_words',
  'gopher.mean_word_length',
  'gopher.stop_words',
  'gopher.top_2gram_characters',
  'gopher.top_3gram_characters',
  'gopher.top_4gram_characters',
  'gopher.words',
  'refinedweb.counter_lines',
  'refinedweb.dropped_words',
  'refinedweb.numeric_lines',
  'refinedweb.one_word_lines',
  'refinedweb.prompt_lines',
  'refinedweb.uppercase_lines',
  'removed_share',
  'words',
] as const;
export type SignalName = (typeof SIGNAL_NAMES)[number];

/** Signals that look for phrases; `rules/signals.yaml` lists them. */
export const PHRASE_SIGNALS = [
  'c4.javascript_lines',
  'c4.lorem_ipsum',
  'c4.policy_lines',
  'gopher.stop_words',
  'refinedweb.counter_lines',
  'refinedweb.prompt_lines',
] as const satisfies readonly SignalName[];
export type PhraseSignal = (typeof PHRASE_SIGNALS)[number];

/** What is published as acceptable, both ends inclusive. */
export interface SignalLimit {
  readonly min?: number;
  readonly max?: number;
  /** ISO 639-1 codes of the languages it was made for; absent: all. */
  readonly languages?: readonly string[];
}

/** A signal as `rules/signals.yaml` describes it. */
export interface SignalRule {
  readonly definition: string;
  readonly unit: string;
  /** Where it was published. */
  readonly source: string;
  readonly limit?: SignalLimit;
  /** Looked for by the signals of `PHRASE_SIGNALS`, folded. */
  readonly phrases: readonly string[];
}
