import type { DetectionContext } from '../../model/detector.ts';
import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { createNote } from '../../text/create-note.ts';
import { cutExcerpt } from '../../text/cut-excerpt.ts';
import { opensQuotation } from '../../text/opens-quotation.ts';
import { isAlien, isKin, type Kinship } from './compare-with-article.ts';
import type { FamilyMatch } from './find-phrases.ts';
import { PROMO_POINTS, SPOKEN_FEATURES, TELLING_FEATURES, TOPIC_FEATURES, WANTING_FEATURES } from './promo-families.ts';
import { readSigns } from './read-signs.ts';

/** One thing that speaks for an advert, or against it. */
export interface Feature {
  readonly name: string;
  readonly points: number;
  /** The characters that show it; empty for what the whole line shows. */
  readonly excerpt: string;
}

/** A block or a sentence of it, with the phrases found there. */
export interface Region extends Span {
  readonly block: DocumentBlock;
  readonly from: number;
  readonly to: number;
  readonly matches: readonly FamilyMatch[];
}

/** What a region is held against. */
export interface Surroundings {
  readonly compare: (block: DocumentBlock, from: number, to: number) => Kinship;
  /** Blocks of key words and an address, by index, that stand with others like them below the story. */
  readonly keywordLinks: ReadonlySet<number>;
}

/** Words that phrases of adverts have to cover to be the bulk of a line. */
const MIN_DENSE = 2;
/** Words of a line in which a trader's voice, or an order at the beginning of a sentence, wants something by itself. */
const MAX_SPOKEN_WORDS = 25;
const MAX_EXCERPT = 60;
/** Points that a comparison with the article can bring. */
const MOST_OF_COMPARING = 2;

const signsOf = createNote(({ text }) => readSigns(text));

/** Names of thresholds by those of features: to put them together again and again costs more than all else here. */
const THRESHOLDS = new Map<string, string>(PROMO_POINTS.map((name) => [name, `promo.points.${name}`]));

function pointsOf(context: DetectionContext, name: string): number {
  return context.threshold(THRESHOLDS.get(name) ?? `promo.points.${name}`);
}

function excerptOf({ text, tokens }: Document, match: FamilyMatch): string {
  return cutExcerpt(text.slice(tokens.starts[match.from], tokens.ends[match.to - 1]), MAX_EXCERPT);
}

