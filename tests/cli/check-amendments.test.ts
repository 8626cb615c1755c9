import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { moderatedArticleSchema } from '../../src/schema/moderated-article-schema.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TEXT = 'The crews of Merrow stayed at the quay until noon, and nobody minded.\n\nThe tide was late.\n';
const REMOVAL = { id: 'late', kind: 'remove', start: 71, end: 89 };
const folder = temporaryFolder({
  'a.txt': TEXT,
  'b.txt': TEXT,
  'lines.ndjson': `${JSON.stringify({ id: 'a', text: TEXT })}\n`,
  'good.json': JSON.stringify([REMOVAL, { id: 'none', kind: 'restore', start: 0, end: 3 }]),
  'kind.json': JSON.stringify([{ ...REMOVAL, kind: 'erase' }]),
  'field.json': JSON.stringify([{ ...REMOVAL, why: 'late' }]),
  'object.json': JSON.stringify(REMOVAL),
  'broken.json': '[{',
});
const path = (name: string): string => join(folder, name);
const EXAMPLE = fileURLToPath(new URL('../golden/amended/quay-page/', import.meta.url));

describe('copydesk check --amendments', () => {
  it('gives the amended result', async () => {
    const run = await runInside(['check', path('a.txt'), '--amendments', path('good.json'), '--format', 'json']);
    expect(run.code).toBe(0);
    const result = moderatedArticleSchema.parse(JSON.parse(run.stdout));
    expect(result.text).toBe('The crews of Merrow stayed at the quay until noon, and nobody minded.');
    expect(result.amendments).toEqual([
      { id: 'late', kind: 'remove', effect: 'applied' },
      { id: 'none', kind: 'restore', effect: 'none', reason: 'nothing_there' },
    ]);
  });

  it('shows in report and page what people did', async () => {
    const args = ['check', join(EXAMPLE, 'original.html'), '--amendments', join(EXAMPLE, 'amendments.json')];
    const report = (await runInside(args)).stdout;
    expect(report).toContain('Amendments\n  crane: remove, applied\n  half-a-sign: remove, no effect: its place is no text');
    expect(report).toContain('kept by an editor (plans); the machine had removed it as boilerplate');
    const page = (await runInside([...args, '--format', 'page'])).stdout;
    expect(page).toContain('<p>Amendments: <bdi>crane: remove, applied</bdi>, ');
    expect(page).toContain('called wrong by an editor (islands); the machine had removed it as hidden text');
    expect(page).not.toContain('<at>');
  });

  it.each([
    ['kind.json', 'kind.json: amendment 0'],
    ['field.json', 'field.json: amendment 0'],
    ['object.json', 'object.json: the list'],
    ['broken.json', 'broken.json is not JSON'],
  ])('refuses %s with 65', async (file, message) => {
    const { code, stderr, stdout } = await runInside(['check', path('a.txt'), '--amendments', path(file)]);
    expect([code, stdout]).toEqual([65, '']);
    expect(stderr).toContain(message);
  });

  it('refuses a file that is not there with 66', async () => {
    const { code, stderr } = await runCopydesk(['check', path('a.txt'), '--amendments', 'nowhere.json']);
    expect(code).toBe(66);
    expect(stderr).toContain('nowhere.json: no such file');
  });

  it.each([
    ['two files', ['a.txt', 'b.txt']],
    ['NDJSON', ['lines.ndjson']],
    ['a folder of many', ['']],
  ])('refuses %s with 64', async (_, names) => {
    const { code, stderr } = await runInside(['check', ...names.map(path), '--amendments', path('good.json')]);
    expect(code).toBe(64);
    expect(stderr).toContain('belong to one article');
  });
});
