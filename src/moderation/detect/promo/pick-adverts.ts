import type { DetectionContext } from '../../model/detector.ts';
import type { DocumentBlock } from '../../model/document.ts';
import { MAX_LINE_WORDS, type WeighedBlock } from './weigh-blocks.ts';
import { isAppeal, isSolicitation, isStrong, pointsNeeded, sumPoints } from './weigh-region.ts';

/** Words of a line between two lines of an advert that belongs to it. */
const FILLER_WORDS = 12;
/** Lines with weight in a run whose fillers go with them: between two adverts a heading may stand by chance. */
const MIN_RUN_WITH_FILLERS = 3;
/** Lines without weight that may part the lines of one advert. */
const MAX_GAP = 1;

/** What headings do not have. */
const DETAILS: ReadonlySet<string> = new Set([
  'link',
  'phone',
  'premium_number',
  'code',
  'rate',
  'money',
  'handle',
  'shout',
  'disguise',
  'texting',
  'terms',
  'labels',
  'hints',
  'trader',
  'piped',
]);

/** What is to be done about blocks, by their index. */
export type AdvertActions = ReadonlyMap<number, 'removed' | 'flagged'>;

type IsKin = (block: DocumentBlock) => boolean;

/** A heading is removed only with what headings do not have. */
function mayRemove({ block, features }: WeighedBlock): boolean {
  return isSolicitation(features, block.words) && (block.role !== 'heading' || features.some(({ name }) => DETAILS.has(name)));
}

function judgeAlone(line: WeighedBlock, context: DetectionContext): 'removed' | 'flagged' | undefined {
  const { block, points, features } = line;
  if (points < pointsNeeded(block, context.threshold('promo.flag_points'), context)) return undefined;
  if (!isStrong(features, context) || !isAppeal(features)) return undefined;
  const isSure = points >= pointsNeeded(block, context.threshold('promo.remove_points'), context);
  return isSure && mayRemove(line) ? 'removed' : 'flagged';
}

/** A line between two lines of an advert: its section, its age, its question. Words of the article make it none. */
function isFiller({ block }: WeighedBlock, isKin: IsKin): boolean {
  return block.role !== 'title' && block.words > 0 && block.words <= FILLER_WORDS && !isKin(block);
}

/** Runs of lines that each have some weight; one filler may stand between two of them. */
function findRuns(weighed: readonly WeighedBlock[], near: number, isKin: IsKin): readonly (readonly WeighedBlock[])[] {
  const runs: WeighedBlock[][] = [];
  let last: number | undefined;
  for (const line of weighed) {
    const { block, points } = line;
    if (points < near || block.words > MAX_LINE_WORDS) continue;
    const gap = last === undefined ? MAX_GAP + 1 : block.index - last - 1;
    const between = weighed[block.index - 1];
    if (gap === 0 || (gap === MAX_GAP && between && isFiller(between, isKin))) runs.at(-1)?.push(line);
    else runs.push([line]);
    last = block.index;
  }
  return runs;
}

function judgeRun(run: readonly WeighedBlock[], context: DetectionContext): 'removed' | 'flagged' | undefined {
  const actions = run.map((line) => judgeAlone(line, context));
  // Links without a word of trade are pointed out, however many.
  const own = run.map(({ features }) => features.filter(({ name }) => name !== 'keyword_link'));
  const sum = own.reduce((total, features) => total + sumPoints(features), 0);
  const isWeighty = own.some((features) => isStrong(features, context));
  if (actions.includes('removed') || (isWeighty && sum >= context.threshold('promo.group_points'))) return 'removed';
  return actions.find((action) => action !== undefined);
}

/** Lines that have enough by themselves, and those that stand with others as one advert. `isKin`: shares words with the article. */
export function pickAdverts(weighed: readonly WeighedBlock[], context: DetectionContext, isKin: IsKin): AdvertActions {
  const actions = new Map<number, 'removed' | 'flagged'>();
  for (const line of weighed) {
    const action = judgeAlone(line, context);
    if (action) actions.set(line.block.index, action);
  }
  for (const run of findRuns(weighed, context.threshold('promo.near_points'), isKin)) {
    const action = run.length > 1 ? judgeRun(run, context) : undefined;
    if (action === undefined) continue;
    const lines =
      run.length >= MIN_RUN_WITH_FILLERS ? weighed.slice(run[0]?.block.index, (run.at(-1)?.block.index ?? 0) + 1) : run;
    for (const { block } of lines) actions.set(block.index, action);
  }
  return actions;
}
