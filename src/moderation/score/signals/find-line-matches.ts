import type { DocumentBlock } from '../../model/document.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { PHRASE_SIGNALS, type PhraseSignal } from '../../model/signal.ts';
import type { TokenTable } from '../../model/token-table.ts';
import { compilePhrases, type PhraseMatcher } from '../../text/compile-phrases.ts';

/** A phrase found in a line. */
export interface LineMatch {
  /** Index of the line. */
  readonly line: number;
  /** Index of the phrase in the list of its signal. */
  readonly phrase: number;
  /** Tokens of the line, counted from its first, that the phrase takes. */
  readonly from: number;
  readonly to: number;
}

export type LineMatches = ReadonlyMap<PhraseSignal, readonly LineMatch[]>;

interface CompiledSignals {
  readonly find: PhraseMatcher;
  readonly owners: readonly { readonly signal: PhraseSignal; readonly phrase: number }[];
}

/** Words so frequent that each occurrence would be a match; they are counted otherwise. */
const COUNTED_APART: PhraseSignal = 'gopher.stop_words';

// A memo of a pure function of immutable rules; it lives as long as they do.
const compiled = new WeakMap<Ruleset['signals'], CompiledSignals>();

function compileSignals(signals: Ruleset['signals']): CompiledSignals {
  const known = compiled.get(signals);
  if (known) return known;
  const listed = PHRASE_SIGNALS.filter((signal) => signal !== COUNTED_APART);
  const owners = listed.flatMap((signal) => signals[signal].phrases.map((_, phrase) => ({ signal, phrase })));
  const result = { find: compilePhrases(listed.flatMap((signal) => signals[signal].phrases)), owners };
  compiled.set(signals, result);
  return result;
}

/** Occurrences of the phrases of all signals in the lines of a text, in its order. */
export function findLineMatches(tokens: TokenTable, lines: readonly DocumentBlock[], signals: Ruleset['signals']): LineMatches {
  const { find, owners } = compileSignals(signals);
  const matches = new Map<PhraseSignal, LineMatch[]>();
  for (const [line, { tokenStart, tokenEnd }] of lines.entries()) {
    for (const match of find(tokens, tokenStart, tokenEnd)) {
      const owner = owners[match.phrase];
      if (!owner) continue;
      const found = { line, phrase: owner.phrase, from: match.from - tokenStart, to: match.to - tokenStart };
      const known = matches.get(owner.signal);
      if (known) known.push(found);
      else matches.set(owner.signal, [found]);
    }
  }
  return matches;
}
