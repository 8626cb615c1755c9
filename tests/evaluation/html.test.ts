import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/evaluation/data/data-error.ts';
import { checkMap } from '../../src/evaluation/html/check-map.ts';
import { countSegments } from '../../src/evaluation/html/count-segments.ts';
import { decodePage } from '../../src/evaluation/html/decode-page.ts';
import { foldSpaces } from '../../src/evaluation/html/fold-spaces.ts';
import { listTextNodes } from '../../src/evaluation/html/list-text-nodes.ts';
import { listWrongSegments } from '../../src/evaluation/html/list-wrong-segments.ts';
import { locateInPage } from '../../src/evaluation/html/locate-in-page.ts';
import { pageText } from '../../src/evaluation/html/page-text.ts';
import { runExtractor } from '../../src/evaluation/html/run-extractor.ts';
import { scoreSegments } from '../../src/evaluation/html/score-segments.ts';
import { scoreTimes } from '../../src/evaluation/html/score-times.ts';
import { loadRuleset, moderate } from '../../src/index.ts';
import { read } from '../../src/moderation/read/read.ts';
import { awaitEvaluation, figuresOf } from './evaluate-folder.ts';

const PROSE = [
  'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening.',
  'Two of the older members had brought charts of the northern channel and spread them on the table by the window.',
  'The engineer explained why the lock gates close so slowly in winter, and nobody asked what the repair would cost.',
  'Few people expect the ferries to sail before the ice has gone, which the observatory thinks will be in April.',
];
const HTML = `<!DOCTYPE html><html><head><title>Pilots ask for a channel</title></head><body>
  <nav class="menu"><a href="/">Quay Gazette front page</a></nav>
  <article><h1>Pilots ask for a channel</h1>${PROSE.map((text) => `<p>${text}</p>`).join('\n')}</article>
  <footer id="foot"><p>Quay Gazette, printed at Merrow</p></footer></body></html>`;

const ruleset = loadRuleset();
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('decodePage', () => {
  it.each([
    ['UTF-8 that says so', utf8('<meta charset="utf-8">Käse'), '<meta charset="utf-8">Käse'],
    ['UTF-8 that says otherwise', utf8('<meta charset="iso-8859-1">Käse'), '<meta charset="iso-8859-1">Käse'],
    ['UTF-8 with a mark', utf8('\ufeffKäse'), 'Käse'],
    [
      'windows-1252',
      Buffer.from('<meta charset=windows-1252>K\xe4se \x84x\x93', 'latin1'),
      '<meta charset=windows-1252>Käse „x“',
    ],
    ['an encoding that there is not', Buffer.from('<meta charset=merrow>K\xe4se', 'latin1'), '<meta charset=merrow>K\ufffdse'],
    ['UTF-16 with a mark', Buffer.from('\ufeffKäse', 'utf16le'), 'Käse'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodePage(bytes)).toBe(text);
  });
});

describe('foldSpaces', () => {
  it.each([
    [' a \u00a0\n b\t', 'a b', [1, 2, 6]],
    ['', '', []],
    [' \n ', '', []],
    ['ab', 'ab', [0, 1]],
  ])('%j', (text, folded, offsets) => {
    expect(foldSpaces(text).text).toBe(folded);
    expect([...foldSpaces(text).offsets]).toEqual(offsets);
  });
});

describe('countSegments', () => {
  const fold = (text: string): string => foldSpaces(text).text;
  const wanted = { with: ['two  words', 'not there'], without: ['share this', 'words two', 'gone'] };

  it('counts what is found and what is not', () => {
    expect(countSegments('Two two\nwords two. share this', wanted, fold)).toEqual({ tp: 1, fn: 1, fp: 2, tn: 1 });
  });

  it('counts letter for letter when nothing is folded', () => {
    expect(countSegments('two\nwords', wanted, (text) => text)).toEqual({ tp: 0, fn: 2, fp: 0, tn: 3 });
  });

  it('sums over pages', () => {
    const counts = { tp: 3, fn: 1, fp: 1, tn: 0 };
    expect(scoreSegments([counts, { tp: 0, fn: 0, fp: 0, tn: 5 }])).toEqual({
      tp: 3,
      fn: 1,
      fp: 1,
      tn: 5,
      precision: 0.75,
      recall: 0.75,
      f1: 0.75,
      accuracy: 0.8,
    });
  });
});

describe('the texts of a page', () => {
  const nodes = listTextNodes('<div class="a b c"><p>one <b>two</b><p id=x>&lt;three<script>four</script></div>');

  it('are those a reader sees, blocks apart', () => {
    expect(pageText(nodes).trim().split(/\n+/u)).toEqual(['one two', '<three']);
  });

  it('have a place and a path', () => {
    expect(nodes.filter(({ path }) => path !== '').map(({ text, start, end, path }) => [text, start, end, path])).toEqual([
      ['one ', 22, 26, 'html > body > div.a.b > p'],
      ['two', 29, 32, 'html > body > div.a.b > p > b'],
      ['<three', 44, 53, 'html > body > div.a.b > p#x'],
    ]);
  });

  it('are found again', () => {
    expect(locateInPage(nodes, 'one  two')).toEqual({ start: 22, end: 32 });
    expect(locateInPage(nodes, 'four')).toBeUndefined();
  });

  it('can be nested deeply', () => {
    expect(pageText(listTextNodes(`${'<div>'.repeat(5_000)}deep`)).trim()).toBe('deep');
  });
});

