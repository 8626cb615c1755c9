import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labelHarbour } from '../training/entities/labelled-harbour.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const TIMEOUT = 120_000;
const STORY = 'Steamer Tern moored in Merrow at noon, and the council of the town thanked its crew for the long way round.\n';

const train = (folder: string, ...flags: readonly string[]) => runCopydesk(['train', 'entities', ...flags], { cwd: folder });

async function listNames(folder: string, flags: readonly string[]) {
  const run = await runCopydesk(['check', '--format', 'json', ...flags, 'story.txt'], { cwd: folder });
  const { entities, provenance } = JSON.parse(run.stdout);
  const names: readonly string[] = entities.map(({ type, name }: { type: string; name: string }) => `${type} ${name}`);
  return { names, model: provenance.models.entities };
}

describe('copydesk train entities', () => {
  it('writes a recogniser that check uses, and says how good it is on what it held out', { timeout: TIMEOUT }, async () => {
    const folder = temporaryFolder({ 'harbour.conll': labelHarbour(60), 'story.txt': STORY });
    const run = await train(folder, '--data', 'harbour.conll', '--out', 'harbour names', '--licence', 'CC BY 4.0, Harbour Press');
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('names in the 12 sentences held out');
    expect(run.stdout).toMatch(/trained on the others +24 +24 +0 +0 +1\.0000/u);
    expect(JSON.parse(readFileSync(join(folder, 'harbour names/recogniser.json'), 'utf8'))).toMatchObject({
      kind: 'copydesk',
      name: 'harbour-names',
      licence: 'CC BY-SA 4.0',
    });
    const model = JSON.parse(readFileSync(join(folder, 'harbour names/model.json'), 'utf8'));
    expect(model).toMatchObject({
      licence: 'CC BY-SA 4.0',
      inputs: [{ file: 'harbour.conll', sha256: sha256(labelHarbour(60)), licence: 'CC BY 4.0, Harbour Press' }],
      goesOnFrom: [{ licence: 'CC BY-SA 4.0' }, { name: 'copydesk-gazetteer' }],
    });
    for (const { inputs } of model.goesOnFrom) expect(inputs.length).toBeGreaterThan(4);
    const own = await listNames(folder, ['--entities', 'harbour names']);
    expect(own.names).toContain('ORG Tern');
    expect(own.model).toMatch(/^harbour-names@sha256:[0-9a-f]{64}$/u);
    expect((await listNames(folder, [])).names).not.toContain('ORG Tern');
  });

  it('writes the same bytes again, and shows a person how far it is', { timeout: TIMEOUT }, async () => {
    // Old line ends, a byte order mark and a comment change nothing.
    const odd = `\uFEFF# harbour\n${labelHarbour(60)}`.replaceAll('\n', '\r');
    const folder = temporaryFolder({ 'a.conll': labelHarbour(60), 'b.conll': odd });
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    const flags = ['train', 'entities', '--name', 'x', '--data'];
    const quiet = await runInside([...flags, join(folder, 'a.conll'), '--out', first]);
    const shown = await runInside([...flags, join(folder, 'b.conll'), '--out', second], '', { isStderrTty: true });
    expect(quiet.stderr).toBe('');
    expect(shown.stderr).toMatch(/\d+\/\d+ {2}without the sentences held out/u);
    expect(shown.stderr).toMatch(/\d+\/\d+ {2}all sentences/u);
    expect(shown.stdout).toBe(quiet.stdout);
    expect(readFileSync(join(second, 'recogniser.json')).equals(readFileSync(join(first, 'recogniser.json')))).toBe(true);
    const [one, other] = [first, second].map((out) => JSON.parse(readFileSync(join(out, 'model.json'), 'utf8')));
    expect(one.inputs).toEqual([{ file: 'a.conll', sha256: sha256(labelHarbour(60)), licence: 'not stated' }]);
    expect(other.inputs).toEqual([{ file: 'b.conll', sha256: sha256(odd), licence: 'not stated' }]);
    expect(JSON.stringify({ ...other, inputs: [] })).toBe(JSON.stringify({ ...one, inputs: [] }));
  });

  it('takes several files', { timeout: TIMEOUT }, async () => {
    const folder = temporaryFolder({ 'a.conll': labelHarbour(30), 'b.conll': labelHarbour(30) });
    const run = await train(folder, '--data', 'a.conll', '--data', 'b.conll', '--out', 'out', '--name', 'two');
    expect(run.stdout).toContain('names in the 12 sentences held out');
    expect(JSON.parse(readFileSync(join(folder, 'out/recogniser.json'), 'utf8')).name).toBe('two');
  });

  it.each([
    ['no data', ['--out', 'out'], 64, '--data names the labelled sentences'],
    ['no folder', ['--data', 'few.conll'], 64, '--out names the folder'],
    ['a name with blanks', ['--data', 'few.conll', '--out', 'out', '--name', 'a b'], 64, '--name takes 1 to 80 letters'],
    ['an empty licence', ['--data', 'few.conll', '--out', 'out', '--licence', ' '], 64, '--licence takes 1 to 2000 characters'],
    ['a word too many', ['x', '--data', 'few.conll', '--out', 'out'], 64, 'x is too many'],
    ['a flag that it does not know', ['--dat', 'few.conll'], 64, 'unknown option --dat'],
    ['a file that is not there', ['--data', 'none.conll', '--out', 'out'], 66, 'none.conll cannot be read'],
    ['too few sentences', ['--data', 'few.conll', '--out', 'out'], 65, '10 sentences with 20 names are too few'],
    ['a file for the folder', ['--data', 'few.conll', '--out', 'few.conll'], 74, 'few.conll is a file, not a folder'],
    ['a folder below a file', ['--data', 'few.conll', '--out', 'few.conll/out'], 74, 'few.conll/out cannot be made'],
    ['a folder that takes no files', ['--data', 'few.conll', '--out', '/proc/self'], 74, '/proc/self cannot be written into'],
    [
      'a file of signs that are no text',
      ['--data', 'nuls.conll', '--out', 'out'],
      65,
      'nuls.conll:1: expected a token and its tag',
    ],
    ['an empty file', ['--data', 'few.conll', '--data', 'empty.conll', '--out', 'out'], 65, 'empty.conll: holds no sentences'],
    ['a file of no names', ['--data', 'nameless.conll', '--out', 'out'], 65, 'nameless.conll: marks no name in 60 sentences'],
    ['a file without tags', ['--data', 'plain.conll', '--out', 'out'], 65, 'plain.conll:1: expected a token and its tag'],
    ['a file of bytes', ['--data', 'latin1.conll', '--out', 'out'], 65, 'latin1.conll:2: is no UTF-8'],
    ['data without a name', ['--data', '', '--out', 'out'], 64, '--data names the labelled sentences'],
    ['a tag that is none', ['--data', 'bad.conll', '--out', 'out'], 65, 'bad.conll:2: "DRUG" is no type'],
  ])('refuses %s', async (_, flags, code, message) => {
    const folder = temporaryFolder({
      'few.conll': labelHarbour(10),
      'bad.conll': 'Ada B-PER\nQuill B-DRUG\n',
      'empty.conll': '# nothing\n\n-DOCSTART- O\n',
      'nameless.conll': 'They O\nleft O\n\n'.repeat(60),
      'nuls.conll': '\0'.repeat(1000),
      'plain.conll': 'They\nleft\n',
      'latin1.conll': Buffer.from('They O\n\u00c5da B-PER\n', 'latin1'),
    });
    const run = await train(folder, ...flags);
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toMatch(/\n\s+at /u);
    expect(run.stderr.length).toBeLessThan(250);
    expect(run.code).toBe(code);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('has a help of its own', async () => {
    const { stdout } = await runCopydesk(['train', 'entities', '--help']);
    expect(stdout).toContain('Usage: copydesk train entities --data FILE');
  });

  it.each([
    ['is missing', {}, 'model.json: is missing'],
    ['is damaged', { 'model.json': '{"labels":[]}' }, 'model.json: is no model of names'],
    [
      'has other labels',
      { 'model.json': '{"labels":["O"],"transitions":[],"scale":0.01,"rows":"","scales":"","weights":""}' },
      'model.json: is no model of names: labels are O',
    ],
  ])('whose model %s is refused by check', async (_, files, message) => {
    const about = '{"schema":"copydesk.recogniser/1","kind":"copydesk","name":"x"}';
    const folder = temporaryFolder({ 'recogniser.json': about, 'story.txt': STORY, ...files });
    const run = await runCopydesk(['check', '--entities', '.', 'story.txt'], { cwd: folder });
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(78);
  });
});
