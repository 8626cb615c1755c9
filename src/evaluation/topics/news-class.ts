import type { Topic } from '../../moderation/model/annotation.ts';

/** The four classes of AG News. */
export const NEWS_CLASSES = ['World', 'Sports', 'Business', 'Sci/Tech'] as const;
export type NewsClass = (typeof NEWS_CLASSES)[number];

/**
 * Which class the top-level concepts of IPTC Media Topics belong to, by what they mean and not by what fits: sport, business with
 * labour, science with environment and weather; all that is left of the news is of the world.
 */
const CLASSES: Readonly<Record<string, NewsClass>> = {
  'medtop:01000000': 'World',
  'medtop:02000000': 'World',
  'medtop:03000000': 'World',
  'medtop:04000000': 'Business',
  'medtop:05000000': 'World',
  'medtop:06000000': 'Sci/Tech',
  'medtop:07000000': 'World',
  'medtop:08000000': 'World',
  'medtop:09000000': 'Business',
  'medtop:10000000': 'World',
  'medtop:11000000': 'World',
  'medtop:12000000': 'World',
  'medtop:13000000': 'Sci/Tech',
  'medtop:14000000': 'World',
  'medtop:15000000': 'Sports',
  'medtop:16000000': 'World',
  'medtop:17000000': 'Sci/Tech',
};

const topOf = ({ code, broader }: Topic): string => broader.at(-1) ?? code;

/** The class of the first topic: that of the top-level concept that most of the article speaks for. Nothing without topics. */
export function firstClass([first]: readonly Topic[]): NewsClass | undefined {
  return first && CLASSES[topOf(first)];
}

/** The class whose top-level concepts have the highest sum of scores, each with its best topic. Nothing without topics. */
export function sumClass(topics: readonly Topic[]): NewsClass | undefined {
  const best = new Map<string, number>();
  for (const topic of topics) best.set(topOf(topic), Math.max(best.get(topOf(topic)) ?? 0, topic.score));
  const sums = new Map<NewsClass, number>();
  for (const [top, score] of best) {
    const owner = CLASSES[top];
    if (owner) sums.set(owner, (sums.get(owner) ?? 0) + score);
  }
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
}
