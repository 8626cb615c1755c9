import { loadDefuddle } from '../../src/evaluation/html/load-defuddle.ts';
import { loadReadability, READABILITY } from '../../src/evaluation/html/load-readability.ts';
import { loadRuleset, moderate } from '../../src/index.ts';
import type { Article } from '../../src/moderation/model/article.ts';
import { read } from '../../src/moderation/read/read.ts';
import { quantile } from '../measuring/spread.ts';
import { listSeries } from './article-texts.ts';
import { type ComparedRow, MODERATE, toRows } from './measure-article.ts';
import { type Contender, type Rounds, takeTurns } from './take-turns.ts';
import { writeWebPage } from './write-web-page.ts';

/** What web pages cost; ratios are to Readability. */
export interface HtmlFigures {
  /** UTF-16 code units of a page, the median. */
  readonly length: number;
  readonly rows: readonly ComparedRow[];
}

const URL_OF_PAGE = 'https://quay-gazette.example/story';

async function openPeers(): Promise<readonly Contender<string>[]> {
  const extractors = [await loadReadability(), await loadDefuddle()].filter((extractor) => extractor !== undefined);
  return extractors.map(({ name, extract }) => ({
    name,
    run: (html) => extract({ file: 'page.html', url: URL_OF_PAGE, html, with: [], without: [] }),
  }));
}

function openOurs(): readonly Contender<string>[] {
  const ruleset = loadRuleset();
  const detail = 'finds the article of a page and maps it to the source, as far as the others go';
  const toArticle = (text: string): Article => ({ id: 'bench', text, format: 'html', url: URL_OF_PAGE });
  return [
    { name: `${MODERATE}, of which`, run: (html) => moderate(toArticle(html), { ruleset }) },
    { name: '  reading alone', detail, run: (html) => read(toArticle(html), ruleset) },
  ];
}

/** `moderate()` of web pages, and its reading alone, beside those who find the article of a page and do no more. */
export async function measureHtml(
  texts: readonly string[],
  rounds: Rounds,
  tell: (progress: string) => void,
): Promise<HtmlFigures> {
  const contenders = [...openOurs(), ...(await openPeers())];
  const [series] = listSeries(texts);
  const pages = Array.from({ length: rounds.warmUp + rounds.counted }, (_, round) => writeWebPage(series?.textOf(round) ?? ''));
  tell(`html: pages of ${pages[0]?.length} code units`);
  const times = await takeTurns(contenders, (round) => pages[round] ?? '', rounds);
  return {
    length: quantile(
      pages.map((page) => page.length),
      0.5,
    ),
    rows: toRows(
      contenders,
      times,
      contenders.findIndex(({ name }) => name === READABILITY),
    ),
  };
}
