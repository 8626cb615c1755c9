import type { Article } from '../model/article.ts';
import type { Document, Metadata } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { LayoutBlock } from '../model/layout-block.ts';
import type { Reading } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import { type Draft, editDraft, openDraft, toSourceMap } from './draft.ts';
import { editText } from './edit-text.ts';
import { placeLayout } from './place-layout.ts';
import { resolveOverlaps } from './resolve-overlaps.ts';

/** Taking one line out can bring another into the open (a copy of a copy). More rounds than this are cut, visibly. */
const MAX_ROUNDS = 6;

/** What cleaning needs from the stages before it; passed in, because stages do not import each other. */
export interface SettleStages {
  readonly read: (article: Article) => Reading;
  /** `blocks` are those of the markup as they stand in `text`; without them lines tell. */
  readonly parse: (text: string, article: Article, stated: Metadata, blocks?: readonly LayoutBlock[]) => Document;
  readonly detect: (document: Document) => readonly Detection[];
}

/** An article when nothing more is to be taken out. Detections index the original. */
export interface Settled {
  readonly draft: Draft;
  /** The article as read, before the first edit; its spans index the reading's text. */
  readonly received: Document;
  /** The place of the title in the original, when it has one. */
  readonly title: Span | undefined;
  /** The article after the last edit; spans index `draft.text`. */
  readonly document: Document;
  readonly detections: readonly Detection[];
  readonly incomplete: readonly string[];
  /** What the article as received states, and what came into the open when other lines had gone. */
  readonly metadata: Metadata;
}

function mapDetection(detection: Detection, toSource: (span: Span) => Span): Detection {
  const related = detection.relatedSpans?.map(toSource);
  return { ...detection, ...toSource(detection), ...(related === undefined ? {} : { relatedSpans: related }) };
}

const contains = (place: Span, { start, end }: Span): boolean => start >= place.start && end <= place.end && end > start;

function findTitle(document: Document, toSource: (span: Span) => Span): Span | undefined {
  const title = document.blocks.find((block) => block.role === 'title');
  return title && toSource(title);
}

/** A title that was read from the text is repaired with it. `received` is the article before the first edit. */
function repairTitle(metadata: Metadata, received: Document, document: Document, isTitle: (span: Span) => boolean): Metadata {
  const read = received.blocks.find((block) => block.role === 'title')?.text;
  if (read === undefined || metadata.title !== read) return metadata;
  const title = document.blocks.find(isTitle)?.text ?? read;
  return title === read ? metadata : { ...metadata, title };
}

/** The title stays the one that was received: blocks are named after it. */
function completeMetadata(known: Metadata, later: Metadata): Metadata {
  const { title: _, ...facts } = later;
  return { ...facts, ...known };
}

/**
 * Reads the article, then parses, detects and edits until a round changes nothing. The last round saw exactly the cleaned text, so cleaning it
 * once more removes nothing. Flags are those of the last round: nothing is flagged on text that is gone.
 */
export function settle(article: Article, stages: SettleStages): Settled {
  const reading = stages.read(article);
  let draft = openDraft(article.text, reading);
  const parseDraft = (): Document =>
    stages.parse(draft.text, article, reading.metadata, reading.layout && placeLayout(draft, reading.layout));
  const received = parseDraft();
  const title = findTitle(received, toSourceMap(draft));
  let document = received;
  let metadata = received.metadata;
  const changes: Detection[] = [...reading.detections];
  for (let round = 0; ; round++) {
    const resolved = resolveOverlaps(document, stages.detect(document));
    const toSource = toSourceMap(draft);
    const mapped = (detection: Detection): Detection => mapDetection(detection, toSource);
    const toApply = resolved.filter((detection) => detection.action !== 'flagged');
    const edits = round < MAX_ROUNDS ? editText(document, toApply) : [];
    if (edits.length === 0) {
      const flags = resolved.filter((detection) => detection.action === 'flagged').map(mapped);
      const incomplete = [...reading.incomplete, ...(toApply.length > 0 ? ['clean'] : [])];
      const isTitle = (span: Span): boolean => title !== undefined && contains(title, toSource(span));
      const repaired = repairTitle(metadata, received, document, isTitle);
      return { draft, received, title, document, detections: [...changes, ...flags], incomplete, metadata: repaired };
    }
    for (const detection of toApply) changes.push(mapped(detection));
    draft = editDraft(draft, edits);
    document = parseDraft();
    metadata = completeMetadata(metadata, document.metadata);
  }
}
