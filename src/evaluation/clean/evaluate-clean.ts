import type { Finding } from '../../moderation/model/finding.ts';
import { divide } from '../divide.ts';
import type { Evaluation, Figures, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { findCause } from '../find-cause.ts';
import { groupBy } from '../group-by.ts';
import { toWrongItem } from '../to-wrong-item.ts';
import { type JudgedArticle, judgeCleanArticle } from './judge-clean-article.ts';
import { readCleanPages } from './read-clean-pages.ts';
import { readGumArticles } from './read-gum-articles.ts';
import { readWikiArticles } from './read-wiki-articles.ts';

/** A score that a clean article should not fall below. */
const GOOD_SCORE = 90;

const isRemoving = ({ action }: Finding): boolean => action !== 'flagged';

function countUnits(articles: readonly JudgedArticle[], kind: string): number {
  return articles.reduce((sum, { lostUnits }) => sum + lostUnits.filter((unit) => unit.kind === kind).length, 0);
}

function scoreArticles(articles: readonly JudgedArticle[]): Figures {
  const words = articles.reduce((sum, article) => sum + article.words, 0);
  const characters = articles.reduce((sum, { loss }) => sum + loss.characters, 0);
  const charactersLost = articles.reduce((sum, { loss }) => sum + loss.lost, 0);
  const findings = articles.flatMap((article) => article.findings);
  const removals = findings.filter(isRemoving).length;
  return {
    articles: articles.length,
    words,
    characters,
    charactersLost,
    charactersLostShare: divide(charactersLost, characters),
    headlinesLost: countUnits(articles, 'headline'),
    headingsLost: countUnits(articles, 'heading'),
    sentencesLost: countUnits(articles, 'sentence'),
    garbageFlags: findings.filter(({ kind }) => kind === 'garbage_token').length,
    removals,
    flags: findings.length - removals,
    falseRemovalsPer10kWords: divide(removals * 10_000, words),
    below90: articles.filter(({ score }) => score < GOOD_SCORE).length,
    lowestScore: articles.length === 0 ? null : Math.min(...articles.map(({ score }) => score)),
  };
}

function causeRows(articles: readonly JudgedArticle[], keyOf: (finding: Finding) => string): readonly Row[] {
  const words = articles.reduce((sum, article) => sum + article.words, 0);
  const found = articles.flatMap(({ findings, lostTo }) => findings.map((finding) => ({ finding, lostTo })));
  return groupBy(found, ({ finding }) => keyOf(finding)).map(([name, items]) => {
    const removed = items.filter(({ finding }) => isRemoving(finding));
    const charactersLost = removed.reduce((sum, { finding, lostTo }) => sum + lostTo(finding), 0);
    const falseRemovalsPer10kWords = divide(removed.length * 10_000, words);
    return {
      name,
      figures: { removals: removed.length, flags: items.length - removed.length, falseRemovalsPer10kWords, charactersLost },
    };
  });
}

function buildTables(sets: readonly (readonly [string, readonly JudgedArticle[]])[]): readonly Table[] {
  const all = sets.flatMap(([, articles]) => articles);
  const rows = [...sets, ['all', all] as const].map(([name, articles]) => ({ name, figures: scoreArticles(articles) }));
  return [
    { name: 'articles', title: 'clean articles: everything taken out is an error', rows },
    { name: 'kinds', title: 'by kind of finding', rows: causeRows(all, ({ kind }) => kind) },
    { name: 'rules', title: 'by rule', rows: causeRows(all, ({ rule }) => rule) },
  ];
}

/** Every finding on a clean article, with what stands there. */
function listWrong(articles: readonly JudgedArticle[]): readonly WrongItem[] {
  return articles.flatMap(({ article: { file, line, text, units }, findings }) =>
    findings.map((finding) => {
      const label = units.find((unit) => findCause([finding], unit) !== undefined)?.kind ?? 'text';
      const item = { file, line, label, outcome: finding.action, text: text.slice(finding.start, finding.end) };
      return toWrongItem(item, finding);
    }),
  );
}

/** What is taken out of clean pages, WikiGold and GUM, where nothing should be. Throws `DataError`. */
export function evaluateClean({ folder, ruleset, onProgress }: EvaluationContext): Evaluation {
  const sources = [
    { name: 'clean pages', articles: readCleanPages(folder) },
    { name: 'WikiGold', articles: readWikiArticles(folder) },
    { name: 'GUM', articles: readGumArticles(folder) },
  ];
  const sets = sources.map(({ name, articles }) => {
    const judged = articles.map((article, at) => {
      onProgress(at, articles.length, article.file);
      return judgeCleanArticle(article, ruleset);
    });
    return [name, judged] as const;
  });
  return { tables: buildTables(sets), wrong: listWrong(sets.flatMap(([, articles]) => articles)) };
}
