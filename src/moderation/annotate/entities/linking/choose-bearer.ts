import type { NameForm } from './name-form.ts';
import type { NameSets } from './name-sets.ts';

/** How many times as often as any other the bearer of a short name must be named in full, when it has several bearers. */
const DOMINANCE = 2;

const startOf = (form: NameForm): number => form.mentions[0]?.start ?? 0;

/** Those whom the title of the short name fits: of the same gender where there are such, else of an unknown one. */
function listFitting(short: NameForm, bearers: readonly NameForm[], sets: NameSets): readonly NameForm[] {
  const gender = sets.genderOf(short);
  if (!gender) return bearers;
  const same = bearers.filter((full) => sets.genderOf(full) === gender);
  return same.length > 0 ? same : bearers.filter((full) => !sets.genderOf(full));
}

/**
 * Whom a short name means: the only one who bears it, or was named before its first use, or the one who is named in full at least twice as
 * often as any other. Nobody when it may be several; nor anybody whom a title or a
 * given name speaks against. The set of the one is given by its root.
 */
export function chooseBearer(short: NameForm, bearers: readonly NameForm[], sets: NameSets): NameForm | undefined {
  const fitting = listFitting(short, bearers, sets);
  const earlier = fitting.filter((full) => startOf(full) < startOf(short));
  const counts = new Map<NameForm, number>();
  for (const full of earlier.length > 0 ? earlier : fitting) {
    const root = sets.find(full);
    counts.set(root, (counts.get(root) ?? 0) + full.mentions.length);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return !second || (first?.[1] ?? 0) >= second[1] * DOMINANCE ? first?.[0] : undefined;
}
