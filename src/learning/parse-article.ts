import { openDraft, toDraftMap, toSourceMap } from '../moderation/clean/draft.ts';
import { placeLayout } from '../moderation/clean/place-layout.ts';
import type { Article } from '../moderation/model/article.ts';
import type { Document } from '../moderation/model/document.ts';
import type { FormatReaders } from '../moderation/model/format-readers.ts';
import type { Reading } from '../moderation/model/reading.ts';
import type { Ruleset } from '../moderation/model/ruleset.ts';
import type { Span } from '../moderation/model/span.ts';
import { parse } from '../moderation/parse/parse.ts';
import { readWith } from '../moderation/read/read-with.ts';

/** An article as detectors see it first, before anything is taken out, with the way back. */
export interface ParsedArticle {
  readonly document: Document;
  /** From spans of the document to spans of the original. */
  readonly toOriginal: (span: Span) => Span;
  /** From spans of the original to spans of the document; `undefined` where nothing of it was read. */
  readonly toDocument: (span: Span) => Span | undefined;
}

/** Reads and parses an article as `moderate` does. `reading`: it has been read already. */
export function parseArticle(article: Article, ruleset: Ruleset, readers: FormatReaders, reading?: Reading): ParsedArticle {
  const read = reading ?? readWith(readers, article, ruleset);
  const draft = openDraft(article.text, read);
  const document = parse(read.text, article, read.metadata, read.layout && placeLayout(draft, read.layout));
  return { document, toOriginal: toSourceMap(draft), toDocument: toDraftMap(draft) };
}
