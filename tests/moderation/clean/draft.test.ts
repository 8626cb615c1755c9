import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, draftEdits, editDraft, openDraft, toSourceMap } from '../../../src/moderation/clean/draft.ts';
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
});
