// A memo of a pure function of immutable lists; it lives as long as those.
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

const NOTHING: ReadonlySet<string> = new Set();

/** The words of a list of the ruleset, made into a set once. */
export function toSet(list: readonly string[] | undefined): ReadonlySet<string> {
  if (list === undefined) return NOTHING;
  const made = known.get(list) ?? new Set(list);
  known.set(list, made);
  return made;
}
