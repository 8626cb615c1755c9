import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../src/evaluation/data/data-error.ts';
import { evaluateFolder, figuresOf, toLines } from './evaluate-folder.ts';

const PROSE = [
  'The harbour council met at noon to hear what the pilots wanted, and most of them stayed until the evening.',
  'Two of the older members had brought charts of the northern channel and spread them on the table by the window.',
  'The engineer explained why the lock gates close so slowly in winter, and nobody asked what the repair would cost.',
  'Few people expect the ferries to sail before the ice has gone, which the observatory thinks will be in April.',
] as const;
const TITLE = 'Pilots Ask Harbour Council for a Deeper Channel';
const RANDOM = 'k7Qw2Zx9Lm4Vb8Nc1Rt6Yp3Hs5Jd0Fg2Kq7Wz9Xe';
const ADVERT = '▶ [Coinbay] Transaction fee 0% discount CODE◀';

describe('garbage', () => {
  const tokens = [
    { text: RANDOM, label: 1, kind: 'random' },
    { text: 'zzz', label: 1, kind: 'short' },
    { text: 'harbourmaster', label: 0, kind: 'word_en' },
    { text: 'ferry', label: 0, kind: 'word_en' },
  ];
  const evaluation = evaluateFolder('garbage', { 'garbage/tokens.jsonl': toLines(tokens) });

  it('scores all tokens, long ones, and categories', () => {
    const half = { tp: 1, fp: 0, fn: 1, precision: 1, recall: 0.5, f1: 0.666667 };
    expect(figuresOf(evaluation, 'tokens', 'all')).toEqual({ items: 4, ...half, falseRemovalsPer10kWords: 0, charactersLost: 0 });
    expect(figuresOf(evaluation, 'tokens', '10 characters or more')).toMatchObject({ items: 2, tp: 1, fn: 0, recall: 1 });
    expect(figuresOf(evaluation, 'categories', 'random')).toEqual({ items: 1, tp: 1, fp: 0, fn: 0, recall: 1 });
    expect(figuresOf(evaluation, 'categories', 'word_en')).toEqual({ items: 2, tp: 0, fp: 0, fn: 0, flagRate: 0 });
    expect(figuresOf(evaluation, 'families', 'words')).toMatchObject({ items: 2, flagRate: 0 });
    expect(figuresOf(evaluation, 'kinds', 'garbage_token')).toEqual({ tp: 1, fp: 0, precision: 1, charactersLost: 0 });
  });

  it('names the missed one with its line', () => {
    expect(evaluation.wrong).toEqual([
      { file: 'garbage/tokens.jsonl', line: 2, label: 'short', outcome: 'missed', text: 'zzz', rule: null, evidence: '' },
    ]);
  });

  it('counts a legitimate token that is taken out', () => {
    const mislabelled = toLines([{ text: RANDOM, label: 0, kind: 'code' }]);
    const wrong = evaluateFolder('garbage', { 'garbage/tokens.jsonl': mislabelled });
    const lost = { fp: 1, precision: 0, recall: null, falseRemovalsPer10kWords: 10_000, charactersLost: RANDOM.length };
    expect(figuresOf(wrong, 'tokens', 'all')).toMatchObject(lost);
    expect(figuresOf(wrong, 'categories', 'code')).toMatchObject({ flagRate: 1 });
    expect(wrong.wrong).toMatchObject([{ line: 1, label: 'code', outcome: 'removed', text: RANDOM }]);
    expect(wrong.wrong[0]?.rule).toMatch(/^garbage\./u);
    expect(wrong.wrong[0]?.evidence).toMatch(/^\{.*\}$/u);
  });
});

