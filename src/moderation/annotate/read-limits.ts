/** Names of thresholds by what code calls them. */
type ThresholdNames = Readonly<Record<string, string>>;

/** The numbers of a ruleset that a part of annotation is told by. Throws `RangeError` when the ruleset lacks one. */
export function readLimits<T extends ThresholdNames>(
  names: T,
  thresholds: Readonly<Record<string, number>>,
): Readonly<Record<keyof T, number>> {
  const read = (name: string): number => {
    const value = thresholds[name];
    if (value === undefined) throw new RangeError(`the ruleset has no threshold "${name}"`);
    return value;
  };
  // `Object.fromEntries` forgets which names there are.
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, read(name)])) as Record<keyof T, number>;
}
