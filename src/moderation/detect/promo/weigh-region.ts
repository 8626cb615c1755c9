import type { DetectionContext } from '../../model/detector.ts';
import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { isAlien, isKin, type Kinship } from './article-words.ts';
import type { FamilyMatch } from './find-phrases.ts';
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

export type Compare = (block: DocumentBlock, from: number, to: number) => Kinship;

const OPENING_QUOTE = /^["“„«]/u;
const MAX_EXCERPT = 60;
/** Points that a comparison with the article can bring. */
const MOST_OF_COMPARING = 2;

function pointsOf(context: DetectionContext, name: string): number {
  return context.threshold(`promo.points.${name}`);
}

function excerptOf({ text, tokens }: Document, match: FamilyMatch): string {
  return text.slice(tokens.starts[match.from], tokens.ends[match.to - 1]).slice(0, MAX_EXCERPT);
}

/** Matches of one family that do not overlap, in order; the longer of two that begin together. */
function pickDisjoint(matches: readonly FamilyMatch[]): readonly FamilyMatch[] {
  const sorted = [...matches].sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return sorted.filter((match) => {
    if (match.from < end) return false;
    end = match.to;
    return true;
  });
}

function weighFamilies(document: Document, region: Region, context: DetectionContext): readonly Feature[] {
  const families = Map.groupBy(region.matches, ({ family }) => family);
  return [...families].flatMap(([family, matches]): readonly Feature[] => {
    const [first, second] = pickDisjoint(matches);
    if (family === 'subjects' || first === undefined) return [];
    if (family === 'tellers') return [{ name: 'teller', points: pointsOf(context, 'teller'), excerpt: excerptOf(document, first) }];
    const feature = { name: family, points: pointsOf(context, family), excerpt: excerptOf(document, first) };
    if (second === undefined) return [feature];
    return [feature, { name: 'second_phrase', points: pointsOf(context, 'second_phrase'), excerpt: excerptOf(document, second) }];
  });
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

/** Points of the phrases alone, each family once; words of telling left out. */
export function phrasePoints(matches: readonly FamilyMatch[], context: DetectionContext): number {
  const families = new Set(matches.map(({ family }) => family).filter((family) => family !== 'tellers' && family !== 'subjects'));
  return [...families].reduce((sum, family) => sum + pointsOf(context, family), 0);
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
  compare: Compare,
  muted: ReadonlySet<string>,
): readonly Feature[] {
  const text = document.text.slice(region.start, region.end);
  const signs = readSigns(text).map(({ name, excerpt }) => ({
    name,
    points: pointsOf(context, name),
    excerpt: excerpt.slice(0, MAX_EXCERPT),
  }));
  const quoted = OPENING_QUOTE.test(text) ? [{ name: 'teller', points: pointsOf(context, 'teller'), excerpt: text.slice(0, 1) }] : [];
  const found = [...weighFamilies(document, region, context), ...signs, ...quoted].filter(({ name }) => !muted.has(name));
  if (sumPoints(found) + MOST_OF_COMPARING < pointsNeeded(region.block, context.threshold('promo.flag_points'), context)) return found;
  return [...found, ...weighKinship(compare(region.block, region.from, region.to), context)];
}
