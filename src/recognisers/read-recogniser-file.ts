import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { z } from 'zod';
import { describeWant } from '../faults/describe-want.ts';
import { readJsonFile } from './read-json-file.ts';
import { RecogniserError } from './recogniser-error.ts';
import { type RecogniserFile, recogniserFileSchema } from './recogniser-file-schema.ts';
import { RECOGNISER_SCHEMA } from './recogniser-schema.ts';

const FILE = 'recogniser.json';
/** Where exporters put a model beside its `config.json`. */
const EXPORTED = ['model.onnx', 'onnx/model.onnx'];
const NOT_IN_A_NAME = /[^\w.-]/gu;

function refuseNoFolder(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return;
  throw new RecogniserError(
    path,
    `the recogniser folder cannot be read: ${stats ? 'it is no folder' : 'there is no such folder'}`,
  );
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  return place === '' ? describeWant(issue) : `${place}: ${describeWant(issue)}`;
}

/** A folder as exported, without a file of ours: the folder's name names the recogniser. */
function describeExported(folder: string): unknown {
  const model = EXPORTED.find((name) => existsSync(join(folder, name)));
  if (model === undefined || !existsSync(join(folder, 'config.json'))) {
    throw new RecogniserError(folder, `holds neither ${FILE} nor config.json with ${EXPORTED.join(' or ')}`);
  }
  const name = basename(resolve(folder)).replaceAll(NOT_IN_A_NAME, '-').slice(0, 80);
  return { schema: RECOGNISER_SCHEMA, kind: 'onnx', name, model };
}

/**
 * What a folder says of the recogniser in it: its `recogniser.json`, or what follows from the layout of an exported
 * ONNX model. Throws `RecogniserError` naming every fault.
 */
export function readRecogniserFile(folder: string): RecogniserFile {
  refuseNoFolder(folder);
  const path = join(folder, FILE);
  const isDescribed = existsSync(path);
  const parsed = recogniserFileSchema.safeParse(isDescribed ? readJsonFile(path) : describeExported(folder));
  if (parsed.success) return parsed.data;
  throw new RecogniserError(isDescribed ? path : folder, parsed.error.issues.map(describe).join('; '));
}