describe('spam', () => {
  it('scores messages as lines of an article', () => {
    const messages = [
      { text: ADVERT, label: 1, source: 'ours' },
      { text: 'The tide turns at six.', label: 1, source: 'ours' },
      { text: 'She waited on the quay for an hour.', label: 0, source: 'theirs' },
    ];
    const evaluation = evaluateFolder('spam', { 'spam/messages.jsonl': toLines(messages) });
    const half = { items: 3, tp: 1, fp: 0, fn: 1, precision: 1, recall: 0.5, f1: 0.666667 };
    expect(figuresOf(evaluation, 'messages', 'found as spam')).toMatchObject(half);
    expect(figuresOf(evaluation, 'messages', 'removed')).toMatchObject(half);
    expect(figuresOf(evaluation, 'sources', 'theirs')).toMatchObject({ items: 1, tp: 0, fp: 0, fn: 0 });
    expect(figuresOf(evaluation, 'kinds', 'spam_insert')).toMatchObject({ tp: 1, fp: 0, precision: 1 });
    expect(evaluation.wrong).toMatchObject([{ line: 2, outcome: 'missed', label: 'promotional' }]);
  });
});

/** A page of 9 lines: headline, four paragraphs, a heading; an advert, a copy of the first paragraph, "View all". */
const PAGE = {
  id: 'a',
  kind: 'faulty',
  title: TITLE,
  lines: [
    { text: TITLE, label: 'content', sub: 'headline' },
    { text: PROSE[0], label: 'content', sub: 'body' },
    { text: PROSE[1], label: 'content', sub: 'body' },
    { text: ADVERT, label: 'spam_insert' },
    { text: 'What the pilots want', label: 'content', sub: 'body' },
    { text: PROSE[2], label: 'content', sub: 'body' },
    { text: PROSE[0], label: 'duplicate', exact_repeat_of: 1 },
    { text: PROSE[3], label: 'content', sub: 'body' },
    { text: 'View all', label: 'boilerplate' },
  ],
};

describe('lines', () => {
  const evaluation = evaluateFolder('lines', { 'pages/a.json': JSON.stringify(PAGE) });

  it('scores ours with the baselines beside it', () => {
    const all = {
      items: 9,
      tp: 3,
      fp: 0,
      fn: 0,
      precision: 1,
      recall: 1,
      f1: 1,
      headlinesLost: 0,
      bodyLost: 0,
      charactersLost: 0,
    };
    expect(figuresOf(evaluation, 'lines', 'copydesk')).toMatchObject(all);
    expect(figuresOf(evaluation, 'lines', 'copydesk, title and address known')).toMatchObject(all);
    // C4 drops headline, heading, advert and "View all" for their ends, and keeps the copy: 2 of 3, 2 false of 68 + 4 + 8 words.
    const c4 = {
      tp: 2,
      fp: 2,
      fn: 1,
      precision: 0.5,
      recall: 0.666667,
      headlinesLost: 1,
      headingsLost: 1,
      bodyLost: 1,
      bodyLostShare: 0.2,
    };
    expect(figuresOf(evaluation, 'lines', 'C4 line rule')).toMatchObject(c4);
    expect(figuresOf(evaluation, 'lines', 'exact repeats')).toMatchObject({
      tp: 1,
      fp: 0,
      fn: 2,
      precision: 1,
      recall: 0.333333,
    });
    expect(evaluation.wrong).toEqual([]);
  });

  it('scores labels, kinds and repetition', () => {
    expect(figuresOf(evaluation, 'labels', 'spam_insert')).toEqual({ items: 1, tp: 1, fp: 0, fn: 0, recall: 1 });
    expect(figuresOf(evaluation, 'labels', 'content: headline')).toEqual({ items: 1, tp: 0, fp: 0, fn: 0, flagRate: 0 });
    expect(figuresOf(evaluation, 'kinds', 'duplicate')).toMatchObject({ tp: 1, fp: 0, precision: 1, charactersLost: 0 });
    expect(figuresOf(evaluation, 'repeats', 'any repetition, 6 words or more')).toMatchObject({ tp: 1, fp: 0, fn: 0 });
  });

  it('counts content that is taken out, but not as lost while a copy of it stays', () => {
    const lines = PAGE.lines.map((line) =>
      line.label === 'duplicate' ? { text: line.text, label: 'content', sub: 'body' } : line,
    );
    const relabelled = evaluateFolder('lines', { 'pages/a.json': JSON.stringify({ ...PAGE, lines }) });
    const figures = figuresOf(relabelled, 'lines', 'copydesk');
    expect(figures).toMatchObject({
      tp: 2,
      fp: 1,
      precision: 0.666667,
      bodyLost: 0,
      charactersLost: PROSE[0].replaceAll(' ', '').length,
    });
    expect(relabelled.wrong).toMatchObject([{ file: 'pages/a.json', line: 7, label: 'content: body', outcome: 'removed' }]);
  });
});