describe('checkMap', () => {
  const source = '<p>Salt &amp; tar</p><p>cafÃ©</p>';
  const edits = [
    { start: 0, end: 3, replacement: '' },
    { start: 8, end: 13, replacement: '&' },
    { start: 17, end: 24, replacement: '\n\n' },
    { start: 27, end: 29, replacement: 'é' },
    { start: 29, end: 33, replacement: '' },
  ];
  const text = 'Salt & tar\n\ncafé';
  const check = (changed: Partial<Parameters<typeof checkMap>[0]>) => checkMap({ source, text, edits, repairs: [], ...changed });

  it('holds for what is kept, decoded or repaired', () => {
    expect(check({ repairs: [{ start: 24, end: 29 }] })).toEqual({ characters: 12, exact: 12, faults: [] });
  });

  it('does not hold for a change nobody speaks of', () => {
    expect(check({})).toEqual({ characters: 12, exact: 11, faults: [edits[3]] });
  });

  it('does not hold for text out of nowhere, nor for a text that is another', () => {
    expect(checkMap({ source: 'ab', text: 'a-b', edits: [{ start: 1, end: 1, replacement: '-' }], repairs: [] })).toEqual({
      characters: 3,
      exact: 2,
      faults: [{ start: 1, end: 1, replacement: '-' }],
    });
    expect(check({ text: `${text} more` }).exact).toBe(0);
  });
});

describe('listWrongSegments', () => {
  const token = 'k7Qw2Zx9Lm4Vb8Nc1Rt6Yp3Hs5Jd0Fg2Kq7Wz9Xe';
  const html = [PROSE[0], token, ...PROSE.slice(1)].join('\n\n');
  const article = { id: 'a', text: html };
  const made = { reading: read(article, ruleset), result: moderate(article, { ruleset }), nodes: listTextNodes(html) };
  const page = { file: 'html/a.html', url: '', html };

  it('says what became of each', () => {
    const wanted = { with: ['The harbour council', token, 'not a word'], without: ['which the observatory', 'nor this'] };
    const wrong = listWrongSegments({ ...page, ...wanted }, made);
    expect(wrong.map(({ line, label, outcome, text }) => [line, label, outcome, text])).toEqual([
      [2, 'with', 'taken out', token],
      [3, 'with', "not in the page's text", 'not a word'],
      [4, 'without', 'kept', 'which the observatory'],
    ]);
    expect(wrong[0]?.rule).toMatch(/^garbage\./u);
  });

  it('names the elements around what was not read', () => {
    const unread = {
      ...made,
      reading: read({ id: 'b', text: '' }, ruleset),
      result: moderate({ id: 'b', text: '' }, { ruleset }),
    };
    const [lost] = listWrongSegments({ ...page, with: ['Two of the older'], without: [] }, unread);
    expect(lost).toMatchObject({ outcome: 'lost in reading', rule: null, evidence: 'html > body' });
  });
});

describe('scoreTimes', () => {
  it('takes the median of the ratios and the ratio of the sums', () => {
    const [ours] = scoreTimes(
      [
        { ours: 1, theirs: 2 },
        { ours: 3, theirs: 3 },
        { ours: 8, theirs: 4 },
      ],
      'theirs',
    );
    expect(ours?.figures).toEqual({ pages: 3, cpuMedian: 3, cpuTotal: 12, cpuRatioMedian: 1, cpuRatioTotal: 1.333333 });
  });

  it('has no ratio without anything to compare with', () => {
    expect(scoreTimes([{ ours: 1 }], 'theirs')[0]?.figures).toMatchObject({ cpuRatioMedian: null, cpuRatioTotal: null });
  });
});

describe('runExtractor', () => {
  it('has no text of a page it throws on', async () => {
    const extract = (): never => {
      throw new RangeError('Maximum call stack size exceeded');
    };
    const page = { file: '', url: '', html: '', with: [], without: [] };
    expect(await runExtractor({ name: 'x', extract }, page)).toEqual({ text: '', hasFailed: true });
  });
});

describe('html', () => {
  const labels = [{ file: 'a.html.gz', url: 'https://quay-gazette.example/a', with: [PROSE[1]], without: ['printed at Merrow'] }];
  const files = { 'html/segments.json': JSON.stringify(labels), 'html/a.html.gz': gzipSync(HTML) };

  it('measures ours, the peers and the whole page', async () => {
    const evaluation = await awaitEvaluation('html', files);
    const found = { pages: 1, tp: 1, fn: 0, recall: 1, pagesEmpty: 0, pagesFailed: 0 };
    expect(figuresOf(evaluation, 'segments', 'copydesk')).toMatchObject({ tp: 1, fn: 0 });
    expect(figuresOf(evaluation, 'segments', 'Readability + linkedom')).toMatchObject({ ...found, fp: 0, tn: 1, f1: 1 });
    expect(figuresOf(evaluation, 'segments', 'defuddle + linkedom')).toMatchObject({ ...found, fp: 0, tn: 1 });
    expect(figuresOf(evaluation, 'segments', 'whole text of the page')).toMatchObject({ ...found, fp: 1, tn: 0, precision: 0.5 });
    expect(figuresOf(evaluation, 'map', 'copydesk')).toMatchObject({ pages: 1, pagesExact: 1, exactShare: 1 });
    expect(figuresOf(evaluation, 'times', 'Readability + linkedom')).toMatchObject({ pages: 1, cpuRatioMedian: 1 });
  });

  it.each([
    [{}, 'html/segments.json'],
    [{ 'html/segments.json': JSON.stringify(labels) }, 'html/a.html.gz'],
    [{ ...files, 'html/segments.json': '[{"file":"a","url":""}]' }, 'html/segments.json: 0.with'],
    [{ ...files, 'html/a.html.gz': 'text' }, 'is no gzip file'],
  ])('names what is wrong with its data: %#', async (given, message) => {
    await expect(awaitEvaluation('html', given)).rejects.toThrow(message);
    await expect(awaitEvaluation('html', given)).rejects.toThrow(DataError);
  });
});
