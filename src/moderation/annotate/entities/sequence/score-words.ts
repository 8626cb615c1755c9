import { createMark } from './cache-mark.ts';
import type { ClassList } from './class-list.ts';
import { FeatureBuffer } from './feature-buffer.ts';
import { FEATURE_GROUPS, GroupKeys, writePairs } from './feature-groups.ts';
import { LABEL_COUNT, OUTSIDE } from './labels.ts';
import { findRow, type NameModel } from './name-model.ts';
import type { SentenceView } from './sentence-view.ts';
import { SumCache } from './sum-cache.ts';
import { writeFeatures } from './write-features.ts';

/** Score that keeps a plain word from all labels but `O`. */
export const NEVER = -1e4;

/** Labels of one type of name. */
const KINDS = 4;

const BUFFER = new FeatureBuffer();
/** Where the weights of the features of a word begin, and the scales of these; written over for each word. */
const PLACES = new Int32Array(BUFFER.rows.length);
const SCALES = new Float64Array(BUFFER.rows.length);

/** Lists the rows of weights that the features have; returns their number. */
function listRows(model: NameModel, { rows, count }: FeatureBuffer): number {
  const { units, scales } = model;
  let found = 0;
  for (let feature = 0; feature < count; feature++) {
    const row = findRow(model, rows[feature] ?? 0);
    if (row < 0) continue;
    PLACES[found] = row * LABEL_COUNT;
    SCALES[found++] = units[scales[row] ?? 0] ?? 0;
  }
  return found;
}

/** Sums the weights of the four labels from `label` on: side by side, for one sum has to wait for each addition. */
function addType(weights: Int8Array, found: number, label: number, scores: Float64Array, base: number): void {
  let [begins, goesOn, ends, alone] = [0, 0, 0, 0];
  for (let row = 0; row < found; row++) {
    const scale = SCALES[row] ?? 0;
    const at = (PLACES[row] ?? 0) + label;
    begins += Math.fround(scale * (weights[at] ?? 0));
    goesOn += Math.fround(scale * (weights[at + 1] ?? 0));
    ends += Math.fround(scale * (weights[at + 2] ?? 0));
    alone += Math.fround(scale * (weights[at + 3] ?? 0));
  }
  scores[base + label] = begins;
  scores[base + label + 1] = goesOn;
  scores[base + label + 2] = ends;
  scores[base + label + 3] = alone;
}

/** Writes the sums of the weights of the features in the buffer. */
function writeScores(model: NameModel, scores: Float64Array, base: number): void {
  const found = listRows(model, BUFFER);
  let outside = 0;
  for (let row = 0; row < found; row++)
    outside += Math.fround((SCALES[row] ?? 0) * (model.weights[(PLACES[row] ?? 0) + OUTSIDE] ?? 0));
  scores[base + OUTSIDE] = outside;
  for (let label = OUTSIDE + 1; label < LABEL_COUNT; label += KINDS) addType(model.weights, found, label, scores, base);
}

/** Classes of one word from which on its features, or those of its neighbours, may be too many for a buffer. */
const MANY_CLASSES = 20;
const KEYS = new GroupKeys();
/** Places of the sums of the groups. */
const KNOWN = new Int32Array(FEATURE_GROUPS.length);
const NO_MARK = createMark();
const GROUP_SUMS = new Float64Array(LABEL_COUNT);
const CACHES = new WeakMap<NameModel, SumCache>();

const isLong = ({ kinds }: ClassList): boolean => kinds.length >= MANY_CLASSES;

function cacheOf(model: NameModel): SumCache {
  const known = CACHES.get(model);
  if (known) return known;
  const cache = new SumCache();
  CACHES.set(model, cache);
  return cache;
}

/**
 * Writes the same as `writeFeatures` and `writeScores` with the sums of groups of features that are known. The lowest bit of a
 * weight is 2 to the power of -33, so sums of doubles are exact in whatever order.
 */
function writeKnownScores(
  model: NameModel,
  cache: SumCache,
  view: SentenceView,
  at: number,
  scores: Float64Array,
  base: number,
): void {
  KEYS.read(view, at);
  cache.reserve(KEYS.count);
  for (let row = 0; row < KEYS.count; row++) {
    const group = KEYS.groups[row] ?? 0;
    const place = cache.find(group, KEYS.marks[row] ?? NO_MARK, KEYS.contexts[row] ?? 0);
    KNOWN[row] = place;
    if (cache.knows(place)) continue;
    BUFFER.count = 0;
    FEATURE_GROUPS[group]?.(view, at, BUFFER);
    writeScores(model, GROUP_SUMS, 0);
    cache.put(place, GROUP_SUMS);
  }
  BUFFER.count = 0;
  writePairs(view, at, BUFFER);
  writeScores(model, scores, base);
  cache.addTo(scores, base, KNOWN, KEYS.count);
}

/** How much each label suits each of the words in `rows`, word by word; plain words are `O`. */
export function scoreWords(model: NameModel, view: SentenceView, rows: readonly number[]): Float64Array {
  const scores = new Float64Array(rows.length * LABEL_COUNT);
  const cache = view.classes.some(isLong) ? undefined : cacheOf(model);
  for (let row = 0; row < rows.length; row++) {
    const at = rows[row] ?? 0;
    const base = row * LABEL_COUNT;
    if (view.plain[at]) {
      scores.fill(NEVER, base, base + LABEL_COUNT);
      scores[base + OUTSIDE] = 0;
      continue;
    }
    if (cache) {
      writeKnownScores(model, cache, view, at, scores, base);
      continue;
    }
    writeFeatures(view, at, BUFFER);
    writeScores(model, scores, base);
  }
  return scores;
}
