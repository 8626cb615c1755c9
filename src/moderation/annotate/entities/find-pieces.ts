import { canName, extendRun } from './extend-run.ts';
import { LEXICON } from './lexicon.ts';
import { matchRole } from './match-role.ts';
import type { Piece, RoleBefore } from './piece.ts';
import { splitRun } from './split-run.ts';
import type { Word } from './word.ts';

const NO_ROLE = -1;
const MAX_ROLE_WORDS = 3;

/** True when the lower-case words just before row `from` state a role: "junta leader" before a name. */
function hasLowerRole(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  if (!before || before.capital || before.possessive) return false;
  return matchRole(words, from - 1, from) > 0 || (from >= MAX_ROLE_WORDS && matchRole(words, from - 2, from) > 0);
}

function relateRole(words: readonly Word[], from: number, roleEnd: number): RoleBefore {
  const gap = words[from]?.gap ?? '';
  if (roleEnd !== from && !hasLowerRole(words, from)) return 'none';
  if (gap === ' ' || gap === '. ') return 'before';
  return gap === ', ' ? 'apposition' : 'none';
}

/** Row after the portfolio of a role ("of State", "for National Defense") that begins at `from`. */
function skipPortfolio(words: readonly Word[], from: number, to: number, roleEnd: number): number {
  const link = words[from - 1]?.lower;
  if (roleEnd !== from - 1 || !(link === 'of' || link === 'for' || link === 'and')) return from;
  let row = from;
  while (row < to && (LEXICON.portfolios.has(words[row]?.text ?? '') || words[row]?.lower === 'and')) row++;
  return row;
}

/** What may be a name in a sentence, in order. A comma, a possessive or a role ends a name; a role is never part of one. */
export function findPieces(words: readonly Word[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let roleEnd = NO_ROLE;
  for (let row = 0; row < words.length; ) {
    if (!canName(words[row])) {
      row++;
      continue;
    }
    const to = extendRun(words, row);
    const from = skipPortfolio(words, row, to, roleEnd);
    const portfolio = from > row;
    const role = portfolio ? 'before' : relateRole(words, from, roleEnd);
    const split = from < to ? splitRun(words, { from, to }, role) : { pieces: [], endsInRole: true };
    for (const piece of split.pieces) pieces.push(piece);
    roleEnd = split.endsInRole ? to : NO_ROLE;
    row = to;
  }
  return pieces;
}
