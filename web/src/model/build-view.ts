import type { DeskArticle, Finding } from '../api/desk-types.ts';
import { cutPieces } from './cut-pieces.ts';
import { cutRows } from './cut-rows.ts';
import { type FindingGroup, groupFindings } from './group-findings.ts';
import { groupPages, type Page } from './group-pages.ts';

/** An article as the columns show it. */
export interface ArticleView {
  readonly original: string;
  readonly findings: readonly Finding[];
  readonly pages: readonly Page[];
  readonly groups: readonly FindingGroup[];
  /** Of each finding's id, the row of its group. */
  readonly groupOf: ReadonlyMap<string, number>;
  readonly isHtml: boolean;
  /** Tag of the article's language; `undefined` when it is not known. */
  readonly language: string | undefined;
  /** Whether it is drawn at once: short enough to be. */
  readonly isShort: boolean;
}

const SHORT = 30_000;
const MANY_FINDINGS = 200;

/** Lays an article out. Without a result the original stands alone; without an original there is nothing to show. */
export function buildView({ original, result }: Pick<DeskArticle, 'original' | 'result'>): ArticleView | null {
  if (original === null || result === null) return null;
  const pages = groupPages(cutRows(original, result, cutPieces(result, original.length)));
  const groups = groupFindings(result.findings, original);
  const groupOf = new Map(groups.flatMap(({ findings }, row) => findings.map(({ id }) => [id, row] as const)));
  const isShort = original.length < SHORT && result.findings.length < MANY_FINDINGS;
  const { code } = result.article.language;
  return {
    ...{ original, findings: result.findings, pages, groups, groupOf, isShort },
    isHtml: result.original.format === 'html',
    language: code === 'und' ? undefined : code,
  };
}
