import neverNames from '../../../../models/never-names.json' with { type: 'json' };
import phraseStops from '../../../../models/phrase-stops.json' with { type: 'json' };
import type { Keyphrase } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';

const MAX_PHRASES = 8;
const MAX_WORDS = 3;
/** UTF-16 code units of text that are read. */
const MAX_LENGTH = 100_000;
const TITLE_WEIGHT = 3;
const HEADING_WEIGHT = 2;
/** A phrase in the last block counts this much of one in the first. */
const LAST_BLOCK_WEIGHT = 0.5;
const MIN_COUNT = 2;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;
const STOPS: ReadonlySet<string> = new Set([
  ...[...neverNames.functionWords, ...neverNames.calendar, ...phraseStops.words].map((word) => word.toLowerCase()),
]);

interface Tally {
  text: string;
  count: number;
  weight: number;
}

/** Runs of words that can stand in a phrase: a stop word, punctuation or a number ends a run. */
function splitRuns(text: string): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let run: string[] = [];
  let end = -1;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].replace(/['’]s?$/u, '');
    const joined = match.index === end + 1 && text[end] === ' ';
    if (!joined || STOPS.has(word.toLowerCase())) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    if (!STOPS.has(word.toLowerCase()) && word.length > 2 && word.length < 40) run.push(word);
    end = match.index + match[0].length;
    if (word !== match[0]) end = -1;
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function tallyRun(tallies: Map<string, Tally>, run: readonly string[], weight: number): void {
  for (let from = 0; from < run.length; from++) {
    for (let length = 1; length <= MAX_WORDS && from + length <= run.length; length++) {
      const text = run.slice(from, from + length).join(' ');
      const tally = tallies.get(text.toLowerCase());
      if (tally) {
        tally.count++;
        tally.weight += weight;
        if (text === text.toLowerCase()) tally.text = text;
      } else tallies.set(text.toLowerCase(), { text, count: 1, weight });
    }
  }
}

function tallyPhrases(cleaned: CleanedText): readonly (readonly [string, Tally])[] {
  const tallies = new Map<string, Tally>();
  for (const { kind, start, end } of cleaned.blocks) {
    if (start >= MAX_LENGTH) break;
    if (kind === 'code') continue;
    const position = 1 - (1 - LAST_BLOCK_WEIGHT) * (start / Math.max(1, Math.min(MAX_LENGTH, cleaned.text.length)));
    const weight = position * (kind === 'title' ? TITLE_WEIGHT : kind === 'heading' ? HEADING_WEIGHT : 1);
    for (const run of splitRuns(cleaned.text.slice(start, Math.min(end, MAX_LENGTH)))) tallyRun(tallies, run, weight);
  }
  return [...tallies];
}

/** Longer phrases count more: two words twice, three words 2.6 times one. */
const scoreOf = (key: string, tally: Tally): number => tally.weight * key.split(' ').length ** 0.9;

/** The phrases that an article repeats, early ones first; a phrase inside a better one is left out. Scores 0 to 1, the best is 1. */
export function findKeyphrases(cleaned: CleanedText): readonly Keyphrase[] {
  const ranked = tallyPhrases(cleaned)
    .filter(([, tally]) => tally.count >= MIN_COUNT)
    .map(([key, tally]) => ({ key, text: tally.text, score: scoreOf(key, tally) }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const kept: typeof ranked = [];
  for (const phrase of ranked) {
    if (kept.length === MAX_PHRASES) break;
    if (!kept.some(({ key }) => ` ${key} `.includes(` ${phrase.key} `) || ` ${phrase.key} `.includes(` ${key} `)))
      kept.push(phrase);
  }
  const best = kept[0]?.score ?? 1;
  return kept.map(({ text, score }) => ({ text, score: Math.round((score / best) * 10_000) / 10_000 }));
}
