import { moderate, type Ruleset } from '../../index.ts';
import type { Article } from '../../moderation/model/article.ts';
import { read } from '../../moderation/read/read.ts';
import { checkMap } from './check-map.ts';
import { countSegments } from './count-segments.ts';
import type { Extractor } from './extractor.ts';
import { foldSpaces } from './fold-spaces.ts';
import type { HtmlPage } from './html-page.ts';
import type { JudgedPage, PageTimes, SystemScore } from './judged-page.ts';
import { listMapFaults } from './list-map-faults.ts';
import { listTextNodes } from './list-text-nodes.ts';
import { listWrongSegments } from './list-wrong-segments.ts';
import { READABILITY } from './load-readability.ts';
import { measureCpu } from './measure-cpu.ts';
import { pageText } from './page-text.ts';
import { type ExtractedText, runExtractor } from './run-extractor.ts';

export const COPYDESK = 'copydesk';
export const COPYDESK_READ = 'copydesk, before the detectors';
export const WHOLE_PAGE = 'whole text of the page';

const fold = (text: string): string => foldSpaces(text).text;

function score(name: string, page: HtmlPage, { text, hasFailed }: ExtractedText): SystemScore {
  const isEmpty = text.trim() === '';
  return {
    name,
    hasFailed,
    isEmpty,
    folded: countSegments(text, page, fold),
    raw: countSegments(text, page, (raw) => raw),
  };
}

/** A peer that throws is timed until it does. */
function timeExtractor({ extract }: Extractor, page: HtmlPage): number {
  return measureCpu(() => {
    try {
      return extract(page);
    } catch {
      return '';
    }
  });
}

/** A second time, all on the same page one after the other, so that a busy machine troubles all of them. */
function timePage(page: HtmlPage, article: Article, ruleset: Ruleset, peers: readonly Extractor[]): PageTimes {
  const readability = peers.find(({ name }) => name === READABILITY);
  return {
    [COPYDESK_READ]: measureCpu(() => read(article, ruleset)),
    ...(readability ? { [READABILITY]: timeExtractor(readability, page) } : {}),
    [COPYDESK]: measureCpu(() => moderate(article, { ruleset })),
  };
}

/** What Copydesk and its peers make of a page. */
export async function judgeHtmlPage(page: HtmlPage, ruleset: Ruleset, peers: readonly Extractor[]): Promise<JudgedPage> {
  const article: Article = { id: page.file, text: page.html, format: 'html', url: page.url };
  const reading = read(article, ruleset);
  const result = moderate(article, { ruleset });
  const nodes = listTextNodes(page.html);
  const scores = [
    score(COPYDESK, page, { text: result.text, hasFailed: false }),
    score(COPYDESK_READ, page, { text: reading.text, hasFailed: false }),
    score(WHOLE_PAGE, page, { text: pageText(nodes), hasFailed: false }),
  ];
  for (const peer of peers) scores.push(score(peer.name, page, await runExtractor(peer, page)));
  const repairs = result.findings.filter(({ action }) => action === 'repaired');
  const map = checkMap({ source: page.html, text: result.text, edits: result.edits, repairs });
  return {
    scores,
    wrong: [...listWrongSegments(page, { reading, result, nodes }), ...listMapFaults(page, map)],
    map,
    times: timePage(page, article, ruleset, peers),
  };
}
