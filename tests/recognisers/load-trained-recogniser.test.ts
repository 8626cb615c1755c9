import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNameRecogniser } from '../../src/moderation/annotate/entities/create-name-recogniser.ts';
import { shippedNameModel } from '../../src/moderation/annotate/entities/shipped-name-model.ts';
import { loadRecogniser } from '../../src/recognisers/load-recogniser.ts';
import { RecogniserError } from '../../src/recognisers/recogniser-error.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const { labels, transitions, scale, rows, scales, weights } = JSON.parse(
  readFileSync(new URL('../../models/entities.json', import.meta.url), 'utf8'),
);
const PACKED = { labels, transitions, scale, rows, scales, weights };
const ABOUT = { schema: 'copydesk.recogniser/1', kind: 'copydesk', name: 'harbour' };
const TEXTS = ['Ada Quill left London for the United Nations.', '', 'Mr. Quill met the BBC in Paris on Monday.'];

type Changes = Readonly<Record<string, unknown>>;

const folderWith = (changes: Changes, about: Changes = {}): string =>
  temporaryFolder({
    'recogniser.json': JSON.stringify({ ...ABOUT, ...about }),
    'model.json': JSON.stringify({ ...PACKED, ...changes }),
  });

const readAll = async (folder: string) =>
  (await loadRecogniser(folder)).recognise(TEXTS.map((text) => ({ kind: 'paragraph', text })));

/** Base64 of bytes that were changed. */
function change(base64: string, edit: (bytes: Buffer) => Uint8Array): string {
  return Buffer.from(edit(Buffer.from(base64, 'base64'))).toString('base64');
}

/** The transitions as JSON, the first of them `number`; JSON.stringify would write no such numbers. */
const transitionsFrom = (number: string): string =>
  JSON.stringify({ ...PACKED, transitions }).replace(/(?<="transitions":\[)[^,]+/u, number);

describe('a trained recogniser', () => {
  it('finds what the model does that was written', async () => {
    const shipped = createNameRecogniser(shippedNameModel(), 'shipped');
    const wanted = shipped.recognise(TEXTS.map((text) => ({ kind: 'paragraph', text })));
    expect(wanted.flat().length).toBeGreaterThan(2);
    expect(await readAll(folderWith({}))).toEqual(wanted);
  });

  it('is named by the content of its file', async () => {
    const names = await Promise.all(
      [{}, {}, { scale: scale / 2 }].map(async (changes) => (await loadRecogniser(folderWith(changes))).name),
    );
    expect(names[0]).toMatch(/^harbour@sha256:[0-9a-f]{64}$/u);
    expect(names[1]).toBe(names[0]);
    expect(names[2]).not.toBe(names[0]);
  });

  it.each<[string, Changes, string]>([
    ['weights that are no base64', { weights: `${weights.slice(0, -8)}!!!!!!!!` }, 'weights is not as expected'],
    ['rows that are cut within four signs', { rows: rows.slice(0, -1) }, 'rows is not as expected'],
    ['fewer weights than rows', { weights: change(weights, (bytes) => bytes.subarray(17)) }, 'weights'],
    ['fewer scales than rows', { scales: change(scales, (bytes) => bytes.subarray(1)) }, 'scales'],
    ['more rows than weights', { rows: change(rows, (bytes) => Buffer.concat([bytes, Buffer.from([1])])) }, 'rows'],
    ['a row twice', { rows: change(rows, (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([0])])) }, 'rows'],
    ['rows that break off', { rows: change(rows, (bytes) => Buffer.concat([bytes, Buffer.from([0x81])])) }, 'rows are cut off'],
    ['labels in another order', { labels: [...labels].reverse() }, 'labels are '],
    ['labels of others', { labels: ['O', 'B-DRUG'] }, 'labels are O B-DRUG'],
    ['a label too few', { labels: labels.slice(1) }, 'labels are '],
    ['a transition too few', { transitions: transitions.slice(1) }, ' rows, '],
    ['transitions that are texts', { transitions: transitions.map(String) }, 'transitions.0 is not as expected'],
    ['a scale below nothing', { scale: -1 }, 'scale is not as expected'],
    ['a scale of 1e300', { scale: 1e300 }, 'scale is not as expected'],
    ['no number for a scale', { scale: null }, 'scale is not as expected'],
    ['a transition of 1e308', { transitions: [1e308, ...transitions.slice(1)] }, 'transitions.0 is not as expected'],
    [
      'a row beyond the table',
      { rows: change(rows, (bytes) => Buffer.concat([Buffer.from([0xff, 0xff, 0x7f]), bytes.subarray(1)])) },
      'rows',
    ],
    ['a scale of nothing', { scale: 0 }, 'its largest weight is 0,'],
    ['a scale of next to nothing', { scale: 1e-300 }, 'its largest weight is 0,'],
    ['weights that are all 0', { weights: change(weights, (bytes) => bytes.fill(0)) }, 'its largest weight is 0,'],
    ['no weights', { weights: undefined }, 'weights is not as expected'],
  ])('is refused with %s', async (_, changes, reason) => {
    const folder = folderWith(changes);
    const error = await loadRecogniser(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RecogniserError);
    expect(String(error)).toContain(`${join(folder, 'model.json')}: is no model of names: `);
    expect(String(error)).toContain(reason);
  });

  it.each(['1e999', '-1e999', '-1e308'])('is refused with a transition of %s', async (number) => {
    const folder = temporaryFolder({ 'recogniser.json': JSON.stringify(ABOUT), 'model.json': transitionsFrom(number) });
    await expect(loadRecogniser(folder)).rejects.toThrow('transitions.0 is not as expected');
  });

  it.each([
    ['is missing', {}, 'model.json: is missing'],
    ['is no JSON', { 'model.json': '{' }, 'model.json: cannot be read as JSON'],
    ['is a folder', { 'model.json/a': '' }, 'model.json: cannot be read as JSON'],
  ])('is refused when its file %s', async (_, files, reason) => {
    const folder = temporaryFolder({ 'recogniser.json': JSON.stringify(ABOUT), ...files });
    const error = await loadRecogniser(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RecogniserError);
    expect(String(error)).toContain(join(folder, reason));
  });

  it.each(['../model.json', '/model.json', 'a/../../model.json', '..\\model.json', '.'])(
    'is refused with the file %j',
    async (model) => {
      await expect(loadRecogniser(folderWith({}, { model }))).rejects.toThrow('model: must name a file in the folder');
    },
  );

  it('is read from a folder below', async () => {
    const folder = temporaryFolder({
      'recogniser.json': JSON.stringify({ ...ABOUT, model: 'weights/names.json' }),
      'weights/names.json': JSON.stringify(PACKED),
    });
    expect((await readAll(folder)).flat().length).toBeGreaterThan(2);
  });
});
