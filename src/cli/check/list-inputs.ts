import { type Dirent, promises as files } from 'node:fs';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { EXIT } from '../cli-error.ts';
import type { Fault } from './check-item.ts';
import type { InputFormat } from './check-options.ts';
import { sniffInput } from './sniff-input.ts';
import { toFileFault } from './to-file-fault.ts';

/** One file or standard input, and how to read it; or why it cannot be read. */
export type CheckInput =
  | {
      readonly name: string;
      readonly kind: 'text' | 'ndjson';
      /** The bytes of standard input; a file is opened by its name when its turn comes. */
      readonly chunks?: AsyncIterable<Uint8Array>;
    }
  | { readonly name: string; readonly fault: Fault };

type ReadAs = 'text' | 'ndjson' | 'markdown' | 'html';

const EXTENSIONS: Readonly<Record<string, ReadAs>> = {
  '.txt': 'text',
  '.text': 'text',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

function kindOf(name: string): ReadAs | undefined {
  return EXTENSIONS[extname(name).toLowerCase()];
}

function toInput(name: string, input: InputFormat): CheckInput {
  if (input === 'text' || input === 'ndjson') return { name, kind: input };
  const kind = kindOf(name) ?? 'text';
  if (kind === 'text' || kind === 'ndjson') return { name, kind };
  const message = `${kind} is not supported yet; convert to text`;
  return { name, fault: { code: 'unsupported_format', message, file: name, exitCode: EXIT.usage } };
}

async function openStdin(input: InputFormat, stdin: Readable): Promise<CheckInput> {
  if (input === 'text' || input === 'ndjson') return { name: '-', kind: input, chunks: stdin };
  try {
    return { name: '-', ...(await sniffInput(stdin)) };
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
    else if (entry.isFile() && kindOf(entry.name) !== undefined) found.push(toInput(path, input));
  }
  return found;
}

async function listPath(path: string, input: InputFormat, isNamed: boolean): Promise<readonly CheckInput[]> {
  try {
    if (!(await files.stat(path)).isDirectory()) return [toInput(path, input)];
    const found = await listFolder(path, input);
    if (found.length > 0 || !isNamed) return found;
    const message = 'no article in this folder: .txt, .text, .ndjson and .jsonl files are read';
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
