import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import type { Piece } from '../../../src/moderation/model/piece.ts';
import type { Reading } from '../../../src/moderation/model/reading.ts';
import { read } from '../../../src/moderation/read/read.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { applyEdits } from '../../properties/apply-edits.ts';
import { HOSTILE_HTML } from './hostile-html-cases.ts';

/** The full sizes are for `bench/hostile-html.ts`, which gives each case a process of its own. */
const READ_SCALE = 0.1;
const MODERATE_SCALE = 0.01;
/** Depth is what overflows a stack, and it costs little. */
const DEEP = /nested|unclosed tags|200,000 b/u;
/** Seconds of CPU; ten times what the size allows, for machines that are slow. */
const MAX_SECONDS = 2;

const ruleset = loadRuleset();
const toArticle = (html: string) => ({ id: 'hostile', text: html, format: 'html' }) as const;

/** Pieces that do not follow one another, leave the text or the source, or say to be the same and are not. */
function findBadPieces(source: string, { text, pieces }: Reading): readonly Piece[] {
  return pieces.filter((piece, index) => {
    const before = pieces[index - 1];
    const isBehind = !before || (piece.at >= before.at + before.length && piece.source >= before.source + before.sourceLength);
    const isInside = piece.at + piece.length <= text.length && piece.source + piece.sourceLength <= source.length;
    const isTrue =
      !piece.isSame ||
      (piece.length === piece.sourceLength && text.startsWith(source.slice(piece.source, piece.source + piece.length), piece.at));
    return !isBehind || !isInside || !isTrue || piece.length <= 0;
  });
}

describe('a hostile page', () => {
  it('has a name of its own', () => {
    expect(new Set(HOSTILE_HTML.map(({ name }) => name)).size).toBe(HOSTILE_HTML.length);
  });

  it.each(HOSTILE_HTML)('is read: $name', ({ name, make }) => {
    const html = make(DEEP.test(name) ? 1 : READ_SCALE);
    let reading: Reading | undefined;
    const seconds = cpuSeconds(() => {
      reading = read(toArticle(html), ruleset);
    });
    expect(seconds).toBeLessThan(MAX_SECONDS);
    expect(reading && findBadPieces(html, reading)).toEqual([]);
  });

  it.each(HOSTILE_HTML)('is moderated: $name', ({ make }) => {
    const html = make(MODERATE_SCALE);
    const { text, edits } = moderate(toArticle(html), { ruleset });
    expect(applyEdits(edits, html)).toBe(text);
  });
});
