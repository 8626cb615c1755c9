import type { DetectionContext } from '../../model/detector.ts';
import type { Document } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { toSet } from '../../text/to-set.ts';
import { isCommandLine } from './is-command-line.ts';
import { isPointedAt } from './is-pointed-at.ts';
import { isSpokenOf } from './is-spoken-of.ts';

/** UTF-16 code units: no word of the lists is longer. */
const MAX_WORD = 16;
const MIN_WORDS = 2;
/** Lines of code that a colon announces, from which an article shows code. */
const MIN_ANNOUNCED = 2;
/** Remnants that are looked at one by one: who shows code speaks of it soon. */
const MAX_ASKED = 50;
/** A placeholder of a template, which an article about templates shows. Spinner syntax (`{a|b}`) is none. */
const PLACEHOLDER = /^(?:\{\{|\{[%$]|[$#]\{|<[%?]|\[%|%|\*\||##|@@|\{[a-z ]{2,40}[}_]|\[\p{L}[\p{L}'’ /]{2,60}\])/iu;
/** The end of a line of a program, and the marks that such a line has. */
const CODE_END = /[;{})\]>]$/u;
const CODE_MARK = /[=({<$]/u;

function collectWords(document: Document, outside: readonly Span[], words: ReadonlySet<string>): ReadonlySet<string> {
  const { starts, ends, count } = document.tokens;
  const seen = new Set<string>();
  let next = 0;
  for (let row = 0; row < count; row++) {
    const start = starts[row] ?? 0;
    const end = ends[row] ?? 0;
    while ((outside[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if (end - start > MAX_WORD || start >= (outside[next]?.start ?? Number.POSITIVE_INFINITY)) continue;
    const word = document.text.slice(start, end).toLowerCase().replace(/s$/u, '');
    if (words.has(word)) seen.add(word);
  }
  return seen;
}

type Lists = DetectionContext['ruleset']['lists'];

const singular = (words: readonly string[] = []): ReadonlySet<string> => new Set(words.map((word) => word.replace(/s$/u, '')));

/** Two words of programming, of which one is of nothing else; of placeholders one that names them. */
function hasSubjectWords(document: Document, sorted: readonly Span[], lists: Lists): boolean {
  const subjects = singular(lists['leftover.subject_words']);
  const nouns = singular(lists['leftover.shown_nouns']);
  const seen = [...collectWords(document, sorted, new Set([...subjects, ...(lists['leftover.subject_hints'] ?? []), ...nouns]))];
  if (seen.length >= MIN_WORDS && seen.some((word) => subjects.has(word))) return true;
  const { text } = document;
  return seen.some((word) => nouns.has(word)) && sorted.some(({ start }) => PLACEHOLDER.test(text.slice(start, start + 50)));
}

/** A line typed into a shell, or several lines of code under sentences that end with a colon. */
function showsCode({ blocks }: Document, sorted: readonly Span[], lists: Lists): boolean {
  const commands = toSet(lists['leftover.commands']);
  const ordinary = toSet(lists['leftover.ordinary_commands']);
  const remnantStarts = new Set(sorted.map(({ start }) => start));
  let announced = 0;
  for (const { index, role, text, start } of blocks) {
    if (role === 'title') continue;
    if (isCommandLine(text, commands, ordinary)) return true;
    if (blocks[index - 1]?.text.endsWith(':') !== true) continue;
    if (remnantStarts.has(start) || (CODE_END.test(text.slice(-1)) && CODE_MARK.test(text.slice(0, 200)))) announced++;
  }
  return announced >= MIN_ANNOUNCED;
}

/** Does a sentence speak of one of the remnants as of something shown, or one beside its line point at it? */
function speaksOfOne(document: Document, sorted: readonly Span[], lists: Lists): boolean {
  const words = { nouns: toSet(lists['leftover.shown_nouns']), beside: toSet(lists['leftover.shown_beside']) };
  const pointing = { pointers: toSet(lists['leftover.code_pointers']), things: toSet(lists['leftover.code_things']) };
  const ends = Float64Array.from(document.blocks, ({ end }) => end);
  return sorted.slice(0, MAX_ASKED).some((span) => {
    const block = document.blocks[lowerBound(ends, ends.length, span.end)];
    if (!block) return false;
    if (isSpokenOf(document, block, span, words)) return true;
    const isLine = span.start === block.start && document.text.charAt(span.start) !== '&';
    return isLine && isPointedAt(document, block, pointing);
  });
}

/**
 * Is the article about programs and pages, so that lines of code and placeholders are its content? Its words tell, lines
 * typed into a shell, code under colons, and sentences that speak of a remnant or point at it. The words of `remnants` do not tell.
 */
export function isAboutCode(document: Document, remnants: readonly Span[], context: DetectionContext): boolean {
  const { lists } = context.ruleset;
  const sorted = remnants.toSorted((a, b) => a.start - b.start);
  return hasSubjectWords(document, sorted, lists) || showsCode(document, sorted, lists) || speaksOfOne(document, sorted, lists);
}
