import { divide } from '../divide.ts';
import type { Evaluation, Figures, Row, Table, WrongItem } from '../evaluation.ts';
import type { EvaluationContext } from '../evaluation-context.ts';
import { groupBy } from '../group-by.ts';
import type { Extractor } from './extractor.ts';
import { COPYDESK, COPYDESK_READ, judgeHtmlPage, WHOLE_PAGE } from './judge-html-page.ts';
import type { JudgedPage, SystemScore } from './judged-page.ts';
import { DEFUDDLE, loadDefuddle } from './load-defuddle.ts';
import { loadReadability, READABILITY } from './load-readability.ts';
import { readHtmlPage } from './read-html-page.ts';
import { readPageList } from './read-page-list.ts';
import { scoreSegments } from './score-segments.ts';
import { scoreTimes } from './score-times.ts';

const SYSTEMS = [COPYDESK, COPYDESK_READ, READABILITY, DEFUDDLE, WHOLE_PAGE];
const MISSING = ' (optional packages not installed)';

function systemRows(pages: readonly JudgedPage[], figuresOf: (scores: readonly SystemScore[]) => Figures): readonly Row[] {
  return SYSTEMS.map((name) => {
    const scores = pages.flatMap((page) => page.scores.filter((score) => score.name === name));
    return scores.length === 0 ? { name: name + MISSING, figures: {} } : { name, figures: figuresOf(scores) };
  });
}

function scoreSystem(scores: readonly SystemScore[]): Figures {
  return {
    pages: scores.length,
    ...scoreSegments(scores.map(({ folded }) => folded)),
    pagesEmpty: scores.filter(({ isEmpty }) => isEmpty).length,
    pagesFailed: scores.filter(({ hasFailed }) => hasFailed).length,
  };
}

function scoreMaps(pages: readonly JudgedPage[]): Figures {
  const characters = pages.reduce((sum, { map }) => sum + map.characters, 0);
  const charactersExact = pages.reduce((sum, { map }) => sum + map.exact, 0);
  const pagesExact = pages.filter(({ map }) => map.exact === map.characters).length;
  return { pages: pages.length, pagesExact, characters, charactersExact, exactShare: divide(charactersExact, characters) };
}

const causeOf = ({ outcome, rule }: WrongItem): string => (rule === null ? outcome : `${outcome}: ${rule}`);

function causeRows(wrong: readonly WrongItem[]): readonly Row[] {
  const segments = wrong.filter(({ label }) => label !== 'map');
  return groupBy(segments, causeOf).map(([name, items]) => {
    const fn = items.filter(({ label }) => label === 'with').length;
    return { name, figures: { fp: items.length - fn, fn } };
  });
}

function buildTables(pages: readonly JudgedPage[], wrong: readonly WrongItem[]): readonly Table[] {
  const raw = systemRows(pages, (scores) => scoreSegments(scores.map((score) => score.raw)));
  const times = scoreTimes(
    pages.map((page) => page.times),
    READABILITY,
  );
  return [
    {
      name: 'segments',
      title: 'passages of articles that are found, and of what stands around them; white space folded',
      rows: systemRows(pages, scoreSystem),
    },
    { name: 'raw', title: 'the same letter for letter', rows: raw },
    { name: 'causes', title: 'what copydesk judged wrongly, by what became of it', rows: causeRows(wrong) },
    {
      name: 'map',
      title: 'characters mapped exactly: those of the cleaned text that come from where its edits say',
      rows: [{ name: COPYDESK, figures: scoreMaps(pages) }],
    },
    { name: 'times', title: `CPU a page, and its ratio to ${READABILITY}; never the same twice`, rows: times },
  ];
}

async function loadPeers(): Promise<readonly Extractor[]> {
  const peers = [await loadReadability(), await loadDefuddle()];
  return peers.filter((peer) => peer !== undefined);
}

/**
 * Extraction of articles from the pages of `html/`, with Readability and defuddle beside ours. As the evaluation of
 * trafilatura does: a passage of the article that is found is a true positive, one that is not a false negative, a
 * passage of something else that is found a false positive; sums over all pages. For every system alike white space is
 * folded in text and passage (each run of `\s` is one space, none at the ends), then the text has to contain the
 * passage letter for letter. Throws `DataError`.
 */
export async function evaluateHtml({ folder, ruleset, onProgress }: EvaluationContext): Promise<Evaluation> {
  const list = readPageList(folder);
  const peers = await loadPeers();
  const pages: JudgedPage[] = [];
  for (const [at, listed] of list.entries()) {
    onProgress(at, list.length, listed.file);
    pages.push(await judgeHtmlPage(readHtmlPage(folder, listed), ruleset, peers));
  }
  const wrong = pages.flatMap((page) => page.wrong);
  return { tables: buildTables(pages, wrong), wrong };
}
