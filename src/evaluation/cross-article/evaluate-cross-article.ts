import { countJudged } from '../count-judged.ts';
import type { Evaluation, Row, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { type Counts, scoreCounts } from '../score-counts.ts';
import { toWrongItem } from '../to-wrong-item.ts';
import { type FoundCopy, type JudgedPlanted, judgePlanted } from './judge-planted.ts';
import { MemoryCorpus } from './memory-corpus.ts';
import { planArticles } from './plan-articles.ts';
import { PLANTS, type PlantedArticle } from './planted-article.ts';
import { createRandomNumbers } from './random-numbers.ts';

const ARTICLES = 2000;
const KINDS = ['exact', 'reworded', 'lifted'] as const;

/** True when two articles hold text of one author: one comes from the other, or both from a third. */
function createKinTest(articles: readonly PlantedArticle[]): (id: string, other: string) => boolean {
  const origin = new Map(articles.map(({ id, from }) => [id, from ?? id]));
  return (id, other) => origin.get(id) === origin.get(other);
}

interface Judge {
  readonly judged: readonly JudgedPlanted[];
  readonly isKin: (id: string, other: string) => boolean;
}

const isRight = ({ isKin }: Judge, { article }: JudgedPlanted, copy: FoundCopy): boolean => isKin(article.id, copy.of);

function countKind(judge: Judge, kind: (typeof KINDS)[number]): Counts {
  const planted = judge.judged.filter(({ article }) => article.plant === kind);
  const tp = planted.filter((one) => one.copies.some((copy) => isRight(judge, one, copy))).length;
  const wrong = judge.judged.flatMap((one) => one.copies.filter((copy) => copy.kind === kind && !isRight(judge, one, copy)));
  return { tp, fp: wrong.length, fn: planted.length - tp };
}

/** How many articles of each sort have a finding of another article, right or wrong. */
function toPlantRow(judge: Judge, plant: PlantedArticle['plant']): Row {
  const of = judge.judged.filter(({ article }) => article.plant === plant);
  const flags = of.filter(({ copies }) => copies.length > 0).length;
  const wrong = of.filter((one) => one.copies.some((copy) => !isRight(judge, one, copy))).length;
  return { name: plant, figures: { articles: of.length, flags, fp: wrong } };
}

function listWrong(judge: Judge): readonly WrongItem[] {
  return judge.judged.flatMap((one, at) => {
    const { article, copies, lines } = one;
    const item = { file: 'generated', line: at + 1, label: article.plant };
    const isPlanted = article.from !== undefined;
    const missed = isPlanted && !copies.some((copy) => isRight(judge, one, copy));
    return [
      ...(missed ? [toWrongItem({ ...item, outcome: 'missed', text: `${article.id}, from ${article.from}` }, undefined)] : []),
      ...copies
        .filter((copy) => !isRight(judge, one, copy))
        .map((copy) => toWrongItem({ ...item, outcome: copy.kind, text: `${article.id}, taken for ${copy.of}` }, copy.finding)),
      ...lines
        .filter(({ isNoise, isFound }) => isNoise !== isFound)
        .map(({ isFound, text }) => toWrongItem({ ...item, outcome: isFound ? 'told' : 'missed', text }, undefined)),
    ];
  });
}

/**
 * Copies among 2,000 articles that are written from the seed: exact and reworded articles, lifted paragraphs and lines that sources
 * repeat, among articles that only look alike. Needs no data.
 */
export function evaluateCrossArticle({ ruleset, seed, onProgress }: EvaluationContext, count = ARTICLES): Evaluation {
  const articles = planArticles(count, createRandomNumbers(seed));
  const corpus = new MemoryCorpus();
  const seenLines = new Map<string, number>();
  const judged = articles.map((article, at) => {
    onProgress(at, articles.length, 'generated articles');
    return judgePlanted(article, corpus, seenLines, ruleset);
  });
  const judge: Judge = { judged, isKin: createKinTest(articles) };
  const inserts = scoreCounts(countJudged(judged.flatMap(({ lines }) => lines)));
  const rows: readonly Row[] = [
    ...KINDS.map((kind) => ({ name: kind, figures: scoreCounts(countKind(judge, kind)) })),
    { name: 'inserts', figures: inserts },
  ];
  return {
    tables: [
      { name: 'copies', title: `copies among generated articles, seed ${seed}`, rows },
      { name: 'articles', title: 'findings by sort of article', rows: PLANTS.map((plant) => toPlantRow(judge, plant)) },
      { name: 'run', title: 'what they were written from', rows: [{ name: 'seed', figures: { items: seed } }] },
    ],
    wrong: listWrong(judge),
  };
}