describe('seed', () => {
  const article = [TITLE, ...PROSE.slice(0, 2), ADVERT, ...PROSE.slice(2), 'View all'];
  const labels = ['title', 'paragraph', 'paragraph', 'spam_insert', 'paragraph', 'paragraph', 'boilerplate'];
  const text = article.join('\n\n');
  const lines = article.map((content, at) => {
    const start = text.indexOf(content);
    return { line: 2 * at + 1, start, end: start + content.length, label: labels[at], text: content };
  });
  const gold = {
    lines,
    metadata: { title: TITLE },
    entities: [{ type: 'PER', name: 'Nobody Atall' }],
    entities_never: ['Coinbay'],
    topics: { expected: ['medtop:99999999 no such topic'], rule: 'at least two of them' },
  };
  const files = {
    'seed/article.txt': text,
    'seed/cleaned.txt': [TITLE, ...PROSE].join('\n\n'),
    'seed/gold.json': JSON.stringify(gold),
  };
  const evaluation = evaluateFolder('seed', files);

  it.each([
    ['spam_insert lines leave the text', 1, 1, 1],
    ['boilerplate lines leave the text', 1, 1, 1],
    ['paragraph lines stay', 1, 4, 4],
    ['title lines stay', 1, 1, 1],
    ['cleaned text is the expected one', 1, 1, 1],
    ['metadata is read', 1, 1, 1],
    ['what is no entity is not found', 1, 1, 1],
    ['entities are found', 0, 0, 1],
    ['expected topics lead', 0, 0, 1],
  ])('%s: passed %i, %i of %i', (name, passed, right, of) => {
    expect(figuresOf(evaluation, 'checks', name)).toEqual({ passed, right, of });
  });

  it('lists what failed', () => {
    expect(evaluation.wrong).toContainEqual({
      file: 'seed/gold.json',
      line: 0,
      label: 'entities are found',
      outcome: 'failed',
      text: 'PER Nobody Atall',
      rule: null,
      evidence: 'found as nothing',
    });
  });

  it('sees one missing word', () => {
    const shorter = evaluateFolder('seed', { ...files, 'seed/cleaned.txt': `${files['seed/cleaned.txt']} More` });
    expect(figuresOf(shorter, 'checks', 'cleaned text is the expected one')).toMatchObject({ passed: 0 });
  });
});

const sentence = (doc: number, text: string, names: readonly (readonly [string, string])[]) => {
  const tokens = text.match(/\w+|[^\w\s]/gu) ?? [];
  let at = 0;
  const offs = tokens.map((token) => {
    const start = text.indexOf(token, at);
    at = start + token.length;
    return [start, at];
  });
  const tags = tokens.map((token) => {
    const [type, name] = names.find(([, words]) => words.split(' ').includes(token)) ?? [];
    return type === undefined || name === undefined ? 'O' : `${name.startsWith(token) ? 'B' : 'I'}-${type}`;
  });
  return { doc, text, tokens, tags, offs };
};

const zip = (records: readonly unknown[]): Uint8Array => gzipSync(toLines(records));

