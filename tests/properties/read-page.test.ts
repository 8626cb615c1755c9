import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import { draftEdits, openDraft } from '../../src/moderation/clean/draft.ts';
import { placeLayout } from '../../src/moderation/clean/place-layout.ts';
import { parsePage } from '../../src/moderation/markup/parse-page.ts';
import type { Piece } from '../../src/moderation/model/piece.ts';
import { collectBlocks } from '../../src/moderation/read/html/collect-blocks.ts';
import { flattenPage } from '../../src/moderation/read/html/flatten-page.ts';
import type { TextRun } from '../../src/moderation/read/html/page-block.ts';
import { TextWriter } from '../../src/moderation/read/html/text-writer.ts';
import { read } from '../../src/moderation/read/read.ts';
import { applyEdits } from './apply-edits.ts';
import { arbitraryPage } from './arbitrary-page.ts';
import { invertEdits } from './invert-edits.ts';

const ruleset = loadRuleset();
const toArticle = (text: string) => ({ id: 'page', text, format: 'html' }) as const;

const isBlank = (text: string): boolean => /^[\s\u00a0]*$/u.test(text);

/** True when the text of a piece is what its source says. */
function isTrue({ at, length, source, sourceLength, isSame }: Piece, text: string, original: string): boolean {
  const written = text.slice(at, at + length);
  const origin = original.slice(source, source + sourceLength);
  if (isSame) return written === origin;
  // White space and breaks: all that stands between two words, tags included.
  if (isBlank(written)) return true;
  return written === '\ufffd' || decodeHTML(origin).startsWith(written) || written === origin.replace(/\r\n?/gu, '\n');
}

function writeAll(source: string, blocks: readonly { readonly runs: readonly TextRun[]; readonly kind: string }[]): TextWriter {
  const writer = new TextWriter(source);
  for (const { runs, kind } of blocks) writer.writeBlock(runs, kind === 'code');
  return writer;
}

/** What is wrong with pieces: order, bounds, or text that is not what the source says. */
function findBad(pieces: readonly Piece[], text: string, original: string): readonly Piece[] {
  return pieces.filter((piece, index) => {
    const before = pieces[index - 1];
    const isBehind = !before || (piece.at >= before.at + before.length && piece.source >= before.source + before.sourceLength);
    const isInside = piece.at + piece.length <= text.length && piece.source + piece.sourceLength <= original.length;
    return !isBehind || !isInside || piece.length <= 0 || piece.sourceLength < 0 || !isTrue(piece, text, original);
  });
}

describe('a page of any markup', () => {
  it('is read with the place of each character', () => {
    fc.assert(
      fc.property(arbitraryPage, (source) => {
        const reading = read(toArticle(source), ruleset);
        const { text, pieces } = reading;
        expect(findBad(pieces, text, source)).toEqual([]);
        expect(applyEdits(draftEdits(openDraft(source, reading)), source)).toBe(text);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('is written with the place of each character, whatever of it is an article', () => {
    fc.assert(
      fc.property(arbitraryPage, (source) => {
        const document = parsePage(source);
        if (!document) throw new Error('not read');
        for (const blocks of [collectBlocks(document).blocks.filter(({ hidden }) => hidden === undefined), flattenPage(source)]) {
          const { pieces, text } = writeAll(source, blocks);
          expect(findBad(pieces, text, source)).toEqual([]);
        }
      }),
      { numRuns: 1000, endOnFailure: true },
    );
  });

  it('loses no character of a block', () => {
    fc.assert(
      fc.property(arbitraryPage, (source) => {
        const document = parsePage(source);
        if (!document) throw new Error('not read');
        const blocks = collectBlocks(document).blocks.filter(({ hidden }) => hidden === undefined);
        const bare = (text: string) => text.replace(/[ \t\n\v\f\r\u00a0]/gu, '');
        const expected = blocks.map(({ runs }) => runs.map(({ value }) => value).join('')).join('');
        expect(bare(writeAll(source, blocks).text)).toBe(bare(expected));
      }),
      { numRuns: 1000, endOnFailure: true },
    );
  });

  it('has its blocks in order, in the text and in the source', () => {
    fc.assert(
      fc.property(arbitraryPage, (source) => {
        const reading = read(toArticle(source), ruleset);
        const placed = placeLayout(openDraft(source, reading), reading.layout ?? []);
        expect(placed).toHaveLength(reading.layout?.length ?? 0);
        for (const [index, { start, end }] of placed.entries()) {
          expect(start).toBe(index === 0 ? 0 : (placed[index - 1]?.end ?? 0) + 2);
          expect(end).toBeGreaterThan(start);
        }
        expect(placed.at(-1)?.end ?? 0).toBe(reading.text.length);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('is moderated with edits that lead there and back', () => {
    fc.assert(
      fc.property(arbitraryPage, (source) => {
        const { text, edits, blocks } = moderate(toArticle(source), { ruleset });
        expect(applyEdits(edits, source)).toBe(text);
        expect(applyEdits(invertEdits(edits, source), text)).toBe(source);
        let end = 0;
        for (const { sourceStart, sourceEnd } of blocks) {
          expect(sourceStart).toBeGreaterThanOrEqual(end);
          expect(sourceEnd).toBeGreaterThanOrEqual(sourceStart);
          end = sourceEnd;
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('is read the same twice', () => {
    fc.assert(
      fc.property(arbitraryPage, (source) => {
        expect(read(toArticle(source), ruleset)).toEqual(read(toArticle(source), ruleset));
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
