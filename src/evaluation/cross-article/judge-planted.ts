import type { Article, CorpusMatches, ModeratedArticle, Ruleset } from '../../index.ts';
import { fingerprintArticle, moderate } from '../../index.ts';
import type { Finding } from '../../moderation/model/finding.ts';
import type { MemoryCorpus } from './memory-corpus.ts';
import type { PlantedArticle } from './planted-article.ts';

/** A finding about another article. */
export interface FoundCopy {
  readonly kind: 'exact' | 'reworded' | 'lifted';
  readonly of: string;
  readonly finding: Finding;
}

/** A line of the article: whether its source had put it into articles enough before, and whether that was found. */
export interface JudgedLine {
  readonly text: string;
  readonly isNoise: boolean;
  readonly isFound: boolean;
}

export interface JudgedPlanted {
  readonly article: PlantedArticle;
  readonly copies: readonly FoundCopy[];
  readonly lines: readonly JudgedLine[];
}

function toCopy(finding: Finding): FoundCopy {
  const { rule, evidence } = finding;
  const copy = evidence.copy === 'exact' ? 'exact' : 'reworded';
  return { kind: rule.startsWith('cross-article.copy') ? copy : 'lifted', of: String(evidence.article), finding };
}

function judgeLines(
  { lines, text }: PlantedArticle,
  { findings }: ModeratedArticle,
  seen: (line: string) => number,
  least: number,
): readonly JudgedLine[] {
  const told = findings.filter(({ evidence }) => 'articles_with_it' in evidence).map(({ start, end }) => text.slice(start, end));
  const planted = lines.map((line) => ({ text: line, isNoise: seen(line) >= least, isFound: told.includes(line) }));
  const wrong = told.filter((line) => !lines.includes(line)).map((line) => ({ text: line, isNoise: false, isFound: true }));
  return [...planted, ...wrong];
}

/** Moderates an article beside those that came before, and lets it be one of them. */
export function judgePlanted(
  article: PlantedArticle,
  corpus: MemoryCorpus,
  seenLines: Map<string, number>,
  ruleset: Ruleset,
): JudgedPlanted {
  const { id, source, text, lines } = article;
  const input: Article = { id, source, text };
  const { fingerprint, reading } = fingerprintArticle(input, { ruleset });
  const matches: CorpusMatches = corpus.find(source, fingerprint);
  const result = moderate(input, { ruleset, corpus: matches, reading });
  corpus.add({ id, source, fingerprint });
  const keyOf = (line: string): string => `${source} ${line}`;
  const least = ruleset.thresholds['recurring.min_articles'] ?? 0;
  const judged = judgeLines(article, result, (line) => seenLines.get(keyOf(line)) ?? 0, least);
  for (const line of lines) seenLines.set(keyOf(line), (seenLines.get(keyOf(line)) ?? 0) + 1);
  const copies = result.findings.filter(({ kind }) => kind === 'cross_article_duplicate').map(toCopy);
  return { article, copies, lines: judged };
}