describe('entities', () => {
  const merkel = sentence(0, 'Angela Merkel flew to Paris.', [
    ['PER', 'Angela Merkel'],
    ['LOC', 'Paris'],
  ]);
  const halved = sentence(0, 'Angela Merkel flew to Paris.', [
    ['PER', 'Angela'],
    ['LOC', 'Paris'],
  ]);
  // What models are trained on here: equal sentences, of which any part tells the rest.
  const many = zip(Array.from({ length: 25 }, () => merkel));
  const files = {
    'entities/wikigold.jsonl.gz': many,
    'entities/wnut17.train.jsonl.gz': many,
    'entities/btc.jsonl.gz': many,
    'entities/gum-wikified.jsonl.gz': zip([{ tokens: ['They', 'left', '.'], clusters: [] }]),
    'entities/wnut17.dev.jsonl.gz': zip([halved]),
    'entities/uner-ewt.dev.jsonl.gz': zip([merkel, { ...merkel, doc: 1 }]),
  };

  it('counts names with the right type and ends', { timeout: 60_000 }, () => {
    const evaluation = evaluateFolder('entities', files);
    expect(figuresOf(evaluation, 'wikigold', 'copydesk PER+LOC+ORG')).toMatchObject({ items: 50, tp: 50, fp: 0, fn: 0, f1: 1 });
    expect(figuresOf(evaluation, 'uner-ewt.dev', 'copydesk PER+LOC+ORG')).toMatchObject({ items: 4, tp: 4, fp: 0 });
    expect(figuresOf(evaluation, 'uner-ewt.dev documents', 'copydesk PER+LOC+ORG')).toMatchObject({ items: 4, tp: 4, fp: 0 });
    expect(figuresOf(evaluation, 'wnut17.dev', 'copydesk PER')).toMatchObject({ tp: 0, fp: 1, fn: 1, f1: 0 });
    expect(figuresOf(evaluation, 'wnut17.dev', 'copydesk PER+LOC+ORG')).toMatchObject({
      tp: 1,
      fp: 1,
      fn: 1,
      precision: 0.5,
      f1: 0.5,
    });
    expect(figuresOf(evaluation, 'wikigold', 'compromise LOC')).toMatchObject({ items: 25, tp: 25 });
    expect(evaluation.wrong.map(({ outcome, text }) => [outcome, text])).toEqual([
      ['missed', 'Angela'],
      ['not a name of this type', 'Angela Merkel'],
    ]);
  });

  it('says which model judged what', { timeout: 60_000 }, () => {
    const titles = evaluateFolder('entities', files).tables.map(({ name, title }) => [name, title]);
    expect(titles).toEqual([
      ['wikigold', expect.stringContaining('each of 5 parts in a row by a model trained here on the rest')],
      ['wnut17.dev', expect.stringContaining('the shipped model, which never saw them')],
      ['uner-ewt.dev', expect.stringContaining('a model trained here without them')],
      ['uner-ewt.dev documents', expect.stringContaining('document by document')],
    ]);
  });
});

describe('clean', () => {
  const wiki = { 'entities/wikigold.jsonl.gz': zip([sentence(0, PROSE[2], [])]) };
  const gum = { 'entities/gum-wikified.jsonl.gz': zip([{ doc: 'x', tokens: PROSE[3].match(/\w+|[^\w\s]/gu) }]) };
  const body = (text: string) => ({ text, label: 'content', sub: 'body' });
  const headline = { text: TITLE, label: 'content', sub: 'headline' };
  const page = (lines: readonly unknown[]) => ({ 'pages/a.json': JSON.stringify({ kind: 'clean', lines }) });

  it('finds nothing lost where nothing is taken out', () => {
    const faulty = { 'pages/b.json': JSON.stringify(PAGE) };
    const pages = { ...page([headline, body(PROSE[0]), body(PROSE[1])]), ...faulty };
    const evaluation = evaluateFolder('clean', { ...pages, ...wiki, ...gum });
    const words = [TITLE, PROSE[0], PROSE[1]].join(' ').split(' ').length;
    const nothing = { charactersLost: 0, headlinesLost: 0, sentencesLost: 0, garbageFlags: 0, removals: 0, lowestScore: 100 };
    expect(figuresOf(evaluation, 'articles', 'clean pages')).toMatchObject({ articles: 1, words, ...nothing });
    expect(figuresOf(evaluation, 'articles', 'GUM')).toMatchObject({ words: PROSE[3].split(' ').length, ...nothing });
    expect(figuresOf(evaluation, 'articles', 'all')).toMatchObject({ articles: 3, ...nothing });
  });

  it('counts what is taken out of content', () => {
    const pages = page([headline, body(PROSE[0]), body(RANDOM), body(PROSE[1])]);
    const evaluation = evaluateFolder('clean', { ...pages, ...wiki, ...gum });
    const lost = { charactersLost: RANDOM.length, headingsLost: 1, sentencesLost: 0, garbageFlags: 1, removals: 1 };
    expect(figuresOf(evaluation, 'articles', 'clean pages')).toMatchObject(lost);
    expect(figuresOf(evaluation, 'kinds', 'garbage_token')).toMatchObject({
      removals: 1,
      flags: 0,
      charactersLost: RANDOM.length,
    });
    expect(evaluation.wrong).toMatchObject([{ file: 'pages/a.json', label: 'heading', outcome: 'removed', text: RANDOM }]);
  });
});

