import { createReadStream, type Dirent, promises as files } from 'node:fs';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { EXIT } from '../cli-error.ts';
import type { FormatHint } from './bytes/guess-format.ts';
import type { Fault } from './check-item.ts';
import type { InputFormat } from './check-options.ts';
import { sniffInput } from './sniff-input.ts';
import { toFileFault } from './to-file-fault.ts';

/** The bytes of standard input or of a pipe; a file is opened by its name when its turn comes. */
interface Opened {
  readonly chunks?: AsyncIterable<Uint8Array>;
}

/** How an input is read: lines of NDJSON, or one article. */
type Reading = { readonly kind: 'ndjson' } | { readonly kind: 'article'; readonly hint: FormatHint };

/** One file or standard input, and how to read it; or why it cannot be read. */
export type CheckInput = ({ readonly name: string } & Reading & Opened) | { readonly name: string; readonly fault: Fault };

const NDJSON: Reading = { kind: 'ndjson' };
const toReading = (hint: FormatHint): Reading => ({ kind: 'article', hint });

const EXTENSIONS: Readonly<Record<string, Reading>> = {
  '.txt': toReading('text-or-page'),
  '.text': toReading('text-or-page'),
  '.md': toReading('markdown'),
  '.markdown': toReading('markdown'),
  '.html': toReading('html'),
  '.htm': toReading('html'),
  '.xhtml': toReading('html'),
  '.ndjson': NDJSON,
  '.jsonl': NDJSON,
};

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** How to read a file of this name; nothing when its beginning has to tell. */
function readingOf(name: string, input: InputFormat): Reading | undefined {
  if (input === 'auto') return EXTENSIONS[extname(name).toLowerCase()];
  return input === 'ndjson' ? NDJSON : toReading(input);
}

async function sniff(chunks: AsyncIterable<Uint8Array>): Promise<Reading & Required<Opened>> {
  const sniffed = await sniffInput(chunks);
  const reading = sniffed.kind === 'ndjson' ? NDJSON : toReading('any');
  return { ...reading, chunks: sniffed.chunks };
}

/** What can be read again is closed until its turn comes; a pipe cannot. */
async function sniffFile(name: string, isPlain: boolean): Promise<CheckInput> {
  const stream = createReadStream(name);
  const { chunks, ...reading } = await sniff(stream);
  if (!isPlain) return { name, ...reading, chunks };
  stream.destroy();
  return { name, ...reading };
}

function toInput(name: string, input: InputFormat, isPlain: boolean): CheckInput | Promise<CheckInput> {
  const reading = readingOf(name, input);
  return reading ? { name, ...reading } : sniffFile(name, isPlain);
}

async function openStdin(input: InputFormat, stdin: Readable): Promise<CheckInput> {
  const reading = readingOf('', input);
  try {
    return reading ? { name: '-', ...reading, chunks: stdin } : { name: '-', ...(await sniff(stdin)) };
  } catch (error) {
    return { name: '-', fault: toFileFault('-', error) };
  }
}

/** Articles below a folder, sorted by name at each level. Links are not followed; other kinds of file are passed over. */
async function listFolder(folder: string, input: InputFormat): Promise<readonly CheckInput[]> {
  const entries = (await files.readdir(folder, { withFileTypes: true })).sort(byName);
  const found: CheckInput[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const inner of await listPath(path, input, false)) found.push(inner);
    else if (entry.isFile() && readingOf(entry.name, 'auto')) found.push(await toInput(path, input, true));
  }
  return found;
}

async function listPath(path: string, input: InputFormat, isNamed: boolean): Promise<readonly CheckInput[]> {
  try {
    const stats = await files.stat(path);
    if (!stats.isDirectory()) return [await toInput(path, input, stats.isFile())];
    const found = await listFolder(path, input);
    if (found.length > 0 || !isNamed) return found;
    const message = `no article in this folder: ${Object.keys(EXTENSIONS).join(', ')} files are read`;
    return [{ name: path, fault: { code: 'no_articles', message, file: path, exitCode: EXIT.noInput } }];
  } catch (error) {
    return [{ name: path, fault: toFileFault(path, error) }];
  }
}

/** Everything that the named files and folders hold, in the order named. A file that cannot be read is an entry too. */
export async function listInputs(paths: readonly string[], input: InputFormat, stdin: Readable): Promise<readonly CheckInput[]> {
  const found: (readonly CheckInput[])[] = [];
  for (const path of paths) found.push(path === '-' ? [await openStdin(input, stdin)] : await listPath(path, input, true));
  return found.flat();
}
