import type { Properties } from 'hast';
import type { Finding } from '../../model/finding.ts';
import type { Span } from '../../model/span.ts';
import type { BlockRuns } from './list-runs.ts';
import { readImage } from './read-properties.ts';
import type { Addresses } from './resolve-addresses.ts';
import type { Place, SourceElement, SourceImage, SourceTree } from './source-tree.ts';

export interface KeptImage {
  readonly start: number;
  readonly place: Place;
  readonly properties: Properties;
}

/** A picture in one of these with words of the article belongs to those words. */
const LINES = new Set('p li dt dd figure figcaption h1 h2 h3 h4 h5 h6 a em strong b i u s span'.split(' '));
/** Around a picture without words: it stands between paragraphs on purpose. */
const FRAMES = new Set(['figure', 'p']);
const THIN = new Set(['picture', 'a', 'span']);

/** Elements around the kept text, with the places of their first and last kept characters. */
function spanKept(blocks: readonly BlockRuns[]): ReadonlyMap<SourceElement, Span> {
  const spans = new Map<SourceElement, { start: number; end: number }>();
  for (const { runs } of blocks) {
    for (const { place, start } of runs) {
      for (let around: Place | undefined = place; around; around = around.outer) {
        const span = spans.get(around.element);
        if (span) span.end = Math.max(span.end, start);
        else spans.set(around.element, { start, end: start });
      }
    }
  }
  return spans;
}

/** Elements around any words at all. */
function listWorded({ texts }: SourceTree): ReadonlySet<SourceElement> {
  const worded = new Set<SourceElement>();
  for (const { place, isBlank } of texts) {
    if (isBlank || !place.isShown) continue;
    for (let around: Place | undefined = place; around && !worded.has(around.element); around = around.outer) {
      worded.add(around.element);
    }
  }
  return worded;
}

function isKept(image: SourceImage, kept: ReadonlyMap<SourceElement, Span>, worded: ReadonlySet<SourceElement>): boolean {
  let isFramed = false;
  let isThin = true;
  for (let place: Place | undefined = image.place; place; place = place.outer) {
    const { element } = place;
    const span = kept.get(element);
    if (span) return LINES.has(element.tag) || ((isFramed || isThin) && span.start < image.start && image.start < span.end);
    if (worded.has(element)) return false;
    isFramed ||= FRAMES.has(element.tag);
    isThin &&= THIN.has(element.tag);
  }
  return false;
}

/** Pictures that nothing removed covers; both in order. */
function skipRemoved(images: readonly SourceImage[], findings: readonly Finding[]): readonly SourceImage[] {
  const removed = findings.filter(({ action }) => action === 'removed').toSorted((a, b) => a.start - b.start);
  let at = 0;
  let end = -1;
  return images.filter(({ start }) => {
    for (; (removed[at]?.start ?? Number.POSITIVE_INFINITY) <= start; at++) end = Math.max(end, removed[at]?.end ?? -1);
    return start >= end;
  });
}

/** The pictures of an article: those beside its words in a paragraph or figure, and those that stand alone between its paragraphs. */
export function keepImages(
  tree: SourceTree,
  blocks: readonly BlockRuns[],
  findings: readonly Finding[],
  addresses: Addresses,
): readonly KeptImage[] {
  const shown = tree.images.filter(({ place }) => place.isShown);
  if (shown.length === 0) return [];
  const kept = spanKept(blocks);
  const worded = listWorded(tree);
  return skipRemoved(shown, findings).flatMap((image) => {
    const properties = isKept(image, kept, worded) ? readImage(image.element, addresses) : undefined;
    return properties ? [{ start: image.start, place: image.place, properties }] : [];
  });
}
