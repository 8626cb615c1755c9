import { ENTITY_TYPES } from '../../../model/annotation.ts';
import type { NamedSpan } from '../named-span.ts';
import type { NameForm } from './name-form.ts';
import { nameKey, spellOut } from './name-key.ts';
import { type ReadName, readName } from './read-name.ts';
import { voteType } from './vote-type.ts';

interface Reading extends ReadName {
  readonly span: NamedSpan;
  readonly hasThe: boolean;
}

const THE_BEFORE = /\bthe\s{1,2}$/iu;
const THE = /^the\s/iu;
const LOOK_BACK = 6;

function read(text: string, span: NamedSpan): Reading {
  const surface = text.slice(span.start, span.end);
  const name = readName(surface, span.type);
  const hasThe = THE.test(surface) || THE_BEFORE.test(text.slice(Math.max(0, span.start - LOOK_BACK), span.start));
  const words = spellOut(name.words, span.type, name.isShortened);
  return { ...name, words, span, hasThe };
}

function toForm(key: string, readings: readonly Reading[]): NameForm {
  const ballots = readings.map(({ span }) => ({ type: span.type, confidence: span.confidence, weight: 1 }));
  const [first] = readings;
  return {
    key,
    words: first?.words ?? [],
    parts: first?.parts ?? [],
    beforeComma: first?.beforeComma ?? 0,
    acronym: readings.find(({ acronym }) => acronym !== '')?.acronym ?? '',
    hasThe: readings.some(({ hasThe }) => hasThe),
    ...voteType(ballots),
    mentions: readings.map(({ span }) => span),
  };
}

const byPlace = (a: NamedSpan, b: NamedSpan): number =>
  a.start - b.start ||
  a.end - b.end ||
  ENTITY_TYPES.indexOf(a.type) - ENTITY_TYPES.indexOf(b.type) ||
  a.confidence - b.confidence;

/** The forms of names among the spans, in order of first mention, whatever the order of the spans. */
export function collectForms(text: string, spans: readonly NamedSpan[]): readonly NameForm[] {
  const groups = new Map<string, Reading[]>();
  for (const span of [...spans].sort(byPlace)) {
    const reading = read(text, span);
    const key = nameKey(reading.words, span.type);
    const known = groups.get(key);
    if (known) known.push(reading);
    else groups.set(key, [reading]);
  }
  return [...groups].map(([key, readings]) => toForm(key, readings));
}
