import type { BookDetectorRule, BookKind, BookList, BookRule, BookSignal, BookThreshold, Rulebook } from '../../index.ts';
import { nearestName } from '../../service/config/nearest-name.ts';
import { CliError, EXIT } from '../cli-error.ts';

/** Something of a rulebook that has a name. */
export type BookEntry =
  | { readonly type: 'rule'; readonly entry: BookRule }
  | { readonly type: 'detector-rule'; readonly entry: BookDetectorRule }
  | { readonly type: 'threshold'; readonly entry: BookThreshold }
  | { readonly type: 'list'; readonly entry: BookList }
  | { readonly type: 'signal'; readonly entry: BookSignal }
  | { readonly type: 'kind'; readonly entry: BookKind };

interface Named {
  readonly name: string;
  readonly found: BookEntry;
}

const withoutVersion = (id: string): string => id.split('@')[0] ?? id;

function listNamed(book: Rulebook): readonly Named[] {
  return [
    ...book.rules.map((entry): Named => ({ name: entry.rule.id, found: { type: 'rule', entry } })),
    ...book.detectorRules.map((entry): Named => ({ name: entry.id, found: { type: 'detector-rule', entry } })),
    ...book.thresholds.map((entry): Named => ({ name: entry.name, found: { type: 'threshold', entry } })),
    ...book.lists.map((entry): Named => ({ name: entry.name, found: { type: 'list', entry } })),
    ...book.signals.map((entry): Named => ({ name: entry.name, found: { type: 'signal', entry } })),
    ...book.kinds.map((entry): Named => ({ name: entry.kind, found: { type: 'kind', entry } })),
  ];
}

/** The entry of a name, with or without version; the last part of a name is enough where it is the only one. Throws `CliError` (64). */
export function findEntry(name: string, book: Rulebook): BookEntry {
  const all = listNamed(book);
  const exact = all.find((entry) => entry.name === name || withoutVersion(entry.name) === name);
  if (exact) return exact.found;
  const ending = all.filter((entry) => withoutVersion(entry.name).endsWith(`.${withoutVersion(name)}`));
  const [only, second] = ending;
  if (only && !second) return only.found;
  const candidates = second ? ending : all;
  const nearest = nearestName(
    withoutVersion(name),
    candidates.map((entry) => withoutVersion(entry.name)),
  );
  const hint = second ? `it could be ${ending.map((entry) => entry.name).join(' or ')}` : nearest && `did you mean ${nearest}?`;
  const advice = hint ?? '`copydesk rules list` shows all';
  throw new CliError(`there is no finding, rule, threshold, word list, signal or kind ${name}; ${advice}`, EXIT.usage);
}
