import neverNames from '../../../../models/never-names.json' with { type: 'json' };
import type { TaxonomyConcept, TopicTerm } from '../../model/taxonomy.ts';
import { readWords } from './read-words.ts';
import { stemWord } from './stem-word.ts';
import type { TopicLimits } from './topic-limits.ts';

/** An article with the codes of its topics. */
export interface LabelledArticle {
  readonly title?: string | undefined;
  readonly text: string;
  readonly codes: readonly string[];
}

/** UTF-16 code units of an article that are learned from. */
const MAX_LENGTH = 20_000;
/** Articles that a term has to stand in. */
const MIN_ARTICLES = 3;
/** Standard deviations by which a term has to be commoner in a topic than outside it: one in forty would be by chance. */
const MIN_Z = 1.96;
/** Terms of a topic: what a person can look through and mend. */
const MAX_TERMS = 500;
/** Articles that are added to both sides, so that rare terms are not believed at once. */
const PRIOR = 0.5;
const LETTER = /\p{L}/u;
/** Endings that stand apart behind an odd apostrophe: "we`ll". */
const ENDINGS: ReadonlySet<string> = new Set(['ll', 're', 've']);
/** Letters of which one is a word. */
const IDEOGRAPH = /\p{Lo}/u;

/** Words that a term neither is nor begins nor ends with. */
const STOPS: ReadonlySet<string> = new Set(
  [...neverNames.functionWords, ...neverNames.calendar].map((word) => stemWord(word.toLowerCase())),
);

/** A single letter is none: it is left of a possessive or an abbreviation, "O´Brien´s", "U.S.", "C#". */
function isWord(stem: string): boolean {
  return LETTER.test(stem) && (stem.length > 1 || IDEOGRAPH.test(stem)) && !ENDINGS.has(stem) && !STOPS.has(stem);
}

/** A term with the number of articles it stands in, in all and by code. */
interface TermUse {
  readonly surface: string;
  articles: number;
  readonly byCode: Map<string, number>;
}

/** Words and pairs of words of an article in lower case, each once, by their stems. */
function termsOf({ title = '', text }: LabelledArticle): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const part of [title, text.slice(0, MAX_LENGTH)]) {
    const words = readWords(part, 0, part.length);
    for (const [at, { start, end, stem, follows }] of words.entries()) {
      if (!isWord(stem)) continue;
      const before = words[at - 1];
      terms.set(stem, part.slice(start, end).toLowerCase());
      if (follows && before && isWord(before.stem))
        terms.set(`${before.stem} ${stem}`, part.slice(before.start, end).toLowerCase());
    }
  }
  return terms;
}

function countUses(articles: readonly LabelledArticle[], onProgress: (done: number) => void): readonly TermUse[] {
  const uses = new Map<string, TermUse>();
  for (const [done, article] of articles.entries()) {
    onProgress(done);
    for (const [key, surface] of termsOf(article)) {
      const use = uses.get(key) ?? { surface, articles: 0, byCode: new Map() };
      uses.set(key, use);
      use.articles++;
      for (const code of new Set(article.codes)) use.byCode.set(code, (use.byCode.get(code) ?? 0) + 1);
    }
  }
  return [...uses.values()].filter(({ articles: count }) => count >= MIN_ARTICLES);
}

/** The weights of a written list that learned ones are measured by. */
type Scale = Pick<TopicLimits, 'termWeight' | 'strongWeight'>;

/** How many articles are in a topic, and in all. */
interface TopicShare {
  readonly inside: number;
  readonly all: number;
  readonly scale: Scale;
}

/**
 * Logarithm of the odds of a term in a topic against those outside it, when it is beyond chance: B. Monroe, M. Colaresi, K. Quinn,
 * Fightin' Words (2008), by articles, with a flat prior.
 * A term that is e times as common in the topic as outside it weighs as an ordinary one, one that stands in it alone as a strong one.
 */
function weigh(use: TermUse, code: string, { inside, all, scale }: TopicShare): number {
  const a = (use.byCode.get(code) ?? 0) + PRIOR;
  const b = use.articles - (use.byCode.get(code) ?? 0) + PRIOR;
  const odds = Math.log(a / (inside - a + 1)) - Math.log(b / (all - inside - b + 1));
  const z = odds / Math.sqrt(1 / a + 1 / b);
  return Number.isFinite(z) && z >= MIN_Z ? Math.min(scale.strongWeight, odds * scale.termWeight) : 0;
}

function termsFor(code: string, uses: readonly TermUse[], share: TopicShare): readonly TopicTerm[] {
  return uses
    .map((use) => ({ use, weight: weigh(use, code, share) }))
    .filter(({ weight }) => weight > 0)
    .sort(
      (x, y) =>
        y.weight * Math.log(y.use.articles) - x.weight * Math.log(x.use.articles) || (x.use.surface < y.use.surface ? -1 : 1),
    )
    .slice(0, MAX_TERMS)
    .map(({ use, weight }) => ({ term: use.surface.replace(/\s+/gu, ' '), weight: Math.round(weight * 100) / 100 }))
    .filter(({ weight }) => weight > 0);
}

/** Learns the terms of each topic from labelled articles, on the scale of a ruleset. Linear, deterministic; topics in order of their codes. */
export function learnTerms(
  articles: readonly LabelledArticle[],
  labels: ReadonlyMap<string, string>,
  scale: Scale,
  onProgress: (done: number) => void = () => {},
): readonly TaxonomyConcept[] {
  const uses = countUses(articles, onProgress);
  const codes = [...new Set(articles.flatMap((article) => article.codes))].sort();
  return codes.map((code) => {
    const inside = articles.filter((article) => article.codes.includes(code)).length;
    const terms = termsFor(code, uses, { inside, all: articles.length, scale });
    return { code, label: labels.get(code) ?? code, broader: [], terms, not: [] };
  });
}
