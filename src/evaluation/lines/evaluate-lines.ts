import { countWords } from '../count-words.ts';
import { type Page, type PageLine, readPages } from '../data/read-pages.ts';
import { divide } from '../divide.ts';
import type { Evaluation, Figures, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { groupBy } from '../group-by.ts';
import { toWrongItem } from '../to-wrong-item.ts';
import { findExactRepeats } from './find-exact-repeats.ts';
import { followLineRule } from './follow-line-rule.ts';
import { isMetaLine } from './is-meta-line.ts';
import { isNoiseLine } from './is-noise-line.ts';
import { judgePage } from './judge-page.ts';
import type { JudgedLine } from './judged-line.ts';
import { type ScoredLine, scoreLines } from './score-lines.ts';
import { scoreRepeats } from './score-repeats.ts';

/** The same lines as one system judged them. */
interface SystemLines {
  readonly name: string;
  readonly lines: readonly ScoredLine[];
}

function scoreBaseline(
  name: string,
  pages: readonly Page[],
  judge: (lines: readonly string[]) => readonly boolean[],
): SystemLines {
  const lines = pages.flatMap((page) => {
    const removed = judge(page.lines.map(({ text }) => text));
    return page.lines.map((record, at): ScoredLine => {
      const isRemoved = removed[at] ?? false;
      const charactersLost = isRemoved ? record.text.replace(/\s/gu, '').length : 0;
      return { record, isRemoved, isKeptElsewhere: false, charactersLost };
    });
  });
  return { name, lines };
}

function knownFacts({ title, url }: Page): { readonly title?: string; readonly url?: string } {
  return { ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };
}

function labelOf({ label, sub }: PageLine): string {
  return sub === undefined ? label : `${label}: ${sub.split(' ')[0]}`;
}

function scoreLabel(lines: readonly JudgedLine[]): Figures {
  const removed = lines.filter(({ isRemoved }) => isRemoved).length;
  const isNoise = lines.some(({ record }) => isNoiseLine(record));
  const counts = isNoise ? { tp: removed, fp: 0, fn: lines.length - removed } : { tp: 0, fp: removed, fn: 0 };
  const rate = divide(removed, lines.length);
  return { items: lines.length, ...counts, ...(isNoise ? { recall: rate } : { flagRate: rate }) };
}

function causeRows(lines: readonly JudgedLine[], keyOf: (line: JudgedLine) => string): readonly Row[] {
  const content = lines.filter(({ record }) => !isNoiseLine(record));
  const words = content.reduce((sum, { record }) => sum + countWords(record.text), 0);
  const caused = lines.filter(({ cause, isRemoved }) => cause !== undefined && isRemoved);
  return groupBy(caused, keyOf).map(([name, items]) => {
    const lost = items.filter(({ record }) => !isNoiseLine(record));
    const tp = items.length - lost.length;
    const charactersLost = lost.reduce((sum, line) => sum + line.charactersLost, 0);
    const falseRemovalsPer10kWords = divide(lost.length * 10_000, words);
    return {
      name,
      figures: { tp, fp: lost.length, precision: divide(tp, items.length), falseRemovalsPer10kWords, charactersLost },
    };
  });
}

function buildTables(lines: readonly JudgedLine[], systems: readonly SystemLines[]): readonly Table[] {
  const score = (keep: (line: ScoredLine) => boolean): readonly Row[] =>
    systems.map(({ name, lines: judged }) => ({ name, figures: scoreLines(judged.filter(keep)) }));
  const labels = groupBy(lines, ({ record }) => labelOf(record)).map(([name, items]) => ({ name, figures: scoreLabel(items) }));
  return [
    { name: 'lines', title: 'noise lines; every line of content counts', rows: score(() => true) },
    {
      name: 'metaApart',
      title: 'the same without bylines, dates and captions',
      rows: score(({ record }) => !isMetaLine(record)),
    },
    { name: 'labels', title: 'by label: how much of it is taken out', rows: labels },
    { name: 'repeats', title: 'repetition', rows: scoreRepeats(lines) },
    { name: 'kinds', title: 'lines taken out, by kind of finding', rows: causeRows(lines, ({ cause }) => cause?.kind ?? '') },
    { name: 'rules', title: 'lines taken out, by rule', rows: causeRows(lines, ({ cause }) => cause?.rule ?? '') },
  ];
}

/** Why a line is judged wrongly; empty when it is not. */
function describeFault({ record, isRemoved, cause, repeat }: JudgedLine): string {
  if (isNoiseLine(record)) return isRemoved ? '' : 'missed';
  if (isRemoved) return cause?.action ?? 'removed';
  if (record.label === 'near_duplicate') return repeat === undefined ? 'not flagged' : '';
  return repeat === undefined ? '' : 'flagged';
}

function listWrong(lines: readonly JudgedLine[]): readonly WrongItem[] {
  return lines.flatMap((judged) => {
    const { file, line, record, cause, repeat } = judged;
    const outcome = describeFault(judged);
    const item = { file, line, label: labelOf(record), outcome, text: record.text };
    return outcome === '' ? [] : [toWrongItem(item, cause ?? repeat)];
  });
}

/** Noise lines of `pages/*.json`, with the C4 line rule and exact repeats beside ours. Throws `DataError`. */
export function evaluateLines({ folder, ruleset, onProgress }: EvaluationContext): Evaluation {
  const pages = readPages(folder);
  const judged = pages.map((page, at) => {
    onProgress(at, pages.length, page.file);
    return { alone: judgePage(page, ruleset), known: judgePage(page, ruleset, knownFacts(page)) };
  });
  const lines = judged.flatMap(({ alone }) => alone);
  const systems = [
    { name: 'copydesk', lines },
    { name: 'copydesk, title and address known', lines: judged.flatMap(({ known }) => known) },
    scoreBaseline('C4 line rule', pages, (texts) => texts.map(followLineRule)),
    scoreBaseline('exact repeats', pages, findExactRepeats),
  ];
  return { tables: buildTables(lines, systems), wrong: listWrong(lines) };
}
