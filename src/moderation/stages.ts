import { annotateBlocks } from './annotate/annotate-blocks.ts';
import type { AskedNames } from './annotate/entities/ask-recogniser.ts';
import type { Settled } from './clean/settle.ts';
import { detect } from './detect/detect.ts';
import type { Annotations } from './model/annotation.ts';
import type { Article } from './model/article.ts';
import type { CleanedText } from './model/cleaned-text.ts';
import type { CorpusMatches } from './model/corpus-matches.ts';
import type { Document, Metadata } from './model/document.ts';
import type { Detection } from './model/finding.ts';
import type { FormatReaders } from './model/format-readers.ts';
import type { LayoutBlock } from './model/layout-block.ts';
import type { Reading } from './model/reading.ts';
import type { Ruleset } from './model/ruleset.ts';
import type { Span } from './model/span.ts';
import type { Taxonomy } from './model/taxonomy.ts';
import type { Watch } from './model/watch.ts';
import { parse } from './parse/parse.ts';
import { readWith } from './read/read-with.ts';
import { measureSignals } from './score/measure-signals.ts';
import { isSameList } from './text/is-same-list.ts';
import { keepLast } from './text/keep-last.ts';
import { Notebook } from './text/notebook.ts';

/** What the stages of one article are given. */
export interface StagesContext {
  readonly article: Article;
  readonly ruleset: Ruleset;
  readonly corpus: CorpusMatches;
  readonly taxonomy: Taxonomy | undefined;
  readonly readers: FormatReaders;
  /** The article as it was read already, nothing of it restored. */
  readonly reading: Reading | undefined;
  readonly watch: Watch;
}

interface Parsing {
  readonly text: string;
  readonly stated: Metadata;
  readonly layout: readonly LayoutBlock[] | undefined;
}

interface Annotating {
  readonly settled: Settled;
  readonly cleaned: CleanedText;
  readonly asked: AskedNames | undefined;
}

type Measuring = Pick<Settled, 'received' | 'document'>;

/** The stages that take time, for one article, its rules and its corpus. Each is pure. */
export interface Stages {
  /** With what people restored of what the reader leaves out; sorted. */
  readonly read: (restored: readonly Span[]) => Reading;
  readonly parse: (parsing: Parsing) => Document;
  readonly detect: (document: Document) => readonly Detection[];
  readonly annotate: (annotating: Annotating) => Annotations;
  readonly measure: (measuring: Measuring) => Readonly<Record<string, number>>;
}

/** The stages as they are. */
export function openStages({ article, ruleset, corpus, taxonomy, readers, reading, watch }: StagesContext): Stages {
  const rules = { ...ruleset, taxonomy };
  const notebook = new Notebook();
  return {
    read: (restored) =>
      restored.length === 0 && reading ? reading : watch('read', () => readWith(readers, article, ruleset, restored)),
    parse: ({ text, stated, layout }) => watch('parse', () => parse(text, article, stated, layout, notebook)),
    detect: (document) => watch('detect', () => detect(document, ruleset, corpus)),
    annotate: ({ settled, cleaned, asked }) =>
      watch('annotate', () => annotateBlocks(cleaned, settled.metadata, { rules, ...(asked && { asked }) })),
    measure: ({ received, document }) => measureSignals(received, document, ruleset.signals),
  };
}

/** Documents: as received, after the machine's rounds, and after those of the amendments before. */
const MOST_DOCUMENTS = 6;
const MOST_OTHERS = 2;

const SPAN = ['start', 'end'] as const;
const LAYOUT = ['kind', 'start', 'end'] as const;
const PIECE = ['at', 'length', 'source', 'sourceLength', 'isSame'] as const;
const BLOCK = ['kind', 'start', 'end', 'sourceStart', 'sourceEnd'] as const;

const isSameReading = (a: readonly Span[], b: readonly Span[]): boolean => isSameList(a, b, SPAN);

const isSameParsing = (a: Parsing, b: Parsing): boolean =>
  a.stated === b.stated && a.text === b.text && isSameList(a.layout, b.layout, LAYOUT);

/** What another recogniser found is never the same: it may have failed. */
const isSameAnnotating = (a: Annotating, b: Annotating): boolean =>
  a.asked === undefined &&
  b.asked === undefined &&
  a.cleaned.text === b.cleaned.text &&
  isSameList(a.settled.draft.pieces, b.settled.draft.pieces, PIECE) &&
  isSameList(a.cleaned.blocks, b.cleaned.blocks, BLOCK) &&
  JSON.stringify(a.settled.metadata) === JSON.stringify(b.settled.metadata);

const isSameMeasuring = (a: Measuring, b: Measuring): boolean => a.received === b.received && a.document === b.document;

/**
 * The same stages, which remember what they made last: an article that is amended again and again is the same for the most part. All
 * that is remembered goes with them.
 */
export function keepStages(stages: Stages): Stages {
  return {
    read: keepLast(MOST_OTHERS, isSameReading, stages.read),
    parse: keepLast(MOST_DOCUMENTS, isSameParsing, stages.parse),
    detect: keepLast(MOST_DOCUMENTS, (a, b) => a === b, stages.detect),
    annotate: keepLast(MOST_OTHERS, isSameAnnotating, stages.annotate),
    measure: keepLast(MOST_OTHERS, isSameMeasuring, stages.measure),
  };
}
