import { fileURLToPath } from 'node:url';
import type { ArticleFormat } from '../../../src/moderation/model/article.ts';
import { runScript } from '../run-script.ts';
import type { GrowthFigures, SizeFigures } from './growth-figures.ts';
import { keepBest, listSteps } from './judge-growth.ts';

/** UTF-16 code units, half a power of ten apart: 1 KB to 10 MB. */
export const SIZES = [1000, 3160, 10_000, 31_600, 100_000, 316_000, 1_000_000, 3_160_000, 10_000_000];
const FORMATS: readonly ArticleFormat[] = ['text', 'markdown', 'html'];
/**
 * A step of ten may take so many times what would be linear, which a power of 1.18 would: the best of thirty runs of a short article
 * stands beside the best of few of a long one, whose objects outlive more collections. `linear.ts` looks closer, without collections.
 */
const MAX_FACTOR = 1.5;
const MAX_ATTEMPTS = 3;
const SCRIPT = fileURLToPath(new URL('measure-size.ts', import.meta.url));

const isSizeFigures = (value: unknown): value is SizeFigures =>
  typeof value === 'object' && value !== null && 'peakMegabytes' in value;

async function measureSize(format: ArticleFormat, size: number): Promise<SizeFigures> {
  const figures = await runScript(SCRIPT, [format, `${size}`]);
  if (!isSizeFigures(figures)) throw new Error(`${SCRIPT} printed no figures`);
  return figures;
}

/**
 * How CPU time and memory of `moderate()` grow with the article, each size in a process of its own. Steps that look worse than
 * linear are measured again before they are believed.
 */
export async function measureGrowth(sizes: readonly number[], tell: (progress: string) => void): Promise<GrowthFigures> {
  let figures: readonly SizeFigures[] = [];
  for (const format of FORMATS) {
    for (const size of sizes) {
      tell(`growth: ${format}, ${size} code units`);
      figures = [...figures, await measureSize(format, size)];
    }
  }
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
    const slow = listSteps(figures).filter(({ factor }) => factor > MAX_FACTOR);
    for (const { format, from, to } of slow) {
      tell(`growth: ${format}, ${from} to ${to} code units once more`);
      figures = keepBest(figures, [await measureSize(format, from), await measureSize(format, to)]);
    }
  }
  return { sizes: figures, steps: listSteps(figures), maxFactor: MAX_FACTOR };
}
