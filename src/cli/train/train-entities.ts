import { statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { scoreCounts } from '../../evaluation/score-counts.ts';
import { RECOGNISER_SCHEMA } from '../../index.ts';
import { attributeModel, type TrainingFile } from '../../training/entities/attribute-model.ts';
import { decodeUtf8 } from '../../training/entities/decode-utf8.ts';
import { type LearnedNames, learnNames, type NameCounts } from '../../training/entities/learn-names.ts';
import type { MarkedText } from '../../training/entities/marked-text.ts';
import { readConll } from '../../training/entities/read-conll.ts';
import { TrainingDataError } from '../../training/entities/training-data-error.ts';
import { createProgress } from '../check/create-progress.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { drawTable } from '../eval/draw-table.ts';
import { parseFlags } from '../parse-flags.ts';
import { writeOut } from '../write-out.ts';
import { writeWhole } from '../write-whole.ts';

/** The arguments of `copydesk train entities`, checked. */
interface TrainEntitiesOptions {
  readonly data: readonly string[];
  readonly out: string;
  readonly name: string;
  /** Of the data, in the words of its owner. */
  readonly licence: string | undefined;
}

const HELP = 'copydesk train entities --help';
const NAME = /^[\w.-]{1,80}$/u;
const NOT_IN_A_NAME = /[^\w.-]/gu;
const LICENCE = 'CC BY-SA 4.0';
const MAX_LICENCE = 2000;

function readOptions(args: readonly string[]): TrainEntitiesOptions {
  const { values, positionals } = parseFlags('train entities', args, {
    data: { type: 'string', multiple: true },
    out: { type: 'string' },
    name: { type: 'string' },
    licence: { type: 'string' },
  });
  const [surplus] = positionals;
  if (surplus !== undefined) throw new CliError(`${surplus} is too many (see ${HELP})`, EXIT.usage);
  const { data = [], out } = values;
  if (data.length === 0 || data.includes('')) throw new CliError(`--data names the labelled sentences (see ${HELP})`, EXIT.usage);
  if (!out) throw new CliError(`--out names the folder to write (see ${HELP})`, EXIT.usage);
  const name = values.name ?? basename(resolve(out)).replaceAll(NOT_IN_A_NAME, '-').slice(0, 80);
  if (!NAME.test(name)) throw new CliError(`--name takes 1 to 80 letters, digits, ".", "_" or "-" (see ${HELP})`, EXIT.usage);
  const { licence } = values;
  if (licence !== undefined && (licence.trim() === '' || licence.length > MAX_LICENCE))
    throw new CliError(`--licence takes 1 to 2000 characters (see ${HELP})`, EXIT.usage);
  return { data, out, name, licence };
}

/** Throws `CliError` for a file that cannot be read. */
async function readData(path: string): Promise<TrainingFile> {
  try {
    return { path, bytes: await readFile(path) };
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, EXIT.noInput);
  }
}

/** Throws `TrainingDataError` for a file that is no UTF-8, is not as expected, or marks no name. */
function readSentences({ path, bytes }: TrainingFile): readonly MarkedText[] {
  const sentences = readConll(decodeUtf8(bytes, path), path);
  if (sentences.length === 0) throw new TrainingDataError(`${path}: holds no sentences`);
  if (sentences.every(({ names }) => names.length === 0)) {
    throw new TrainingDataError(`${path}: marks no name in ${sentences.length} sentences`);
  }
  return sentences;
}

function learn(files: readonly TrainingFile[], terminal: Terminal): LearnedNames {
  const progress = createProgress(terminal.stderr, terminal.isStderrTty);
  try {
    const sentences = files.flatMap(readSentences);
    return learnNames(sentences, (done, total, name) => progress.show(done, total, name, 0));
  } catch (error) {
    throw error instanceof TrainingDataError ? new CliError(error.message, EXIT.data) : error;
  } finally {
    progress.clear();
  }
}

/** Said before the training, which takes minutes. Throws `CliError` for a folder that cannot be made or written into; what was made is taken away again. */
async function tryFolder(path: string): Promise<void> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
  if (!isFolder) throw new CliError(`${path} is a file, not a folder`, EXIT.io);
  const made = await makeFolder(path);
  try {
    await rm(await mkdtemp(join(path, '.copydesk-')), { recursive: true });
  } catch (error) {
    throw new CliError(`${path} cannot be written into: ${error instanceof Error ? error.message : String(error)}`, EXIT.io);
  } finally {
    if (made !== undefined) await rm(made, { recursive: true });
  }
}

/** The first folder on the way that had to be made, if any. */
async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true });
  } catch (error) {
    throw new CliError(`${path} cannot be made: ${error instanceof Error ? error.message : String(error)}`, EXIT.io);
  }
}

const writeJson = (path: string, value: unknown, terminal: Terminal): Promise<void> =>
  writeWhole(`${JSON.stringify(value, null, 1)}\n`, path, terminal);

const toRow = (name: string, counts: NameCounts) => ({
  name,
  figures: { items: counts.tp + counts.fn, ...scoreCounts(counts) },
});

/** `copydesk train entities`. Throws `CliError` on misuse, for data that is missing or bad, and for a folder that cannot be written. */
export async function trainEntities(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = readOptions(args);
  await tryFolder(options.out);
  const files = await Promise.all(options.data.map(readData));
  const { packed, heldOut } = learn(files, terminal);
  await makeFolder(options.out);
  await writeJson(join(options.out, 'model.json'), { ...attributeModel(files, options.licence), ...packed }, terminal);
  const about = { schema: RECOGNISER_SCHEMA, name: options.name, licence: LICENCE, kind: 'copydesk', model: 'model.json' };
  await writeJson(join(options.out, 'recogniser.json'), about, terminal);
  const title = `names in the ${heldOut.sentences} sentences held out, strict spans`;
  const rows = [toRow('as copydesk comes', heldOut.shipped), toRow('trained on the others', heldOut.trained)];
  await writeOut(terminal.stdout, `${drawTable({ name: 'heldOut', title, rows })}\n`);
  return 0;
}
