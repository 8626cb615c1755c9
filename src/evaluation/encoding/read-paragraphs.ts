import { z } from 'zod';
import { readGumArticles } from '../clean/read-gum-articles.ts';
import { parseRecord } from '../data/parse-record.ts';
import { readDataFile } from '../data/read-data-file.ts';
import { readPages } from '../data/read-pages.ts';
import { readRecords } from '../data/read-records.ts';
import { readTaggedSentences } from '../data/read-tagged-sentences.ts';

/** A text that nothing is wrong with, and where it stands. */
export interface Paragraph {
  readonly source: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** False for words and short messages, which are only looked at for false repairs. */
  readonly isProse: boolean;
}

const TOKENS = 'garbage/tokens.jsonl';
const SEGMENTS = 'html/segments.json';
const tokenSchema = z.object({ text: z.string(), label: z.number() });
const segmentsSchema = z.array(z.object({ with: z.array(z.string()) }));
/** Controls that no text means; where one stands, the text is damaged. */
const CONTROL = /[\u0080-\u009f]/u;

function readSentences(folder: string, name: string, source: string, isProse: boolean): readonly Paragraph[] {
  const file = `entities/${name}.jsonl.gz`;
  return readTaggedSentences(folder, name).map(({ line, record }) => ({ source, file, line, text: record.text, isProse }));
}

function readGum(folder: string): readonly Paragraph[] {
  return readGumArticles(folder).flatMap(({ file, line, text }) =>
    text.split('\n\n').map((paragraph) => ({ source: 'GUM', file, line, text: paragraph, isProse: true })),
  );
}

function readContent(folder: string): readonly Paragraph[] {
  return readPages(folder).flatMap(({ file, lines }) =>
    lines.flatMap(({ text, label }, at) =>
      label === 'content' ? [{ source: 'lines of pages', file, line: at + 1, text, isProse: true }] : [],
    ),
  );
}

function readSegments(folder: string): readonly Paragraph[] {
  const pages = parseRecord(readDataFile(folder, SEGMENTS), SEGMENTS, segmentsSchema);
  return pages.flatMap((page, at) =>
    page.with.map((text) => ({ source: 'texts of HTML pages', file: SEGMENTS, line: at + 1, text, isProse: true })),
  );
}

function readWords(folder: string): readonly Paragraph[] {
  return readRecords(folder, TOKENS, tokenSchema).flatMap(({ line, record }) =>
    record.label === 0 ? [{ source: 'words and tokens', file: TOKENS, line, text: record.text, isProse: false }] : [],
  );
}

/** Clean texts of many languages and kinds. Throws `DataError`. */
export function readParagraphs(folder: string): readonly Paragraph[] {
  const all = [
    ...readSentences(folder, 'wikigold', 'WikiGold', true),
    ...readSentences(folder, 'uner-ewt.dev', 'UNER', true),
    ...readSentences(folder, 'btc', 'BTC', false),
    ...readGum(folder),
    ...readContent(folder),
    ...readSegments(folder),
    ...readWords(folder),
  ];
  return all.filter(({ text }) => !CONTROL.test(text));
}
