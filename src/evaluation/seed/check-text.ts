import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { countWords } from '../count-words.ts';
import type { Gold } from './gold-schema.ts';
import type { SeedCheck, SeedPart } from './seed-check.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

function compareText(expected: string, actual: string): SeedPart {
  const wanted = words(expected);
  const got = words(actual);
  const at = wanted.findIndex((word, index) => word !== got[index]);
  const isRight = at < 0 && wanted.length === got.length;
  const evidence = isRight
    ? ''
    : `differs at word ${at < 0 ? wanted.length : at}: ${got.slice(Math.max(0, at), at + 8).join(' ')}`;
  return { line: 0, text: `${countWords(expected)} words`, isRight, evidence };
}

function compareMetadata(metadata: Gold['metadata'], { article }: ModeratedArticle): readonly SeedPart[] {
  const actual: Readonly<Record<string, string | null>> = {
    title: article.title,
    byline: article.byline,
    site: article.site,
    published: article.publishedAt?.slice(0, 'yyyy-mm-dd'.length) ?? null,
  };
  return Object.entries(metadata).map(([name, value]) => {
    const found = actual[name] ?? null;
    return { line: 0, text: `${name}: ${value}`, isRight: found === value, evidence: `found ${found}` };
  });
}

/** The cleaned text word for word (white space does not count), the metadata, and a verdict that asks for a person. */
export function checkText(gold: Gold, expected: string, result: ModeratedArticle): readonly SeedCheck[] {
  const { outcome } = result.verdict;
  const verdict = {
    line: 0,
    text: 'review',
    isRight: outcome === 'review',
    evidence: `${outcome}, score ${result.quality.score}`,
  };
  return [
    { name: 'cleaned text is the expected one', parts: [compareText(expected, result.text)] },
    { name: 'metadata is read', parts: compareMetadata(gold.metadata, result) },
    { name: 'verdict asks for review', parts: [verdict] },
  ];
}
