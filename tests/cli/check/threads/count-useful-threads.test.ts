import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { listInputs } from '../../../../src/cli/check/list-inputs.ts';
import { countUsefulThreads } from '../../../../src/cli/check/threads/count-useful-threads.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const KB = 1024;

function makeFolder(count: number, kilobytes: number): string {
  return temporaryFolder(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, 'x'.repeat(kilobytes * KB)])));
}

const count = async (paths: readonly string[], most: number): Promise<number> =>
  countUsefulThreads(await listInputs(paths, 'auto', Readable.from([Buffer.from('Some words.')])), most);

it.each([
  ['one for 16 small files', 16, 1, 64, 1],
  ['one more for the next', 17, 1, 64, 2],
  ['four for 64', 64, 1, 64, 4],
  ['no more than are wanted', 64, 1, 3, 3],
  ['none besides where one is wanted', 64, 1, 1, 1],
  ['one for 256 KB', 20, 64, 64, 5],
  ['one for a large file, never two', 5, 1024, 64, 5],
  ['one for an empty file', 1, 0, 64, 1],
])('%s', async (_, files, kilobytes, most, expected) => expect(await count([makeFolder(files, kilobytes)], most)).toBe(expected));

it('as many as are wanted for what is not known before it is read', async () => {
  const lines = join(temporaryFolder({ 'a.ndjson': '{"id":"a","text":"Some words."}' }), 'a.ndjson');
  expect(await count([lines], 7)).toBe(7);
  expect(await count([makeFolder(2, 1), lines], 7)).toBe(7);
  expect(await count(['-'], 7)).toBe(7);
});

it('one for what cannot be read', async () => expect(await count([join(temporaryFolder(), 'none.txt')], 7)).toBe(1));
