import { caseAndStyle, caseAt, classesAt, factAt, gapAt } from './fact-at.ts';
import type { FeatureBuffer } from './feature-buffer.ts';
import type { SentenceView } from './sentence-view.ts';

function writeIdentity(view: SentenceView, at: number, buffer: FeatureBuffer): void {
  const word = factAt(view, at);
  buffer.add(1, word.exact, 0);
  buffer.add(2, word.lower, 0);
  buffer.add(3, word.lower, factAt(view, at - 1).lower);
  buffer.add(4, word.lower, factAt(view, at + 1).lower);
  buffer.add(5, word.prefix4, word.case);
  buffer.add(6, word.suffix4, word.case);
  buffer.add(7, word.lower, caseAndStyle(view, at));
}

function writeForm(view: SentenceView, at: number, buffer: FeatureBuffer): void {
  const word = factAt(view, at);
  buffer.add(8, word.prefix3, word.case);
  buffer.add(11, word.suffix2, word.case);
  buffer.add(12, word.suffix3, word.case);
  buffer.add(13, word.shape, 0);
  buffer.add(14, caseAndStyle(view, at), at === 0 ? 1 : 0);
  buffer.add(17, word.case, Math.min(word.length, 8));
}

function writeCases(view: SentenceView, at: number, buffer: FeatureBuffer): void {
  const [before, own, after] = [caseAt(view, at - 1), caseAt(view, at), caseAt(view, at + 1)];
  const [gapBefore, gapAfter] = [gapAt(view, at), gapAt(view, at + 1)];
  const styled = caseAndStyle(view, at);
  buffer.add(15, styled, gapBefore);
  buffer.add(16, styled, gapAfter);
  buffer.add(18, styled, before * 16 + after);
  buffer.add(19, own, (caseAt(view, at - 2) * 16 + before) * 32 + gapBefore);
  buffer.add(20, own, (caseAt(view, at + 2) * 16 + after) * 32 + gapAfter);
  buffer.add(21, gapBefore * 32 + gapAfter, own);
}

function writeNeighbours(view: SentenceView, at: number, buffer: FeatureBuffer): void {
  const [before, after] = [factAt(view, at - 1), factAt(view, at + 1)];
  const [farBefore, farAfter] = [factAt(view, at - 2).lower, factAt(view, at + 2).lower];
  const own = caseAt(view, at);
  buffer.add(24, before.lower, own);
  buffer.add(25, after.lower, own);
  buffer.add(26, farBefore, own);
  buffer.add(27, farAfter, own);
  buffer.add(28, before.lower, farBefore);
  buffer.add(29, after.lower, farAfter);
  buffer.add(30, before.lower, gapAt(view, at) * 8 + own);
  buffer.add(31, after.lower, gapAt(view, at + 1) * 8 + own);
  buffer.add(32, before.suffix3, caseAt(view, at - 1));
  buffer.add(33, after.suffix3, caseAt(view, at + 1));
  buffer.add(34, before.lower, after.lower);
  buffer.add(35, before.suffix2, own);
  buffer.add(36, after.suffix2, own);
}

function writeClasses(view: SentenceView, at: number, buffer: FeatureBuffer): void {
  const own = caseAt(view, at);
  const styled = caseAndStyle(view, at);
  const around = caseAt(view, at - 1) * 16 + caseAt(view, at + 1);
  const { kinds: classes } = classesAt(view, at);
  for (const name of classes) {
    buffer.add(40, name, 0);
    buffer.add(41, name, styled);
    buffer.add(42, name, around);
  }
  if (classes.length === 0) buffer.add(47, styled, around);
  for (const name of classesAt(view, at - 1).kinds) buffer.add(43, name, gapAt(view, at) * 8 + own);
  for (const name of classesAt(view, at + 1).kinds) buffer.add(44, name, gapAt(view, at + 1) * 8 + own);
  for (const name of classesAt(view, at - 2).kinds) buffer.add(45, name, own);
  for (const name of classesAt(view, at + 2).kinds) buffer.add(46, name, own);
}

function writeRun(view: SentenceView, at: number, buffer: FeatureBuffer): void {
  const run = view.runs[at];
  if (!run) return;
  const length = Math.min(run.to - run.from, 5);
  const place = Math.min(at - run.from, 3) * 4 + Math.min(run.to - 1 - at, 3);
  const [gapBefore, gapAfter] = [gapAt(view, run.from), gapAt(view, run.to)];
  const last = factAt(view, run.to - 1);
  buffer.add(50, last.lower, length);
  buffer.add(51, last.lower, place);
  buffer.add(52, factAt(view, run.from).lower, place);
  buffer.add(53, factAt(view, run.from - 1).lower, gapBefore * 8 + Math.min(length, 3));
  buffer.add(54, factAt(view, run.to).lower, gapAfter * 8 + Math.min(length, 3));
  buffer.add(55, place, view.style * 32 + gapBefore);
  buffer.add(56, place, view.style * 32 + gapAfter);
  buffer.add(57, last.suffix3, length);
  for (const name of classesAt(view, run.to - 1).kinds) buffer.add(58, name, length);
  for (const name of classesAt(view, run.from).kinds) buffer.add(59, name, length);
  for (const name of classesAt(view, run.from - 1).kinds) buffer.add(60, name, gapBefore);
  for (const name of classesAt(view, run.to).kinds) buffer.add(61, name, gapAfter);
}

/** Writes the features of the word in row `at`, and returns how many of the first tell which word it is. */
export function writeFeatures(view: SentenceView, at: number, buffer: FeatureBuffer): number {
  buffer.count = 0;
  writeIdentity(view, at, buffer);
  const identities = buffer.count;
  writeForm(view, at, buffer);
  writeCases(view, at, buffer);
  writeNeighbours(view, at, buffer);
  writeClasses(view, at, buffer);
  writeRun(view, at, buffer);
  return identities;
}
