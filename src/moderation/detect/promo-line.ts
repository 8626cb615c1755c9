import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { describeLines, endsSentence, LINE_GROUP, type LineDescriber } from '../text/describe-lines.ts';

const OFFER = LINE_GROUP;
const CALL = LINE_GROUP << 1;
const TERMS = LINE_GROUP << 2;
const SUBJECT = LINE_GROUP << 3;

/** Words; the longest advert of the labelled pages has 31. */
const MAX_WORDS = 45;
const FILLER_WORDS = 6;
const CODE = /\bcode:?\s{0,2}["“]?[A-Z\d]{4,20}\b|["“][A-Z][A-Z\d ]{3,20}["”]/u;
const LINK =
  /\b(?:bit\.ly|t\.me|wa\.me|amzn\.to|tinyurl\.com|goo\.gl|ow\.ly|rb\.gy|cutt\.ly|linktr\.ee)\/\S|[?&](?:ref|aff|affiliate|utm_\w{1,12}|invite)=/iu;
const SHOUT = /!!|[▶◀★☆✅✨➡👉🔥💰🎁🚀💸🤑]/u;
const REPORTED = /^["“„«]|\b(?:said|says|told|according to)\b/u;

// A memo of a pure function of an immutable ruleset; it lives as long as the ruleset.
const describers = new WeakMap<Ruleset, LineDescriber>();

function describerFor(ruleset: Ruleset): LineDescriber {
  const known = describers.get(ruleset);
  if (known) return known;
  const group = (name: string) => ({ phrases: ruleset.lists[name] ?? [], maxWords: MAX_WORDS, whole: false });
  const describe = describeLines(['promo.offers', 'promo.calls', 'promo.terms', 'promo.subjects'].map(group));
  describers.set(ruleset, describe);
  return describe;
}

interface Features {
  readonly points: number;
  readonly names: readonly string[];
}

const NONE: Features = { points: 0, names: [] };

/** What speaks for an advert, in points. Reported speech tells of an advert and is none. */
function readFeatures(block: DocumentBlock, bits: number): Features {
  if (block.words === 0 || block.words > MAX_WORDS || block.role === 'title' || block.role === 'code') return NONE;
  if (REPORTED.test(block.text)) return NONE;
  const weighed = [
    ['offer', 2, (bits & OFFER) !== 0],
    ['call', 1, (bits & CALL) !== 0],
    ['terms', 2, (bits & TERMS) !== 0],
    ['code', 2, CODE.test(block.text)],
    ['link', 2, LINK.test(block.text)],
    ['shout', 1, SHOUT.test(block.text)],
  ] as const;
  const present = weighed.filter(([, , isPresent]) => isPresent);
  return { points: present.reduce((sum, [, points]) => sum + points, 0), names: present.map(([name]) => name) };
}

/** A line with some features next to one with enough belongs to the same advert. */
function isPromo(features: readonly Features[], at: number, needed: number): boolean {
  const points = features[at]?.points ?? 0;
  const near = [-2, -1, 1, 2].some((step) => (features[at + step]?.points ?? 0) >= needed);
  return points >= needed || (points >= 2 && near);
}

/** A short line between two lines of an advert: its section, its age. */
function isFiller(block: DocumentBlock): boolean {
  return block.words <= FILLER_WORDS && block.role !== 'title' && !endsSentence(block.text);
}

/** Offers are what the article is about when its title says so or when they are a good part of it. */
function isSubject(document: Document, lines: Uint16Array, promos: readonly DocumentBlock[], context: DetectionContext): boolean {
  const title = document.blocks.find((block) => block.role === 'title');
  if (title && ((lines[title.index] ?? 0) & SUBJECT) !== 0) return true;
  const wordsIn = (blocks: readonly DocumentBlock[]): number => blocks.reduce((sum, block) => sum + block.words, 0);
  return wordsIn(promos) >= wordsIn(document.blocks) * context.threshold('promo.max_share');
}

function toDetection(block: DocumentBlock, { points, names }: Features): Detection {
  return {
    kind: 'spam_insert',
    rule: 'promo.line@1',
    start: block.start,
    end: block.end,
    confidence: 0.88,
    action: 'removed',
    message: 'an advert: offer, call, code, link or terms together',
    evidence: { feature_points: points, features: names, words: block.words },
  };
}

/** Adverts told by what they are made of: an offer, a call to act, a code, a shortened link, small print. */
export const promoLine: Detector = {
  name: 'promo-line',
  thresholds: ['promo.min_points', 'promo.max_share'],
  lists: ['promo.offers', 'promo.calls', 'promo.terms', 'promo.subjects'],
  detect(document, context) {
    const lines = describerFor(context.ruleset)(document);
    const features = document.blocks.map((block) => readFeatures(block, lines[block.index] ?? 0));
    const needed = context.threshold('promo.min_points');
    const isMember = (at: number): boolean => isPromo(features, at, needed);
    const promos = document.blocks.filter(
      (block) => isMember(block.index) || (isFiller(block) && isMember(block.index - 1) && isMember(block.index + 1)),
    );
    if (promos.length === 0) return [];
    if (isSubject(document, lines, promos, context)) return [];
    return promos.map((block) => toDetection(block, features[block.index] ?? NONE));
  },
};
