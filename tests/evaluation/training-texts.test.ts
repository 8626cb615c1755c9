import { basename } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TABLE_SIZE } from '../../src/moderation/annotate/entities/sequence/feature-buffer.ts';
import { LABEL_COUNT } from '../../src/moderation/annotate/entities/sequence/labels.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { evaluateFolder, toLines } from './evaluate-folder.ts';

/** Names of files that were read, the words of each sentence that was prepared, the words of each training, and what was written. */
const seen = vi.hoisted(() => ({
  read: new Set<string>(),
  words: new WeakMap<object, string>(),
  trained: [] as string[],
  written: [] as string[],
}));

vi.mock(import('node:fs'), async (load) => {
  const fs = await load();
  const readFileSync = ((...given: Parameters<typeof fs.readFileSync>) => {
    seen.read.add(String(given[0]));
    return fs.readFileSync(...given);
  }) as typeof fs.readFileSync;
  const writeFileSync: typeof fs.writeFileSync = (path, data, options) => {
    // The shipped weights stay as they are.
    if (path instanceof URL) seen.written.push(path.pathname);
    else fs.writeFileSync(path, data, options);
  };
  return { ...fs, readFileSync, writeFileSync };
});

vi.mock(import('../../src/training/entities/training-sentence.ts'), async (load) => {
  const { toTrainingSentence } = await load();
  return {
    toTrainingSentence: (labelled, weight, cache) => {
      const sentence = toTrainingSentence(labelled, weight, cache);
      seen.words.set(sentence, labelled.words.map(({ text }) => text).join(' '));
      return sentence;
    },
  };
});

vi.mock(import('../../src/training/entities/train-name-model.ts'), async (load) => ({
  ...(await load()),
  trainNameModel: (sentences) => {
    seen.trained.push(sentences.map((sentence) => seen.words.get(sentence)).join('\n'));
    return { weights: new Float32Array(TABLE_SIZE * LABEL_COUNT), transitions: new Float64Array(LABEL_COUNT ** 2) };
  },
}));

beforeEach(() => {
  seen.read.clear();
  seen.trained.length = 0;
});

const SENTENCES = 10;

/** A name that stands nowhere else, for each sentence of each corpus. */
const markOf = (corpus: string, at: number): string => `Zyx${corpus}${String.fromCharCode(97 + at)}`;
const marksOf = (corpus: string, from = 0, to = SENTENCES): readonly string[] =>
  Array.from({ length: to - from }, (_, at) => markOf(corpus, from + at).toLowerCase());

function tagSentences(corpus: string): Uint8Array {
  const sentences = Array.from({ length: SENTENCES }, (_, at) => {
    const tokens = ['They', 'saw', markOf(corpus, at), 'today'];
    const text = tokens.join(' ');
    const offs = tokens.map((token) => [text.indexOf(token), text.indexOf(token) + token.length] as const);
    return { doc: at, text, tokens, tags: ['O', 'O', 'B-PER', 'O'], offs };
  });
  return gzipSync(toLines(sentences));
}

function clusterSentences(corpus: string): Uint8Array {
  const documents = Array.from({ length: SENTENCES }, (_, at) => ({
    doc: `${at}`,
    tokens: ['They', 'saw', markOf(corpus, at), 'today', '.'],
    clusters: [{ id: markOf(corpus, at), type: 'person', mentions: [{ start: 2, end: 3 }] }],
  }));
  return gzipSync(toLines(documents));
}

const FILES = {
  'entities/wikigold.jsonl.gz': tagSentences('gold'),
  'entities/wnut17.train.jsonl.gz': tagSentences('wnut'),
  'entities/wnut17.dev.jsonl.gz': tagSentences('judge'),
  'entities/btc.jsonl.gz': tagSentences('tweet'),
  'entities/uner-ewt.dev.jsonl.gz': tagSentences('uner'),
  'entities/gum-wikified.jsonl.gz': clusterSentences('gum'),
};

/** The marked names in the words of a training, in any case, each once. */
const findMarks = (words: string | undefined): readonly string[] =>
  [...new Set((words?.match(/zyx[a-z]+/giu) ?? []).map((mark) => mark.toLowerCase()))].sort();

const allMarks = (...corpora: readonly string[]): readonly string[] => corpora.flatMap((corpus) => marksOf(corpus)).sort();

describe('the shipped weights', () => {
  it('are learned from all corpora but the one that judges them', async () => {
    const folder = temporaryFolder(FILES);
    vi.spyOn(console, 'log').mockReturnValue();
    const given = process.argv;
    process.argv = ['node', 'build-entities.ts', folder];
    await import('../../training/build-entities.ts').finally(() => {
      process.argv = given;
    });
    expect(seen.written.map((path) => basename(path))).toEqual(['entities.json']);
    const read = [...seen.read].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length + 1));
    const wanted = Object.keys(FILES).filter((file) => file !== 'entities/wnut17.dev.jsonl.gz');
    expect(read.sort()).toEqual(wanted.sort());
    expect(seen.trained.length).toBe(1);
    expect(findMarks(seen.trained[0])).toEqual(allMarks('gold', 'wnut', 'tweet', 'uner', 'gum'));
  });
});

describe('eval entities', () => {
  it('judges by models that never saw what they are judged on', () => {
    evaluateFolder('entities', FILES);
    const others = allMarks('wnut', 'tweet', 'uner', 'gum');
    const folds = Array.from({ length: 5 }, (_, part) => {
      const shown = [...marksOf('gold', 0, part * 2), ...marksOf('gold', part * 2 + 2)];
      return [...shown, ...others].sort();
    });
    expect(seen.trained.map(findMarks)).toEqual([...folds, allMarks('gold', 'wnut', 'tweet', 'gum')]);
  });
});

describe('eval aliases', () => {
  it('finds names by a model that never saw its documents', () => {
    evaluateFolder('aliases', FILES);
    expect(seen.trained.map(findMarks)).toEqual([allMarks('gold', 'wnut', 'tweet', 'uner')]);
  });
});