describe('data', () => {
  it.each([
    ['garbage', 'garbage/tokens.jsonl'],
    ['spam', 'spam/messages.jsonl'],
    ['lines', 'pages/*.json'],
    ['seed', 'seed/article.txt'],
    ['clean', 'pages/*.json'],
    ['entities', 'entities/wikigold.jsonl.gz'],
  ])('that %s lacks is named', (set, file) => {
    expect(() => evaluateFolder(set, {})).toThrow(file);
    expect(() => evaluateFolder(set, {})).toThrow(DataError);
  });

  it.each([
    ['{"text":"a","label":2,"kind":"x"}', 'garbage/tokens.jsonl:2: label'],
    ['{"text":"a"', 'garbage/tokens.jsonl:2: not JSON'],
  ])('that is %s is refused with its place', (line, message) => {
    expect(() => evaluateFolder('garbage', { 'garbage/tokens.jsonl': `\n${line}\n` })).toThrow(message);
  });

  it('that is no gzip file is refused', () => {
    expect(() => evaluateFolder('entities', { 'entities/wikigold.jsonl.gz': 'text' })).toThrow('is no gzip file');
  });
});

describe('topics', () => {
  const items = [
    { label: 'Sports', title: 'Cup', text: 'The striker scored twice, and the goalkeeper was sent off.' },
    { label: 'World', title: 'Vote', text: 'Parliament was dissolved, and the prime minister called an election.' },
    { label: 'Business', title: 'Chip', text: 'The software of the computer has a flaw that hackers use, researchers said.' },
    { label: 'World', title: 'None', text: 'It was a long day.' },
  ];
  const evaluation = evaluateFolder('topics', { 'topics/agnews.dev.jsonl.gz': gzipSync(toLines(items)) });

  it('reads four classes from topics, beside names and definitions alone', () => {
    const ours = figuresOf(evaluation, 'accuracy', 'copydesk, class of the first topic');
    expect(ours).toEqual({ items: 4, right: 2, accuracy: 0.5, noTopic: 1 });
    expect(figuresOf(evaluation, 'classes', 'names and definitions Sports')).toMatchObject({ tp: 0, fn: 1, recall: 0 });
    expect(figuresOf(evaluation, 'classes', 'copydesk Sports')).toEqual({
      items: 1,
      tp: 1,
      fp: 0,
      fn: 0,
      precision: 1,
      recall: 1,
      f1: 1,
    });
    const business = { items: 1, asWorld: 0, asSports: 0, asBusiness: 0, asScience: 1, noTopic: 0 };
    expect(figuresOf(evaluation, 'confusion', 'Business')).toEqual(business);
  });

  it('names the wrong ones with the words that misled', () => {
    expect(evaluation.wrong.map(({ line, label, outcome }) => [line, label, outcome])).toEqual([
      [3, 'Business', 'Sci/Tech'],
      [4, 'World', 'no topic'],
    ]);
    expect(evaluation.wrong[0]?.evidence).toContain('software');
  });

  it('refuses a label that there is not', () => {
    const odd = gzipSync(toLines([{ label: 'Opinion', text: 'A text.' }]));
    expect(() => evaluateFolder('topics', { 'topics/agnews.dev.jsonl.gz': odd })).toThrow(/agnews\.dev\.jsonl\.gz:1: label/);
  });
});
