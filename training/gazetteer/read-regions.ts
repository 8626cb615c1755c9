import type { NameSource } from './name-source.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
/** Without the note of a name ("Myanmar (Burma)"), and with "and" for "&". */
const plain = (name: string): readonly string[] => [name, name.replace(/ \(.*\)/u, ''), name.replace(' & ', ' and ')];

function readNames(type: 'region' | 'language', codes: readonly string[]): readonly string[] {
  const display = new Intl.DisplayNames('en', { type, fallback: 'none' });
  return codes.flatMap((code) => plain(display.of(code) ?? '')).filter((name) => name !== '' && !name.includes('('));
}

/** Countries and languages as CLDR calls them in English; languages of a code of two letters, which are the large ones. */
export function readRegions(): readonly NameSource[] {
  return [
    { classes: ['country'], names: readNames('region', PAIRS) },
    {
      classes: ['people'],
      names: readNames(
        'language',
        PAIRS.map((pair) => pair.toLowerCase()),
      ),
    },
  ];
}
