import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PORT = ['The ferry', 'A tug', 'The pilot boat', 'One trawler', 'The dredger'];
const COURT = ['The judge', 'A lawyer', 'The jury', 'One witness', 'The clerk'];
/** Ten articles of each topic, alternating, so that every fifth has some of both. */
const ARTICLES = Array.from({ length: 10 }, (_, at) => [
  {
    text: `${PORT[at % 5]} lay in the harbour at the quay, and the anchor was wet on day ${at}.`,
    codes: 'port',
    labels: 'The port',
  },
  { text: `${COURT[at % 5]} waited in the courtroom for a verdict, and the trial was long on day ${at}.`, labels: ['At court'] },
]).flat();
const toLines = (records: readonly unknown[]): string => records.map((record) => JSON.stringify(record)).join('\n');

async function train(lines: string) {
  const folder = temporaryFolder({ 'labelled.ndjson': lines });
  const [data, out] = [join(folder, 'labelled.ndjson'), join(folder, 'own.yaml')];
  return { ...(await runInside(['train', 'topics', '--data', data, '--out', out])), out, folder };
}

describe('copydesk train topics', () => {
  it('learns words that check --topics reads, and prints figures of articles held out', async () => {
    const { code, stdout, stderr, out, folder } = await train(toLines(ARTICLES));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/articles held out: a right topic first\n.*\n {2}first topic +4 +4 +1\.0000 +0\n/u);
    const yaml = readFileSync(out, 'utf8');
    expect(yaml).toMatch(/code: At-court\n {4}label: At court/u);
    expect(yaml).toMatch(/harbour=\d/u);
    const checked = await runInside(
      ['check', '-', '--topics', out, '--format', 'json'],
      'The yacht left the harbour when the anchor was up.',
    );
    const { topics, provenance } = JSON.parse(checked.stdout);
    expect(topics).toMatchObject([{ code: 'port', label: 'The port', broader: [] }]);
    expect(topics[0].evidence.map(({ text }: { text: string }) => text)).toContain('harbour');
    expect(provenance.models.topics).toMatch(/^taxonomy\//u);
    expect(existsSync(join(folder, 'own.yaml'))).toBe(true);
  });

  it('gives the same file each time', async () => {
    const [first, second] = [await train(toLines(ARTICLES)), await train(toLines(ARTICLES))];
    expect(readFileSync(first.out, 'utf8')).toBe(readFileSync(second.out, 'utf8'));
  });

  it.each([
    ['not JSON', `${toLines(ARTICLES)}\n{`, 65, /labelled\.ndjson:21: not JSON/],
    ['no text', '{"codes": "a"}', 65, /labelled\.ndjson:1: text: /],
    ['no topic', '{"text": "a"}', 65, /labelled\.ndjson:1: codes or labels are missing/],
    [
      'names that do not fit',
      '{"text": "a", "codes": ["a", "b"], "labels": "A"}',
      65,
      /labelled\.ndjson:1: codes and labels differ/,
    ],
    ['one topic', toLines(ARTICLES.filter(({ codes }) => codes === 'port')), 65, /has 1 topics; two are needed/],
    [
      'few articles',
      toLines([...ARTICLES, { text: 'rare', codes: 'rare' }]),
      65,
      /the topic "rare" has 1 articles; 5 are needed/,
    ],
  ])('refuses %s', async (_, lines, exit, reason) => {
    const { code, stderr, out } = await train(lines);
    expect(code).toBe(exit);
    expect(stderr).toMatch(reason);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [['train'], /say what to train: .*topics/],
    [['train', 'topic'], /topics/],
    [['train', 'topics'], /--data names the labelled articles/],
    [['train', 'topics', '--data', 'a'], /--out names the file/],
    [['train', 'topics', '--data', 'a', '--out', 'b', 'c'], /c is too many/],
    [['train', 'topics', '--folds', '3'], /--folds/],
  ])('says what is wrong with %j', async (args, reason) => {
    const { code, stderr } = await runInside(args);
    expect(code).toBe(64);
    expect(stderr).toMatch(reason);
  });

  it('misses data that is not there', async () => {
    const { code, stderr } = await runInside(['train', 'topics', '--data', '/nowhere/a.ndjson', '--out', '/nowhere/b']);
    expect(code).toBe(66);
    expect(stderr).toContain('/nowhere/a.ndjson cannot be read');
  });

  it('explains itself', async () => {
    const { code, stdout } = await runInside(['train', 'topics', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('NDJSON, one article a line');
  });
});

describe('copydesk check --topics', () => {
  it('stops for topics that do not load, with file and line', async () => {
    const folder = temporaryFolder({ 'own.yaml': 'topics:\n  - code: a\n' });
    const { code, stderr } = await runInside(['check', '-', '--topics', join(folder, 'own.yaml')], 'A text.');
    expect(code).toBe(78);
    expect(stderr).toContain('own.yaml:2: topics.label');
  });
});