/** Matches that do not overlap, in order; of two that do, the weightier stays, then the longer, then the earlier. */
function pickDisjoint(matches: readonly FamilyMatch[]): readonly FamilyMatch[] {
  const weight = ({ points }: FamilyMatch): number => Math.abs(points);
  const sorted = [...matches].sort((a, b) => weight(b) - weight(a) || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken = new Set<number>();
  const picked = sorted.filter(({ from, to }) => {
    for (let row = from; row < to; row++) if (taken.has(row)) return false;
    for (let row = from; row < to; row++) taken.add(row);
    return true;
  });
  return picked.sort((a, b) => a.from - b.from);
}

/**
 * The phrases that count. A call to act that reaches over an offer ("start your free trial") is both, and so is an order that
 * begins with the word of one ("buy backlinks"); what is wanted is counted once.
 */
function pickTelling(matches: readonly FamilyMatch[]): readonly FamilyMatch[] {
  const picked = new Set(pickDisjoint(matches.filter(({ family }) => family !== 'openers')));
  const isCall = ({ family }: FamilyMatch): boolean => family === 'calls';
  const call = [...picked].some(isCall) ? undefined : matches.find(isCall);
  if (call) picked.add(call);
  const wants = [...picked].filter(({ family }) => WANTING_FEATURES.has(family));
  const isOwn = (match: FamilyMatch): boolean => !wants.some(({ from, to }) => from < match.to && match.from < to);
  const opener = matches.find((match) => match.family === 'openers' && isOwn(match));
  return opener ? [...picked, opener] : [...picked];
}

/** Points from which a feature has weight by itself. */
function strongPoints(context: DetectionContext): number {
  return context.threshold('promo.strong_points');
}

function weighFamilies(
  document: Document,
  region: Region,
  context: DetectionContext,
  muted: ReadonlySet<string>,
): readonly Feature[] {
  const telling = region.matches.filter(({ family, points }) => points !== 0 && !muted.has(family));
  const families = Map.groupBy(pickTelling(telling), ({ family }) => family);
  return [...families].flatMap(([family, [first, second]]): readonly Feature[] => {
    if (first === undefined) return [];
    const { points } = first;
    const feature = { name: family, points, excerpt: excerptOf(document, first) };
    if (second === undefined || points < strongPoints(context)) return [feature];
    return [feature, { name: 'second_phrase', points: pointsOf(context, 'second_phrase'), excerpt: excerptOf(document, second) }];
  });
}

/** Phrases of adverts cover half of the words or more. */
function weighDensity(region: Region, context: DetectionContext): readonly Feature[] {
  const phrases = pickDisjoint(region.matches.filter(({ points }) => points > 0));
  const covered = phrases.reduce((sum, { from, to }) => sum + to - from, 0);
  if (covered < MIN_DENSE || covered * 2 < region.to - region.from) return [];
  return [{ name: 'dense', points: pointsOf(context, 'dense'), excerpt: '' }];
}

function weighKinship(kinship: Kinship, context: DetectionContext): readonly Feature[] {
  const feature = (name: string): Feature => ({ name, points: pointsOf(context, name), excerpt: '' });
  return [
    ...(kinship.isAlienScript ? [feature('alien_script')] : []),
    ...(isAlien(kinship) ? [feature('alien_words')] : []),
    ...(isKin(kinship) ? [feature('kin_words')] : []),
  ];
}

/** Points that a block has to have: long ones gather features by chance. */
export function pointsNeeded(block: DocumentBlock, points: number, context: DetectionContext): number {
  return points + Math.floor(block.words / context.threshold('promo.words_per_point'));
}

/** Points of the phrases alone that speak for an advert, each family once. */
export function phrasePoints(matches: readonly FamilyMatch[]): number {
  let sum = 0;
  let seen = 0;
  for (const { points, group } of matches) {
    const bit = 1 << group;
    if ((seen & bit) === 0) sum += Math.max(0, points);
    seen |= bit;
  }
  return sum;
}

/** True when a feature has weight by itself. */
export function isStrong(features: readonly Feature[], context: DetectionContext): boolean {
  return features.some(({ points }) => points >= strongPoints(context));
}

/** True when something is wanted of the reader; a line without such a feature tells of offers. */
export function isAppeal(features: readonly Feature[]): boolean {
  return features.some(({ name, points }) => points > 0 && !TOPIC_FEATURES.has(name));
}

/**
 * True when something is plainly wanted of the reader and nobody is quoted or told of: what may be removed. `words`: length
 * of a line, or nothing for a sentence of a paragraph. Guides tell the reader what to do as well, in longer lines.
 */
export function isSolicitation(features: readonly Feature[], words?: number): boolean {
  const isShort = words !== undefined && words <= MAX_SPOKEN_WORDS;
  const isSpoken = isShort || features.some(({ name }) => name === 'keyword_link');
  const isWanting = ({ name }: Feature): boolean => WANTING_FEATURES.has(name) || (isSpoken && SPOKEN_FEATURES.has(name));
  return features.some(isWanting) && !features.some(({ name }) => TELLING_FEATURES.has(name));
}

/** The sum of features. */
export function sumPoints(features: readonly Feature[]): number {
  return features.reduce((sum, { points }) => sum + points, 0);
}

/** What speaks for an advert in a region, in points. `muted` features are what the article itself is about. */
export function weighRegion(
  document: Document,
  region: Region,
  context: DetectionContext,
  { compare, keywordLinks }: Surroundings,
  muted: ReadonlySet<string>,
): readonly Feature[] {
  const text = document.text.slice(region.start, region.end);
  const isWhole = region.start === region.block.start && region.end === region.block.end;
  const signs = (isWhole ? signsOf(region.block) : readSigns(text)).map(({ name, excerpt }) => ({
    name,
    points: pointsOf(context, name),
    excerpt: excerpt.slice(0, MAX_EXCERPT),
  }));
  const quoted = opensQuotation(text) ? [{ name: 'quoted', points: pointsOf(context, 'quoted'), excerpt: text.slice(0, 1) }] : [];
  const keywords = keywordLinks.has(region.block.index)
    ? [{ name: 'keyword_link', points: pointsOf(context, 'keyword_link'), excerpt: '' }]
    : [];
  const all = [
    ...weighFamilies(document, region, context, muted),
    ...weighDensity(region, context),
    ...signs,
    ...keywords,
    ...quoted,
  ];
  const found = all.filter(({ name }) => !muted.has(name));
  if (sumPoints(found) + MOST_OF_COMPARING < pointsNeeded(region.block, context.threshold('promo.flag_points'), context))
    return found;
  return [...found, ...weighKinship(compare(region.block, region.from, region.to), context)];
}
