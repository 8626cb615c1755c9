import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRecogniserFile } from '../../src/recognisers/read-recogniser-file.ts';
import { RecogniserError } from '../../src/recognisers/recogniser-error.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-recogniser-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

const HEAD = { schema: 'copydesk.recogniser/1', name: 'harbour-names' };

describe('readRecogniserFile', () => {
  it('fills in what an ONNX recogniser leaves out', () => {
    write({ 'recogniser.json': JSON.stringify({ ...HEAD, kind: 'onnx', labels: { SHIP: 'MISC', TIDE: null } }) });
    expect(readRecogniserFile(folder)).toEqual({
      ...HEAD,
      kind: 'onnx',
      model: 'model.onnx',
      tokenizer: 'tokenizer.json',
      config: 'config.json',
      labels: { SHIP: 'MISC', TIDE: null },
      batch: 8,
      threads: 1,
      timeoutSeconds: 30,
    });
  });

  it('reads a recogniser of our own kind', () => {
    write({ 'recogniser.json': JSON.stringify({ ...HEAD, kind: 'copydesk', licence: 'CC BY 4.0' }) });
    expect(readRecogniserFile(folder)).toEqual({ ...HEAD, kind: 'copydesk', licence: 'CC BY 4.0', model: 'model.json' });
  });

  it.each([['model.onnx'], ['onnx/model.onnx']])('knows an exported folder by config.json and %s', (model) => {
    write({ 'config.json': '{}', [model]: '' });
    expect(readRecogniserFile(folder)).toMatchObject({
      kind: 'onnx',
      model,
      name: expect.stringMatching(/^copydesk-recogniser-/),
    });
  });

  it.each([
    ['no JSON', '{"schema":', 'cannot be read as JSON'],
    ['another schema', JSON.stringify({ ...HEAD, schema: 'copydesk.recogniser/2', kind: 'onnx' }), 'schema: '],
    ['another kind', JSON.stringify({ ...HEAD, kind: 'torch' }), 'kind: '],
    ['an unknown field', JSON.stringify({ ...HEAD, kind: 'onnx', stirde: 4 }), '"stirde"'],
    ['an unknown type', JSON.stringify({ ...HEAD, kind: 'onnx', labels: { SHIP: 'BOAT' } }), 'labels.SHIP: '],
    [
      'a file outside',
      JSON.stringify({ ...HEAD, kind: 'onnx', model: '../model.onnx' }),
      'model: must name a file in the folder',
    ],
    [
      'an absolute file',
      JSON.stringify({ ...HEAD, kind: 'copydesk', model: '/model.json' }),
      'model: must name a file in the folder',
    ],
    ['no time', JSON.stringify({ ...HEAD, kind: 'onnx', timeoutSeconds: 0 }), 'timeoutSeconds: '],
    ['two faults', JSON.stringify({ schema: HEAD.schema, name: 'a b', kind: 'onnx', batch: 0 }), /name: must be .*; batch: /],
  ])('refuses %s', (_, content, message) => {
    write({ 'recogniser.json': content });
    expect(() => readRecogniserFile(folder)).toThrow(RecogniserError);
    expect(() => readRecogniserFile(folder)).toThrow(message);
    expect(() => readRecogniserFile(folder)).toThrow(join(folder, 'recogniser.json'));
  });

  it('refuses a folder without a recogniser', () => {
    write({ 'config.json': '{}' });
    expect(() => readRecogniserFile(folder)).toThrow(`${folder}: holds neither recogniser.json nor config.json with model.onnx`);
  });

  it.each([
    ['nothing', 'away', 'there is no such folder'],
    ['a file', 'config.json', 'it is no folder'],
  ])('refuses %s in place of a folder', (_, name, why) => {
    write({ 'config.json': '{}' });
    expect(() => readRecogniserFile(join(folder, name))).toThrow(
      `${join(folder, name)}: the recogniser folder cannot be read: ${why}`,
    );
  });
});
