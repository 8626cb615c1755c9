import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeatureBuffer } from '../../../../../src/moderation/annotate/entities/sequence/feature-buffer.ts';
import {
  FEATURE_GROUPS,
  GroupKeys,
  writePairs,
} from '../../../../../src/moderation/annotate/entities/sequence/feature-groups.ts';
import { type SentenceView, viewSentence } from '../../../../../src/moderation/annotate/entities/sequence/sentence-view.ts';
import { splitNameTokens } from '../../../../../src/moderation/annotate/entities/sequence/split-name-tokens.ts';
import { writeFeatures } from '../../../../../src/moderation/annotate/entities/sequence/write-features.ts';
import { readSentences } from '../../../../../src/moderation/annotate/tokens/read-sentences.ts';

function viewText(text: string): readonly SentenceView[] {
  const block = { kind: 'paragraph' as const, start: 0, end: text.length, sourceStart: 0, sourceEnd: text.length };
  const sentences = readSentences({ text, edits: [], blocks: [block], toSource: (span) => span }, text.length);
  return sentences.map((sentence) => viewSentence(splitNameTokens(text, sentence), '.', new Map()));
}

const listRows = ({ rows, count }: FeatureBuffer): readonly number[] => [...rows.subarray(0, count)];

/** The features of a word as `writeFeatures` tells them, ascending. */
function readWhole(view: SentenceView, at: number): readonly number[] {
  const buffer = new FeatureBuffer();
  writeFeatures(view, at, buffer);
  return listRows(buffer).toSorted((a, b) => a - b);
}

/** The features of the group that the keys tell in a row. */
function readGroup(view: SentenceView, at: number, group: number): readonly number[] {
  const buffer = new FeatureBuffer();
  FEATURE_GROUPS[group]?.(view, at, buffer);
  return listRows(buffer);
}

function readParts(view: SentenceView, at: number): readonly number[] {
  const buffer = new FeatureBuffer();
  writePairs(view, at, buffer);
  const keys = new GroupKeys();
  keys.read(view, at);
  const grouped = [...keys.groups.subarray(0, keys.count)].flatMap((group) => readGroup(view, at, group));
  return [...listRows(buffer), ...grouped].toSorted((a, b) => a - b);
}

const WORDS = [
  'the',
  'of',
  'Bank',
  'South',
  'Korea',
  'New',
  'York',
  'Ada',
  'Quill',
  'said',
  'MP',
  'U.S.',
  '12',
  'B2B',
  ',',
  '(EU)',
  '-',
  '“We',
  "Ada's",
];
const anyText = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 12 });

describe('groups of features', () => {
  it('hold with the pairs each feature of a word', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        for (const view of viewText(words.join(' ')))
          for (let at = 0; at < view.facts.length; at++) expect(readParts(view, at)).toEqual(readWhole(view, at));
      }),
    );
  });

  it('hold the same features where their keys are the same', () => {
    const known = new Map<string, readonly number[]>();
    const ids = new Map<object, number>();
    const keys = new GroupKeys();
    fc.assert(
      fc.property(anyText, (words) => {
        for (const view of viewText(words.join(' ')))
          for (let at = 0; at < view.facts.length; at++) {
            keys.read(view, at);
            for (let row = 0; row < keys.count; row++) {
              const [group = 0, mark = {}, context] = [keys.groups[row], keys.marks[row], keys.contexts[row]];
              const id = ids.get(mark) ?? ids.size;
              ids.set(mark, id);
              const key = [group, id, context].join();
              const features = readGroup(view, at, group);
              expect(features).toEqual(known.get(key) ?? features);
              known.set(key, features);
            }
          }
      }),
    );
  });
});
