import type { Article } from '../model/article.ts';
import type { Document, Metadata } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { LayoutBlock } from '../model/layout-block.ts';
import type { Reading } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import { TouchingSpans } from '../text/touching-spans.ts';
import { addKept, keepFlags } from './add-kept.ts';
import { type Decisions, NO_DECISIONS } from './decisions.ts';
import { type Draft, editDraft, openDraft, toDraftMap, toSourceMap } from './draft.ts';
import { editText } from './edit-text.ts';
import { judgeRound, type Spare } from './judge-round.ts';
import { placeChanges } from './place-changes.ts';
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
  /** Places of the original that people wanted left, and that would have changed. */
  readonly keptPlaces: readonly Span[];
  readonly incomplete: readonly string[];
  /** What the article as received states, and what came into the open when other lines had gone. */
  readonly metadata: Metadata;
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

/** An article on its way. Detections index the original. */
interface Progress {
  readonly draft: Draft;
  readonly document: Document;
  readonly metadata: Metadata;
  readonly changes: readonly Detection[];
  readonly kept: readonly Detection[];
  readonly keptPlaces: readonly Span[];
  /** Those of the last round: nothing is flagged on text that is gone. */
  readonly flags: readonly Detection[];
  /** More was to change than the rounds allow. */
  readonly isCut: boolean;
}

/** What does not change from round to round. */
interface Work {
  readonly parse: (draft: Draft) => Document;
  readonly detect: SettleStages['detect'];
  readonly spare: Spare;
}

const byStart = (a: Span, b: Span): number => a.start - b.start;

/** What people wanted kept once stays, by whatever rule it is found later. */
function keepKept(spare: Spare, kept: readonly Detection[]): Spare {
  if (kept.length === 0) return spare;
  const known = new TouchingSpans(kept.toSorted(byStart));
  return (detection, places) => {
    const spared = spare(detection, places);
    if (spared.action === 'flagged') return spared;
    const before = places.map((place) => known.firstIn(place)).find((found) => found !== undefined);
    if (!before?.amended) return spared;
    const { kind, action } = detection;
    return { ...detection, action: 'flagged', amended: { by: before.amended.by, as: 'kept', was: { kind, action } } };
  };
}

/** What the machine left because too much would have gone stays, whatever people take out: they saw it as it is. */
function keepHeld(spare: Spare, flags: readonly Detection[]): Spare {
  const held = new TouchingSpans(flags.filter(({ isHeldBack }) => isHeldBack).toSorted(byStart));
  return (detection, places) => {
    const spared = spare(detection, places);
    if (spared.action === 'flagged' || !places.some((place) => held.firstIn(place))) return spared;
    return { ...detection, action: 'flagged' };
  };
}

/** A blank line between blocks may stand for what was taken out between them. */
function isLeft({ text }: Draft, span: Span | undefined): boolean {
  return span !== undefined && text.slice(span.start, span.end).trim() !== '';
}

function edit(progress: Progress, parts: readonly Detection[], { parse }: Work): Progress | undefined {
  const edits = editText(progress.document, parts);
  if (edits.length === 0) return undefined;
  const draft = editDraft(progress.draft, edits);
  const document = parse(draft);
  return { ...progress, draft, document, metadata: completeMetadata(progress.metadata, document.metadata) };
}

/** Detects and edits until a round changes nothing. */
function runRounds(start: Progress, work: Work): Progress {
  let progress = start;
  for (let round = 0; ; round++) {
    const { draft, document, changes } = progress;
    const resolved = resolveOverlaps(document, work.detect(document));
    const judged = judgeRound(resolved, toSourceMap(draft), keepKept(work.spare, progress.kept));
    const kept = addKept(progress.kept, judged.kept);
    const keptPlaces = [...progress.keptPlaces, ...judged.keptPlaces];
    const edited = round < MAX_ROUNDS ? edit(progress, judged.toApply, work) : undefined;
    if (!edited) return { ...progress, kept, keptPlaces, flags: judged.flags, isCut: judged.toApply.length > 0 };
    progress = { ...edited, changes: [...changes, ...judged.changes], kept, keptPlaces };
  }
}

/** Carries out what people change. The machine goes on with what is left, since that may bring something into the open. */
function applyPeople(progress: Progress, changes: readonly Detection[], work: Work): Progress {
  const { parts, placed } = placeChanges(progress.draft, progress.document, changes);
  const edited = parts.length === 0 ? undefined : edit(progress, parts, work);
  if (!edited) return progress;
  // What a person wrote is not for the machine to change.
  const written = placed.filter(({ action }) => action === 'repaired');
  const spare = keepHeld(keepKept(work.spare, written), progress.flags);
  const settled = runRounds({ ...edited, changes: [...progress.changes, ...placed] }, { ...work, spare });
  return { ...settled, isCut: progress.isCut || settled.isCut };
}

/** What the reader left out, unless people want it and the reading has it. */
function startWith(reading: Reading, draft: Draft, document: Document, spare: Spare): Progress {
  const toDraft = toDraftMap(draft);
  const spared = reading.detections.map((found) => (toDraft(found) ? spare(found, [found]) : found));
  const kept = spared.filter(({ action }) => action === 'flagged');
  const changes = spared.filter(({ action }) => action !== 'flagged');
  return { draft, document, metadata: document.metadata, changes, kept, keptPlaces: kept, flags: [], isCut: false };
}

/**
 * Reads the article, then parses, detects and edits until a round changes nothing. The last round saw exactly the cleaned text, so cleaning it
 * once more removes nothing. Flags are those of the last round: nothing is flagged on text that is gone. What people decided holds in every
 * round; what they change themselves comes when the machine has done, and is followed by rounds of its own.
 */
export function settle(article: Article, stages: SettleStages, decisions: Decisions = NO_DECISIONS): Settled {
  const reading = stages.read(article);
  const opened = openDraft(article.text, reading);
  const parse = (draft: Draft): Document =>
    stages.parse(draft.text, article, reading.metadata, reading.layout && placeLayout(draft, reading.layout));
  const received = parse(opened);
  const title = findTitle(received, toSourceMap(opened));
  const work: Work = { parse, detect: stages.detect, spare: decisions.spare };
  const machine = runRounds(startWith(reading, opened, received, decisions.spare), work);
  const { draft, document, metadata, changes, kept, keptPlaces, flags, isCut } = applyPeople(machine, decisions.changes, work);
  const toSource = toSourceMap(draft);
  const toDraft = toDraftMap(draft);
  const isTitle = (span: Span): boolean => title !== undefined && contains(title, toSource(span));
  const left = kept.filter((detection) => isLeft(draft, toDraft(detection)));
  const detections = [...changes, ...keepFlags(flags, left), ...left];
  const incomplete = [...reading.incomplete, ...(isCut ? ['clean'] : [])];
  const repaired = repairTitle(metadata, received, document, isTitle);
  return { draft, received, title, document, detections, keptPlaces, incomplete, metadata: repaired };
}
