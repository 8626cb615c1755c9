import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { describeTiny, tinyFolder } from '../recognisers/onnx/tiny-model.ts';
import { runCopydesk } from './run-copydesk.ts';
import { temporaryFolder } from './temporary-folder.ts';

const STORY =
  'Ferry pilots win their vote\n\nThe council of Aldane met at noon on Monday to hear what Ada Quill wanted, and most of the members stayed until the evening.\n';

async function checkStory(flags: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const file = join(temporaryFolder({ 'story.txt': STORY }), 'story.txt');
  const run = await runCopydesk(['check', '--format', 'json', ...flags, file], { env });
  return { ...run, result: run.stdout === '' ? undefined : JSON.parse(run.stdout), file };
}

describe.each(inject('onnx') ? ['--entities', 'COPYDESK_ENTITIES'] : [])('a model named by %s', (by) => {
  const check = (folder: string) => (by === '--entities' ? checkStory([by, folder]) : checkStory([], { [by]: folder }));

  it('finds the names', async () => {
    const { code, result, stderr } = await check(tinyFolder(describeTiny({})));
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const names = result.entities.map(({ type, name }: { type: string; name: string }) => `${type} ${name}`);
    expect(names.sort()).toEqual(['LOC Aldane', 'PER Ada Quill']);
    expect(result.provenance.models.entities).toMatch(/^tiny@sha256:[0-9a-f]{64}$/);
  });

  it('is replaced, audibly, when it fails on an article', async () => {
    const { code, result, stderr, file } = await check(tinyFolder(describeTiny({ timeoutSeconds: 1e-9, window: 8, batch: 1 })));
    expect(stderr).toMatch(
      /^copydesk: .*story\.txt: the recogniser failed, the built-in one was used: .*model\.onnx: took longer than 1e-9 s\n$/,
    );
    expect(stderr).toContain(file);
    expect(code).toBe(1);
    expect(result.incomplete).toEqual(['entities']);
    expect(result.provenance.models.entities).not.toContain('tiny');
  });
});

describe.each(['--entities', 'COPYDESK_ENTITIES'])('weights of our own named by %s', (by) => {
  it('find the names, and are named with their hash', async () => {
    const folder = temporaryFolder({
      'recogniser.json': '{"schema":"copydesk.recogniser/1","kind":"copydesk","name":"own"}',
      'model.json': readFileSync(new URL('../../models/entities.json', import.meta.url)),
    });
    const { code, result, stderr } =
      by === '--entities' ? await checkStory([by, folder]) : await checkStory([], { [by]: folder });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(result.entities.map(({ name }: { name: string }) => name)).toContain('Ada Quill');
    expect(result.provenance.models.entities).toMatch(/^own@sha256:[0-9a-f]{64}$/);
  });
});

describe('copydesk check --entities', () => {
  it('says what to install for an ONNX model', async () => {
    const run = await checkStory(['--entities', tinyFolder()], { NODE_PATH: '' });
    expect(run.stderr).toBe('copydesk: onnxruntime-node: is not installed; ONNX models need it: npm install onnxruntime-node\n');
    expect(run.code).toBe(78);
  });

  it.each([
    [
      'a folder that is not there',
      () => '/nowhere',
      78,
      '/nowhere: the recogniser folder cannot be read: there is no such folder',
    ],
    ['no folder', () => '', 64, '--entities needs a folder'],
    ['a folder without a tokenizer', () => tinyFolder({ 'tokenizer.json': null }), 78, 'tokenizer.json: is missing'],
    ['a bad recogniser.json', () => tinyFolder(describeTiny({ batch: 0 })), 78, 'recogniser.json: batch: '],
  ])('refuses %s', async (_, folderOf, code, message) => {
    const run = await checkStory(['--entities', folderOf()]);
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toMatch(/\n\s+at /u);
    expect(run.code).toBe(code);
  });
});
