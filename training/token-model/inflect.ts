import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Suffix {
  readonly strip: string;
  readonly add: string;
  /** The endings of stems that take it, as in the affix file. */
  readonly condition: RegExp;
}

function readSuffixes(path: string): ReadonlyMap<string, readonly Suffix[]> {
  const suffixes = new Map<string, Suffix[]>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [type, flag, strip, add, condition] = line.trim().split(/\s+/);
    if (type !== 'SFX' || flag === undefined || strip === undefined || add === undefined || condition === undefined) continue;
    const suffix = {
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      condition: new RegExp(`${condition}$`, 'u'),
    };
    suffixes.set(flag, [...(suffixes.get(flag) ?? []), suffix]);
  }
  return suffixes;
}

/** Every fifth form of a word with its own suffixes. */
function formsOf(stem: string, suffixes: readonly Suffix[], offset: number): readonly string[] {
  return suffixes
    .filter(({ strip, condition }, at) => (at + offset) % 5 === 0 && stem.endsWith(strip) && condition.test(stem))
    .map(({ strip, add }) => stem.slice(0, stem.length - strip.length) + add);
}

/** The words of a hunspell dictionary and a fifth of their inflected forms. */
export function inflect(folder: string, name: string): readonly string[] {
  const suffixes = readSuffixes(join(folder, `${name}.aff`));
  const lines = readFileSync(join(folder, `${name}.dic`), 'utf8')
    .split('\n')
    .slice(1);
  return lines.flatMap((line, at) => {
    const [stem, flags] = line.trim().split('/');
    if (stem === undefined || stem === '') return [];
    return [stem, ...[...(flags ?? '')].flatMap((flag) => formsOf(stem, suffixes.get(flag) ?? [], at))];
  });
}
