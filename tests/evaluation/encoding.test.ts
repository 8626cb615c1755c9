import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFtfy } from '../../src/evaluation/encoding/load-ftfy.ts';
import { MANGLED_AS, mangle } from '../../src/evaluation/encoding/mangle.ts';
import type { Evaluation } from '../../src/evaluation/evaluation.ts';
import { awaitEvaluation, figuresOf, toLines } from './evaluate-folder.ts';

const FRENCH = 'Le café de l’Étel a fermé à midi, dit le maire, et personne ne sait où aller.';
const POLISH = 'Prom wypłynął o świcie z portu w Łebie, powiedział kapitan.';
const PLAIN = 'The harbour council met at noon to hear what the pilots wanted.';

const zip = (records: readonly unknown[]): Uint8Array => gzipSync(toLines(records));
const sentence = (text: string) => ({ doc: 0, text, tags: [], offs: [] });
const content = (text: string) => ({ text, label: 'content', sub: 'body' });
const one = (label: string, original: string, fixed: string, expect: 'pass' | 'fail') => ({ label, original, fixed, expect });

const FILES = {
  'encoding/wild.json': JSON.stringify([
    one('a sign', 'cafÃ© fermÃ©', 'café fermé', 'pass'),
    { ...one('quotes', 'â€œnoâ€\u009d', '"no"', 'pass'), 'fixed-encoding': '“no”' },
    one('beyond us', 'kawa Š', 'kawa é', 'fail'),
    one('wrongly labelled', 'thé', 'the', 'pass'),
  ]),
  'encoding/negative.json': JSON.stringify([one('a brand', 'NOTRE CAFÉ™', 'NOTRE CAFÉ™', 'pass')]),
  'entities/wikigold.jsonl.gz': zip([sentence(FRENCH), sentence(PLAIN)]),
  'entities/uner-ewt.dev.jsonl.gz': zip([sentence(PLAIN)]),
  'entities/btc.jsonl.gz': zip([sentence('thé 😀')]),
  'entities/gum-wikified.jsonl.gz': zip([{ doc: 'x', tokens: PLAIN.match(/\w+|[^\w\s]/gu) }]),
  'pages/a.json': JSON.stringify({ kind: 'clean', lines: [content(PLAIN), content(FRENCH), content(POLISH)] }),
  'html/segments.json': JSON.stringify([{ with: [POLISH, 'damaged \u0093'], without: [] }]),
  'garbage/tokens.jsonl': toLines([
    { text: 'crème', label: 0, kind: 'word_fr' },
    { text: 'Ã©Ã©', label: 1, kind: 'random' },
  ]),
};

describe('encoding', () => {
  let evaluation: Evaluation;
  beforeAll(async () => {
    evaluation = await awaitEvaluation('encoding', FILES);
  });

  it('counts the cases by file', () => {
    const figures = (row: string) => figuresOf(evaluation, 'cases', `copydesk: ${row}`);
    expect(figures('all that are expected to pass')).toEqual({ right: 3, of: 4 });
    expect(figures('encoding/wild.json')).toEqual({ right: 2, of: 3 });
    expect(figures('negatives, to be left as they are')).toEqual({ right: 1, of: 1 });
    expect(figures('known failures')).toEqual({ right: 0, of: 1 });
  });

  it('restores every paragraph beyond ASCII from each encoding', () => {
    for (const encoding of MANGLED_AS) {
      expect(figuresOf(evaluation, 'restored', `copydesk: ${encoding}`)).toEqual({ right: 4, of: 4, restored: 1 });
    }
  });

  it('looks at all clean texts, and leaves out what is damaged or garbage', () => {
    expect(figuresOf(evaluation, 'clean', 'copydesk: all')).toEqual({ items: 10, beyondAscii: 6, changed: 0 });
    expect(figuresOf(evaluation, 'clean', 'copydesk: words and tokens')).toEqual({ items: 1, beyondAscii: 1, changed: 0 });
    expect(figuresOf(evaluation, 'clean', 'copydesk: texts of HTML pages')).toEqual({ items: 1, beyondAscii: 1, changed: 0 });
  });

  it('damages one paragraph of an article', () => {
    expect(figuresOf(evaluation, 'articles', 'copydesk, UTF-8 read as windows-1252')).toEqual({ right: 1, of: 1 });
  });

  it('lists what went wrong', () => {
    expect(evaluation.wrong).toEqual([
      {
        file: 'encoding/wild.json',
        line: 3,
        label: 'beyond us',
        outcome: 'known failure',
        text: 'kawa Š',
        rule: null,
        evidence: 'kawa Š',
      },
      {
        file: 'encoding/wild.json',
        line: 4,
        label: 'wrongly labelled',
        outcome: 'not as expected',
        text: 'thé',
        rule: null,
        evidence: 'thé',
      },
    ]);
  });

  it('has a baseline where one is installed, and says so where not', async () => {
    const isInstalled = (await loadFtfy()) !== undefined;
    const [cases] = evaluation.tables;
    expect(cases?.rows.some(({ name }) => name.startsWith('ftfy-js'))).toBe(isInstalled);
    expect(cases?.title.includes('not installed')).toBe(!isInstalled);
  });

  it('asks for cases', async () => {
    const { 'encoding/wild.json': _, 'encoding/negative.json': __, ...others } = FILES;
    await expect(awaitEvaluation('encoding', others)).rejects.toThrow('encoding');
  });
});

describe('mangle', () => {
  it.each([
    ['windows-1252', 'Ã©'],
    ['iso-8859-2', 'ĂŠ'],
    ['windows-1251', 'Г©'],
    ['macintosh', '√©'],
    ['iso-8859-1', 'Ã©'],
  ])('reads é as %s', (encoding, mangled) => {
    expect(mangle('é', encoding)).toBe(mangled);
  });
});
