import { moderate } from '../../index.ts';
import { readCleanPages } from '../clean/read-clean-pages.ts';
import { readGumArticles } from '../clean/read-gum-articles.ts';
import type { Evaluation, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { mangle } from './mangle.ts';

const SEPARATOR = '\n\n';
const BEYOND_ASCII = /[^\0-\x7f]/u;
const DAMAGE = 'windows-1252';
const LEAST_PARAGRAPHS = 3;

interface JudgedDocument {
  readonly file: string;
  readonly line: number;
  readonly damaged: string;
  readonly isRight: boolean;
  readonly found: string;
}

interface CleanText {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Damages the last paragraph that can be; right when it alone is repaired and the rest comes out as without damage. */
function judge({ file, line, text }: CleanText, ruleset: EvaluationContext['ruleset']): JudgedDocument | undefined {
  const paragraphs = text.split(SEPARATOR);
  const at = paragraphs.findLastIndex((paragraph) => BEYOND_ASCII.test(paragraph));
  const clean = paragraphs[at];
  if (clean === undefined || at === 0 || paragraphs.length < LEAST_PARAGRAPHS) return undefined;
  const damaged = mangle(clean, DAMAGE);
  const start = paragraphs.slice(0, at).join(SEPARATOR).length + SEPARATOR.length;
  const expected = moderate({ id: 'clean', text }, { ruleset });
  const result = moderate({ id: 'damaged', text: paragraphs.with(at, damaged).join(SEPARATOR) }, { ruleset });
  const repairs = result.findings.filter(({ kind }) => kind === 'encoding');
  const isInside = repairs.every((repair) => repair.start >= start && repair.end <= start + damaged.length);
  const isRight = result.text === expected.text && repairs.length === 1 && isInside;
  return { file, line, damaged, isRight, found: repairs.map(({ rule, action }) => `${rule} ${action}`).join(', ') };
}

function toWrong({ file, line, damaged, found }: JudgedDocument): WrongItem {
  return {
    file,
    line,
    label: 'one damaged paragraph',
    outcome: 'not as without damage',
    text: damaged,
    rule: null,
    evidence: found,
  };
}

/** Articles with one damaged paragraph, through the whole walk. Throws `DataError`. */
export function judgeDocuments({ folder, ruleset, onProgress }: EvaluationContext): Evaluation {
  const articles = [...readCleanPages(folder), ...readGumArticles(folder)];
  const judged = articles.flatMap((article, at) => {
    onProgress(at, articles.length, article.file);
    return judge(article, ruleset) ?? [];
  });
  const wrong = judged.filter(({ isRight }) => !isRight);
  const figures = { right: judged.length - wrong.length, of: judged.length };
  const row = { name: `copydesk, UTF-8 read as ${DAMAGE}`, figures };
  const title = 'articles with one damaged paragraph: it alone is repaired, the rest is as without it';
  return { tables: [{ name: 'articles', title, rows: [row] }], wrong: wrong.map(toWrong) };
}
