import type { SpanPart } from './generalise.ts';

/** The text of a rule, and why it might be the right one. */
export interface PhraseCandidate {
  readonly form: 'phrase' | 'pattern';
  readonly text: string;
  readonly why: string;
}

export interface Candidates {
  /** The narrowest first. */
  readonly candidates: readonly PhraseCandidate[];
  /** Of the words that stay, as rules are called; neutral where they name somebody. */
  readonly name: string;
  /** It has an address, a sign or a number: what adverts have and labels do not. */
  readonly isAdvert: boolean;
}

type Varying = NonNullable<SpanPart['varies']>;

/** Words and signs that a text of a rule has at most; the beginning of a longer span tells it well enough. */
const MOST_PARTS = 40;
/** Fewer words by themselves stand in any article. */
const LEAST_STEADY = 3;
const NAME_WORDS = 3;
const MOST_NAME = 40;
/** "of", "the" and their like name nothing. */
const LEAST_LETTERS = 3;
/** It says nothing of the span. */
const NEUTRAL = 'from-a-span';

const WORDS: Readonly<Record<Exclude<Varying, 'end'>, string>> = {
  number: 'numbers',
  word: 'codes',
  name: 'names',
  url: 'addresses',
};

/** A sign belongs to the number beside it; all else stands apart. */
function join(words: readonly string[]): string {
  return words.join(' ').replace(/ (?=%)/gu, '');
}

function cutEnd(parts: readonly SpanPart[]): readonly SpanPart[] {
  const end = parts.findIndex(({ varies }) => varies === 'end');
  return parts.slice(0, Math.min(end < 0 ? parts.length : end, MOST_PARTS));
}

/** Names beside each other are one name: `{name}` stands for up to three words. */
function isSecondName(parts: readonly SpanPart[], at: number): boolean {
  return parts[at]?.varies === 'name' && parts[at - 1]?.varies === 'name';
}

/** Placeholders at the ends say nothing; only a number may begin a phrase. */
function trim(words: readonly string[]): readonly string[] {
  const isOpen = (word: string) => word.startsWith('{');
  const first = words.findIndex((word) => !isOpen(word) || word === '{number}');
  const last = words.findLastIndex((word) => !isOpen(word) || word === '{number}');
  return first < 0 ? [] : words.slice(first, last + 1);
}

function writeOpen(parts: readonly SpanPart[], open: readonly Varying[]): PhraseCandidate {
  const isOpen = ({ varies }: SpanPart) => varies !== undefined && open.includes(varies);
  const words = parts.flatMap((part, at) => {
    if (!isOpen(part)) return [part.text.toLowerCase()];
    return isSecondName(parts, at) ? [] : [`{${part.varies}}`];
  });
  const text = join(trim(words));
  const kinds = open.flatMap((varies) => (text.includes(`{${varies}}`) && varies !== 'end' ? [WORDS[varies]] : []));
  if (kinds.length === 0) return { form: 'phrase', text, why: 'The words of the span, without what may differ at its ends.' };
  return { form: 'pattern', text, why: `The words of the span; its ${kinds.join(' and ')} may differ.` };
}

function runsOf(parts: readonly SpanPart[]): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const { text, varies } of parts) {
    if (varies === undefined) runs.at(-1)?.push(text);
    else runs.push([]);
  }
  return runs;
}

function longestOf(parts: readonly SpanPart[]): readonly string[] {
  return runsOf(parts).reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

/**
 * Names of rules stand in results, events and metrics, where no purge reaches them. So they hold no word that may be a person's: none at all where
 * the span names somebody, and none with a capital, which at the beginning of a sentence may be a name that nothing else tells.
 */
function nameOf(all: readonly SpanPart[]): string {
  if (all.some(({ varies }) => varies === 'name')) return NEUTRAL;
  const words = longestOf(cutEnd(all))
    .filter((word) => !/\p{Lu}/u.test(word))
    .map((word) => word.normalize('NFKD').replace(/[^a-z]/gu, ''))
    .filter((word) => word.length > LEAST_LETTERS);
  return words.slice(0, NAME_WORDS).join('-').slice(0, MOST_NAME).replace(/-$/u, '') || NEUTRAL;
}

/** Texts of rules for the parts of a span: as it is, with more and more of it left open, and what stays the same by itself. */
export function writeCandidates(all: readonly SpanPart[]): Candidates {
  const parts = cutEnd(all);
  const steady = longestOf(parts).map((word) => word.toLowerCase());
  const whole = {
    form: 'phrase',
    text: join(parts.map(({ text }) => text.toLowerCase())),
    why: 'The span word for word.',
  } as const;
  const candidates: PhraseCandidate[] = [
    whole,
    writeOpen(parts, ['number', 'url', 'word']),
    writeOpen(parts, ['number', 'url', 'word', 'name']),
  ];
  if (steady.length >= LEAST_STEADY) {
    candidates.push({ form: 'phrase', text: join(steady), why: 'Only the longest run of words that stays the same.' });
  }
  const isNew = ({ text }: PhraseCandidate, at: number) => text !== '' && candidates.findIndex((one) => one.text === text) === at;
  const isAdvert = all.some(({ text, varies }) => (varies !== undefined && varies !== 'name') || /^[%$€£¥@]$/u.test(text));
  return { candidates: candidates.filter(isNew), name: nameOf(all), isAdvert };
}
