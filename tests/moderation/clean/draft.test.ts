import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, draftEdits, editDraft, openDraft, toDraftMap, toSourceMap } from '../../../src/moderation/clean/draft.ts';
import type { Edit } from '../../../src/moderation/model/edit.ts';
import { readPlain } from '../../../src/moderation/read/read-plain.ts';

const apply = (text: string, edits: readonly Edit[]) => {
  let at = 0;
  let out = '';
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return out + text.slice(at);
};

/** Random sorted, disjoint edits of a text of the given length. */
const editsOf = (length: number): fc.Arbitrary<readonly Edit[]> =>
  fc
    .array(fc.tuple(fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 8 })
    .map((cuts) => [...cuts].sort((a, b) => a[0] - b[0]))
    .map((cuts) =>
      cuts.flatMap(([start, replacement], index) => {
        const end = cuts[index + 1]?.[0] ?? length;
        return index % 2 === 0 ? [{ start, end, replacement }] : [];
      }),
    );

interface Part {
  readonly length: number;
  readonly sourceLength: number;
  readonly isSame: boolean;
}

/** A draft of parts that are the same, or stand for as much of the source as they say. */
function toDraft(parts: readonly Part[]): Draft {
  let text = '';
  let original = '';
  const pieces = parts.map(({ length, sourceLength, isSame }, index) => {
    const piece = { at: text.length, length, source: original.length, sourceLength: isSame ? length : sourceLength, isSame };
    const written = String.fromCharCode(97 + index).repeat(length);
    text += written;
    original += isSame ? written : '#'.repeat(sourceLength);
    return piece;
  });
  return { original, text, pieces };
}

describe('draft', () => {
  it('composes rounds of edits into one script on the original', () => {
    fc.assert(
      fc.property(
        fc
          .string({ maxLength: 40 })
          .chain((text) => fc.tuple(fc.constant(text), editsOf(text.length), fc.array(fc.nat(), { maxLength: 3 }))),
        ([text, first, seeds]) => {
          let draft: Draft = editDraft(openDraft(text, readPlain(text)), first);
          expect(draft.text).toBe(apply(text, first));
          for (const seed of seeds) {
            const start = seed % (draft.text.length + 1);
            const edit = { start, end: Math.min(draft.text.length, start + 3), replacement: 'x' };
            const expected = apply(draft.text, [edit]);
            draft = editDraft(draft, [edit]);
            expect(draft.text).toBe(expected);
          }
          expect(apply(text, draftEdits(draft))).toBe(draft.text);
        },
      ),
    );
  });

  it('maps kept characters to where they came from', () => {
    const draft = editDraft(openDraft('one two three', readPlain('one two three')), [{ start: 3, end: 7, replacement: '' }]);
    expect(draft.text).toBe('one three');
    const toSource = toSourceMap(draft);
    expect(toSource({ start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
    expect(toSource({ start: 4, end: 9 })).toEqual({ start: 8, end: 13 });
    expect(toSource({ start: 0, end: 9 })).toEqual({ start: 0, end: 13 });
  });

  describe('with a piece that stands for its source as a whole', () => {
    // "ab" of the text is "&xy;" of the original.
    const original = '1&xy;2';
    const opened: Draft = {
      original,
      text: '1ab2',
      pieces: [
        { at: 0, length: 1, source: 0, sourceLength: 1, isSame: true },
        { at: 1, length: 2, source: 1, sourceLength: 4, isSame: false },
        { at: 3, length: 1, source: 5, sourceLength: 1, isSame: true },
      ],
    };

    it('states the piece as an edit', () => {
      expect(draftEdits(opened)).toEqual([{ start: 1, end: 5, replacement: 'ab' }]);
      expect(apply(original, draftEdits(opened))).toBe('1ab2');
    });

    it.each([
      ['its first character', 1, 2, '', '1b2'],
      ['its last character', 2, 3, '', '1a2'],
      ['all of it', 1, 3, '', '12'],
      ['what stands before it, and its first character', 0, 2, '', 'b2'],
      ['its last character, and what stands behind it', 2, 4, '', '1a'],
      ['all there is', 0, 4, '', ''],
      ['something put into it', 2, 2, '-', '1a-b2'],
      ['something in the place of its last character', 2, 3, '--', '1a--2'],
    ])('loses %s', (_, start, end, replacement, text) => {
      const draft = editDraft(opened, [{ start, end, replacement }]);
      expect(draft.text).toBe(text);
      expect(apply(original, draftEdits(draft))).toBe(text);
    });

    it('maps spans in it to all of its source', () => {
      const toSource = toSourceMap(opened);
      expect(toSource({ start: 1, end: 2 })).toEqual({ start: 1, end: 5 });
      expect(toSource({ start: 2, end: 4 })).toEqual({ start: 1, end: 6 });
      expect(toSource({ start: 3, end: 4 })).toEqual({ start: 5, end: 6 });
    });

    it('composes rounds of edits on any pieces', () => {
      const sizes = fc.array(
        fc.record({ length: fc.integer({ min: 1, max: 3 }), sourceLength: fc.nat(3), isSame: fc.boolean() }),
        { maxLength: 6 },
      );
      const cuts = fc.array(fc.tuple(fc.nat(20), fc.nat(3), fc.constantFrom('', 'x', 'yz')), { maxLength: 4 });
      fc.assert(
        fc.property(sizes, cuts, (parts, rounds) => {
          let draft = toDraft(parts);
          const source = draft.original;
          for (const [from, length, replacement] of rounds) {
            const start = from % (draft.text.length + 1);
            const edit = { start, end: Math.min(draft.text.length, start + length), replacement };
            const expected = apply(draft.text, [edit]);
            draft = editDraft(draft, [edit]);
            expect(draft.text).toBe(expected);
            expect(apply(source, draftEdits(draft))).toBe(expected);
          }
        }),
      );
    });
  });
});

describe('toDraftMap', () => {
  const pieces = [
    { at: 0, length: 4, source: 2, sourceLength: 4, isSame: true },
    { at: 4, length: 1, source: 10, sourceLength: 5, isSame: false },
    { at: 7, length: 3, source: 15, sourceLength: 3, isSame: true },
  ];
  const toDraft = toDraftMap({ original: 'x'.repeat(20), text: 'y'.repeat(10), pieces });

  it.each([
    ['a part of a piece', 3, 5, 1, 3],
    ['all', 0, 20, 0, 10],
    ['from one piece to another, with what was inserted between', 5, 16, 3, 8],
    ['a piece that stands for its source as a whole', 10, 15, 4, 5],
    ['up to a piece that it cuts', 4, 12, 2, 4],
    ['from behind a piece that it cuts', 12, 17, 7, 9],
  ])('maps %s', (_, start, end, from, to) => {
    expect(toDraft({ start, end })).toEqual({ start: from, end: to });
  });

  it.each([
    ['before the first piece', 0, 2],
    ['between pieces', 6, 10],
    ['within a piece that stands for its source as a whole', 11, 14],
    ['behind the last piece', 18, 20],
  ])('finds nothing %s', (_, start, end) => {
    expect(toDraft({ start, end })).toBeUndefined();
  });
});
