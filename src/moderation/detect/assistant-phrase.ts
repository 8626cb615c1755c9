import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { compilePhrases, type PhraseMatch, type PhraseMatcher } from '../text/compile-phrases.ts';
import { splitSentences } from '../text/split-sentences.ts';

/** Words: what a machine says about itself in one line is no longer; a longer sentence may say something else too. */
const MAX_LINE_WORDS = 30;
const MIN_SUBJECT_WORDS = 2;
const MAX_OPENERS = 4;
/** Blocks from the start and from the end of an article where a machine's own words stand. */
const EDGE = 3;
/** Words after a colon from which they are content. */
const MIN_TOLD = 4;
const OPENING_QUOTES = /["“„«‹»]/u;
/** UTF-16 code units before a phrase that are searched for its quotation mark. */
const MAX_LEAD = 400;

interface Family {
  readonly name: string;
  readonly list: string;
  readonly message: string;
  /** Where a phrase must stand: alone in its block, at the start of a sentence, at the start of its block, or anywhere. */
  readonly place: 'block' | 'sentence' | 'start' | 'anywhere';
  /** What is done about a block that says nothing else. */
  readonly alone: 'removed' | 'flagged';
  /** Is it flagged when the block says more? */
  readonly among: boolean;
}

const FAMILIES: readonly Family[] = [
  {
    name: 'disclaimer',
    list: 'disclaimers',
    message: 'a language model speaks about itself',
    place: 'sentence',
    alone: 'removed',
    among: true,
  },
  {
    name: 'disclaimer',
    list: 'confessions',
    message: 'a language model speaks about itself',
    place: 'anywhere',
    alone: 'removed',
    among: true,
  },
  {
    name: 'preamble',
    list: 'preambles',
    message: 'a language model announces its answer',
    place: 'start',
    alone: 'removed',
    among: true,
  },
  {
    name: 'control',
    list: 'controls',
    message: 'a button or note of a chat window',
    place: 'block',
    alone: 'removed',
    among: false,
  },
  { name: 'offer', list: 'offers', message: 'a language model offers more', place: 'sentence', alone: 'flagged', among: false },
  { name: 'label', list: 'labels', message: 'a label of an ordered text', place: 'start', alone: 'flagged', among: false },
];

interface Compiled {
  readonly match: PhraseMatcher;
  readonly families: readonly Family[];
  readonly subjects: ReadonlySet<string>;
  /** "Sure", "Of course": what may stand before a preamble. */
  readonly openers: ReadonlySet<string>;
}

// A memo of a pure function of an immutable ruleset; it lives as long as the ruleset.
const compiled = new WeakMap<Ruleset, Compiled>();

function compile(ruleset: Ruleset): Compiled {
  const known = compiled.get(ruleset);
  if (known) return known;
  const phrases = FAMILIES.map((family) => ({ family, words: ruleset.lists[`leftover.assistant_${family.list}`] ?? [] }));
  const result = {
    match: compilePhrases(phrases.flatMap(({ words }) => words)),
    families: phrases.flatMap(({ family, words }) => words.map(() => family)),
    subjects: new Set(ruleset.lists['leftover.assistant_subjects']),
    openers: new Set(ruleset.lists['leftover.assistant_openers']),
  };
  compiled.set(ruleset, result);
  return result;
}

/** Is the article about such programs, so that their phrases are what it tells of? Phrases found do not tell. */
function isAboutAssistants({ text, tokens }: Document, found: readonly Span[], subjects: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  let next = 0;
  for (let row = 0; row < tokens.count && seen.size < MIN_SUBJECT_WORDS; row++) {
    const start = tokens.starts[row] ?? 0;
    while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if (start >= (found[next]?.start ?? Number.POSITIVE_INFINITY)) continue;
    const word = text.slice(start, Math.min(tokens.ends[row] ?? 0, start + 20)).toLowerCase();
    if (subjects.has(word)) seen.add(word);
  }
  return seen.size >= MIN_SUBJECT_WORDS;
}

interface Place {
  readonly block: DocumentBlock;
  readonly sentence: Span;
  readonly family: Family;
  readonly matched: Span;
  /** The block says nothing else. */
  readonly isAlone: boolean;
}

/** Do only words such as "sure" stand between the start of the block and `row`? */
function opensBlock({ text, tokens }: Document, block: DocumentBlock, row: number, openers: ReadonlySet<string>): boolean {
  if (row - block.tokenStart > MAX_OPENERS) return false;
  for (let at = block.tokenStart; at < row; at++)
    if (!openers.has(text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase())) return false;
  return true;
}

function stands(family: Family, match: PhraseMatch, block: DocumentBlock, isFirst: boolean, opens: boolean): boolean {
  if (family.place === 'block') return match.from === block.tokenStart && match.to === block.tokenEnd;
  if (family.place === 'start') return opens;
  return family.place === 'anywhere' || isFirst;
}

/** Is nothing told after the colon of "Here is the article:"? */
function tellsNothingMore({ text }: Document, from: number, block: DocumentBlock): boolean {
  const rest = text.slice(from, Math.min(block.end, from + MAX_LEAD));
  const colon = rest.indexOf(':');
  return colon < 0 || (rest.slice(colon).match(/\p{L}{1,40}/gu)?.length ?? 0) < MIN_TOLD;
}

/** Index of the sentence that ends behind `offset`, from `from` on. */
function advance(sentences: readonly Span[], from: number, offset: number): number {
  let at = from;
  while (at < sentences.length - 1 && (sentences[at]?.end ?? 0) < offset) at++;
  return at;
}

/** A block's sentences and how far they were looked at: matches come in order. */
interface Cursor {
  readonly sentences: readonly Span[];
  first: number;
}

/** Where a match stands among the sentences of its block, or nothing when its family does not count there. */
function placeOf(
  document: Document,
  block: DocumentBlock,
  match: PhraseMatch,
  cursor: Cursor,
  rules: Compiled,
): Place | undefined {
  const { starts, ends } = document.tokens;
  const family = rules.families[match.phrase];
  const matched = { start: starts[match.from] ?? 0, end: ends[match.to - 1] ?? 0 };
  const { sentences } = cursor;
  const first = advance(sentences, cursor.first, matched.start + 1);
  cursor.first = first;
  const last = advance(sentences, first, matched.end);
  const isFirst = match.from === block.tokenStart || (starts[match.from - 1] ?? 0) < (sentences[first]?.start ?? 0);
  const opens = opensBlock(document, block, match.from, rules.openers);
  if (!family || !stands(family, match, block, isFirst, opens)) return undefined;
  const isWhole = last === sentences.length - 1 && (opens || (first === 0 && isFirst));
  const isAlone = isWhole && (family.name !== 'preamble' || tellsNothingMore(document, matched.end, block));
  return { block, sentence: sentences[last] ?? block, family, matched, isAlone };
}

/** One place for each sentence of a block in which a phrase counts: the first one. */
function placesIn(document: Document, block: DocumentBlock, rules: Compiled): readonly Place[] {
  const matches = rules.match(document.tokens, block.tokenStart, block.tokenEnd);
  if (matches.length === 0) return [];
  const cursor = { sentences: splitSentences(document.text, block.start, block.end), first: 0 };
  const places = new Map<number, Place>();
  for (const match of matches) {
    const place = placeOf(document, block, match, cursor, rules);
    if (place && !places.has(place.sentence.start)) places.set(place.sentence.start, place);
  }
  return [...places.values()];
}

/** What stands in quotation marks is told by somebody. */
function isQuoted({ text }: Document, { sentence, matched, block }: Place): boolean {
  if (block.role === 'quote') return true;
  const lead = text.slice(Math.max(sentence.start, matched.start - MAX_LEAD), matched.start);
  return OPENING_QUOTES.test(lead) || OPENING_QUOTES.test(text.charAt(block.start));
}

function decide({ block, family, isAlone }: Place, isSubject: boolean, blocks: number): 'removed' | 'flagged' | undefined {
  const isLine = isAlone && block.words <= MAX_LINE_WORDS;
  if (isSubject) {
    const isAtEdge = block.index < EDGE || block.index > blocks - EDGE;
    return isLine && isAtEdge && family.alone === 'removed' ? 'flagged' : undefined;
  }
  if (isLine || family.place === 'block') return block.role === 'title' ? 'flagged' : family.alone;
  return family.among ? 'flagged' : undefined;
}

function toDetection(document: Document, place: Place, action: 'removed' | 'flagged'): Detection {
  const { family, matched, sentence, block } = place;
  const { start, end } = action === 'removed' ? block : sentence;
  return {
    kind: 'leftover',
    rule: `leftover.assistant-${family.name}@1`,
    start,
    end,
    confidence: 0.93,
    action,
    message: family.message,
    evidence: { matched: document.text.slice(matched.start, matched.end), zone: block.zone },
  };
}

function detectPlaces(document: Document, context: DetectionContext): readonly Detection[] {
  const rules = compile(context.ruleset);
  const places = document.blocks
    .filter(({ role }) => role !== 'code')
    .flatMap((block) => placesIn(document, block, rules))
    .filter((place) => !isQuoted(document, place));
  if (places.length === 0) return [];
  const isSubject = isAboutAssistants(
    document,
    places.map(({ sentence }) => sentence),
    rules.subjects,
  );
  return places.flatMap((place) => {
    const action = decide(place, isSubject, document.blocks.length);
    return action === undefined ? [] : [toDetection(document, place, action)];
  });
}

/**
 * What a language model says beside the text that was asked of it: that it is one, that here is the text, that it could do
 * more, and the buttons around it. As a line of its own it is removed, among other sentences flagged. What is quoted stays,
 * and so does everything in an article about such programs.
 */
export const assistantPhrase: Detector = {
  name: 'assistant-phrase',
  thresholds: [],
  lists: [
    ...FAMILIES.map(({ list }) => `leftover.assistant_${list}`),
    'leftover.assistant_subjects',
    'leftover.assistant_openers',
  ],
  detect: detectPlaces,
};
