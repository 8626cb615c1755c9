import type { SignalName } from '../../model/signal.ts';
import { share } from './share.ts';
import { shareOfLines } from './share-of-lines.ts';
import type { Measure } from './signal-facts.ts';
import { sumLines } from './sum-lines.ts';

const BULLETS = '•‣⁃◦▪●○■□*-';

function startsWithBullet(text: string): boolean {
  return text.length > 1 && BULLETS.includes(text.charAt(0)) && /^\s/u.test(text.charAt(1));
}

function endsInEllipsis(text: string): boolean {
  return text.endsWith('…') || text.endsWith('...');
}

/** Gopher's quality filter as signals (Rae et al. 2021, appendix A). */
export const gopherQualitySignals = {
  'gopher.bullet_lines': ({ lines }) => shareOfLines(lines, ({ block }) => startsWithBullet(block.text)),
  'gopher.ellipses_per_word': ({ lines, words }) =>
    share(
      sumLines(lines, ({ ellipses }) => ellipses),
      words,
    ),
  'gopher.ellipsis_lines': ({ lines }) => shareOfLines(lines, ({ block }) => endsInEllipsis(block.text)),
  'gopher.hashes_per_word': ({ lines, words }) =>
    share(
      sumLines(lines, ({ hashes }) => hashes),
      words,
    ),
  'gopher.lettered_words': ({ letteredWords, words }) => share(letteredWords, words),
  'gopher.mean_word_length': ({ wordCharacters, words }) => share(wordCharacters, words),
  'gopher.stop_words': ({ stopWords }) => stopWords,
  'gopher.words': ({ words }) => words,
} satisfies Partial<Record<SignalName, Measure>>;
