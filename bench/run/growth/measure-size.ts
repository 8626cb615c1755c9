/** Times `moderate()` for one article, and says what it took as a line of JSON: `node measure-size.ts FORMAT SIZE`. */
import process from 'node:process';
import { loadRuleset, moderate } from '../../../src/index.ts';
import type { ArticleFormat } from '../../../src/moderation/model/article.ts';
import { cpuMilliseconds } from '../../measuring/cpu-milliseconds.ts';
import { quantile } from '../../measuring/spread.ts';
import type { SizeFigures } from './growth-figures.ts';
import { writeSizedArticle } from './write-sized-article.ts';

/** CPU milliseconds for which the engine warms up, and for which runs are repeated. */
const WARM_UP = 1200;
const BUDGET = 600;
const WARM_SIZE = 10_000;

const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

/** CPU milliseconds of each run, for as long as the budget lasts, of one at least. */
function timeRuns(work: () => unknown, budget: number): readonly number[] {
  const runs: number[] = [];
  for (let spent = 0; runs.length === 0 || spent < budget; spent += runs.at(-1) ?? 0) {
    const before = cpuMilliseconds();
    work();
    runs.push(cpuMilliseconds() - before);
  }
  return runs;
}

function measureSize(format: ArticleFormat, size: number): SizeFigures {
  const ruleset = loadRuleset();
  const warm = writeSizedArticle(format, WARM_SIZE);
  timeRuns(() => moderate(warm, { ruleset }), WARM_UP);
  const startMegabytes = peakMegabytes();
  const article = writeSizedArticle(format, size);
  const articleMegabytes = peakMegabytes();
  const { text, findings, incomplete } = moderate(article, { ruleset });
  const peak = peakMegabytes();
  const runs = timeRuns(() => moderate(article, { ruleset }), BUDGET);
  return {
    format,
    size,
    length: article.text.length,
    best: Math.min(...runs),
    median: quantile(runs, 0.5),
    runs: runs.length,
    startMegabytes,
    articleMegabytes,
    peakMegabytes: peak,
    textLength: text.length,
    findings: findings.length,
    incomplete,
  };
}

const [format, size] = process.argv.slice(2);
if (format !== 'text' && format !== 'markdown' && format !== 'html') throw new RangeError(`no format ${format}`);
process.stdout.write(`${JSON.stringify(measureSize(format, Number(size)))}\n`);
