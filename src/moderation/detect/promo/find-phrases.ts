import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { compilePhrases, type PhraseMatch, type PhraseMatcher } from '../../text/compile-phrases.ts';
import { createNote, type NotedBlock } from '../../text/create-note.ts';
import { moveMatches } from '../../text/move-matches.ts';
import { PROMO_FAMILIES, type PromoFamily } from './promo-families.ts';

/** A phrase of a family, in rows `[from, to)` of the token table. */
export interface FamilyMatch {
  readonly family: PromoFamily;
  /** Points of the family. */
  readonly points: number;
  /** Number of the family. */
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

type Family = Pick<FamilyMatch, 'family' | 'points' | 'group'>;

interface Lexicon {
  readonly match: PhraseMatcher;
  /** The family of each compiled phrase. */
  readonly families: readonly Family[];
}

// A memo of a pure function of immutable lists and thresholds, which rulesets that differ in their rules alone share.
const lexicons = new WeakMap<Ruleset['lists'], WeakMap<Ruleset['thresholds'], Lexicon>>();

function lexiconOf(ruleset: Ruleset): Lexicon {
  const ofLists = lexicons.get(ruleset.lists) ?? new WeakMap<Ruleset['thresholds'], Lexicon>();
  lexicons.set(ruleset.lists, ofLists);
  const known = ofLists.get(ruleset.thresholds);
  if (known) return known;
  const phrases = (family: PromoFamily): readonly string[] => ruleset.lists[`promo.${family}`] ?? [];
  const lexicon = {
    match: compilePhrases(PROMO_FAMILIES.flatMap(phrases)),
    families: PROMO_FAMILIES.flatMap((family, group) => {
      const described = { family, group, points: ruleset.thresholds[`promo.points.${family}`] ?? 0 };
      return phrases(family).map(() => described);
    }),
  };
  ofLists.set(ruleset.thresholds, lexicon);
  return lexicon;
}

/** What a sentence may end with, or a mark that stands before a line. Marks beyond the plane of words are pictures. */
const BEFORE_SENTENCE = /[.!?:…|•·*#\]>–—-]|[^\p{L}\p{N}\s,;'’"“”„«»()%$€£&@/]/u;
/** UTF-16 code units before a word in which the end of the last sentence is looked for. */
const MAX_BEFORE = 4;
const AFTER_LABEL = /^\s?[:|\])–—-]/u;

function beginsSentence({ text, tokens }: Document, { from: row }: PhraseMatch, from: number): boolean {
  if (row === from) return true;
  const start = tokens.starts[row] ?? 0;
  const before = [...text.slice(Math.max(tokens.starts[from] ?? 0, start - MAX_BEFORE), start).trimEnd()].at(-1);
  return before !== undefined && BEFORE_SENTENCE.test(before);
}

function isLabel({ tokens }: Document, match: PhraseMatch, block: NotedBlock): boolean {
  const end = (tokens.ends[match.to - 1] ?? 0) - block.start;
  return match.from === block.tokenStart && AFTER_LABEL.test(block.text.slice(end, end + 2));
}

/** Some families say what they say at the beginning of a line or of a sentence only. */
function stands(document: Document, family: PromoFamily, match: PhraseMatch, block: NotedBlock): boolean {
  if (family === 'openers') return beginsSentence(document, match, block.tokenStart);
  return (family !== 'labels' && family !== 'hints') || isLabel(document, match, block);
}

/** The phrases of all families that stand in a block, in one pass; their rows are counted from its first. */
const readBlock = createNote((block, ruleset: Ruleset, document: Document): readonly FamilyMatch[] => {
  const { tokenStart, tokenEnd } = block;
  const { match, families } = lexiconOf(ruleset);
  const found = match(document.tokens, tokenStart, tokenEnd).flatMap((each) => {
    const family = families[each.phrase];
    return family && stands(document, family.family, each, block) ? [{ ...family, from: each.from, to: each.to }] : [];
  });
  return moveMatches(found, -tokenStart);
});

/** The phrases of all families that stand in a block. */
export function findPhrases(document: Document, block: DocumentBlock, ruleset: Ruleset): readonly FamilyMatch[] {
  return moveMatches(readBlock(block, ruleset, document), block.tokenStart);
}
