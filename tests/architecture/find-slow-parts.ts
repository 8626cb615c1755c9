import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import type { Alternative, Element, Quantifier } from '@eslint-community/regexpp/ast';
import { getConsumedChars, type ReadonlyFlags } from 'regexp-ast-analysis';
import { analyse } from 'scslre';

/** Repetitions up to this many are bounded work; the sources use none above. */
const MAX_BOUNDED = 300;

const isUnbounded = (quantifier: Quantifier): boolean => quantifier.max > MAX_BOUNDED;

/** True when every round of `outer` begins or ends with a character that `inner` cannot take: then there is one way to match. */
function isKeptApart(outer: Quantifier, inner: Quantifier, flags: ReadonlyFlags): boolean {
  const taken = getConsumedChars(inner, flags).chars;
  const isBarrier = (element: Element | undefined): boolean => {
    if (!element || element.type === 'Quantifier' || element.type === 'Assertion') return false;
    return getConsumedChars(element, flags).chars.isDisjointWith(taken);
  };
  const hasBarrier = ({ elements }: Alternative): boolean => isBarrier(elements[0]) || isBarrier(elements.at(-1));
  return 'alternatives' in outer.element && outer.element.alternatives.every((part) => 'elements' in part && hasBarrier(part));
}

function listNested(source: string, flags: string): readonly string[] {
  const { flags: parsedFlags, pattern } = new RegExpParser().parseLiteral(`/${source}/${flags}`);
  const open: Quantifier[] = [];
  const found: string[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (!isUnbounded(quantifier)) return;
      if (open.some((outer) => !isKeptApart(outer, quantifier, parsedFlags))) found.push(`nested repetition ${quantifier.raw}`);
      open.push(quantifier);
    },
    onQuantifierLeave(quantifier) {
      if (open.at(-1) === quantifier) open.pop();
    },
  });
  return found;
}

/**
 * Why a regular expression may take more than linear time: repetitions inside repetitions that can share characters,
 * and backtracking over one repeated character. Two repetitions in a row over a longer unit, `(ab)*(ab)*`, go unseen.
 */
export function findSlowParts(source: string, flags: string): readonly string[] {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
  const backtracking = reports.map((report) => `${report.type} on a run of ${JSON.stringify(report.character.pick)}`);
  return [...listNested(source, flags), ...backtracking];
}
