import { ENTITY_TYPES } from '../../../model/annotation.ts';
import type { NamedSpan } from '../named-span.ts';
import { createNameReader, type NameReader } from './create-name-reader.ts';
import { DefinedAcronyms } from './defined-acronyms.ts';
import { describeMentions } from './describe-mentions.ts';
import { foldWord } from './fold-word.ts';
import { isKnownWord } from './is-known-word.ts';
import type { NameForm } from './name-form.ts';
import { nameKey, spellOut } from './name-key.ts';
import type { ReadName } from './read-name.ts';

interface Reading extends ReadName {
  readonly span: NamedSpan;
  readonly hasThe: boolean;
}

const THE_BEFORE = /\bthe\s{1,2}$/iu;
const THE = /^the\s/iu;
const LOOK_BACK = 6;
/** UTF-16 code units of a name that are looked at, as in `readName`. */
const MAX_LENGTH = 200;
const WORD = /[\p{L}\p{M}'’-]+/gu;

function read(text: string, span: NamedSpan, readName: NameReader): Reading {
  const surface = text.slice(span.start, span.end);
  const hasThe = THE.test(surface) || THE_BEFORE.test(text.slice(Math.max(0, span.start - LOOK_BACK), span.start));
  return { ...readName(surface, span.type), span, hasThe };
}

/** A reading spelled out by what everybody knows, but for acronyms that the text defines otherwise; and its key. */
function spell(reading: Reading, defined: DefinedAcronyms): readonly [key: string, reading: Reading] {
  const { words, span, isShortened } = reading;
  const meaning = defined.meaningOf(words[0] ?? '', span.start);
  if (meaning !== undefined) return [nameKey(words, span.type) + (words.length > 1 ? '' : ` ${meaning}`), reading];
  const spelled = spellOut(words, span.type, isShortened);
  return [nameKey(spelled, span.type), { ...reading, words: spelled }];
}

/** Shortest word that may be a slip for another, and so is looked up. */
const MIN_LETTERS = 7;

function listKnownWords(text: string, { words, span }: Reading): ReadonlySet<string> {
  const written = text.slice(span.start, Math.min(span.end, span.start + MAX_LENGTH)).match(WORD) ?? [];
  const known = [...words, ...written].filter((word) => word.length >= MIN_LETTERS && isKnownWord(word));
  return new Set(known.map(foldWord));
}

function toForm(text: string, key: string, readings: readonly [Reading, ...Reading[]]): NameForm {
  const spans = readings.map(({ span }) => span);
  const [first] = readings;
  const facts = describeMentions(text, first.words, spans);
  return {
    key,
    words: first.words,
    parts: first.parts,
    beforeComma: first.beforeComma,
    acronym: readings.find(({ acronym }) => acronym !== '')?.acronym ?? '',
    hasThe: readings.some(({ hasThe }) => hasThe),
    knownWords: listKnownWords(text, first),
    namesPlace: facts.placedMentions > 0,
    ...facts,
  };
}

const byPlace = (a: NamedSpan, b: NamedSpan): number =>
  a.start - b.start ||
  a.end - b.end ||
  ENTITY_TYPES.indexOf(a.type) - ENTITY_TYPES.indexOf(b.type) ||
  a.confidence - b.confidence;

/** The forms of names among the spans, in order of first mention, whatever the order of the spans. */
export function collectForms(text: string, spans: readonly NamedSpan[]): readonly NameForm[] {
  const readName = createNameReader();
  const groups = new Map<string, [Reading, ...Reading[]]>();
  const readings = [...spans].sort(byPlace).map((span) => read(text, span, readName));
  const defined = new DefinedAcronyms(text, readings);
  for (const [key, reading] of readings.map((each) => spell(each, defined))) {
    const known = groups.get(key);
    if (known) known.push(reading);
    else groups.set(key, [reading]);
  }
  return [...groups].map(([key, readings]) => toForm(text, key, readings));
}
