import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairText } from '../../../../src/moderation/detect/mojibake/repair-text.ts';
import type { Edit } from '../../../../src/moderation/model/edit.ts';
import { CLEAN_LINES } from './clean-lines.ts';
import { mangleText } from './mangle-text.ts';

const repair = (text: string): string => repairText(text)?.text ?? text;

function apply(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((whole, { start, end, replacement }) => whole.slice(0, start) + replacement + whole.slice(end), text);
}

const lines = Object.entries(CLEAN_LINES);
const ENCODINGS = ['windows-1252', 'iso-8859-1', 'iso-8859-2', 'windows-1250', 'windows-1251', 'windows-1254', 'macintosh'];
const OTHERS = ['windows-1253', 'windows-1257', 'x-mac-cyrillic'];

describe.each(lines)('a sentence in %s', (_, line) => {
  it('is left as it is', () => {
    expect(repairText(line)).toBeUndefined();
    expect(repairText(line.toUpperCase())).toBeUndefined();
  });

  it.each(ENCODINGS)('comes back when its UTF-8 was read as %s', (encoding) => {
    expect(repair(mangleText(line, encoding))).toBe(line);
  });

  it('comes back when it was damaged twice and three times', () => {
    expect(repair(mangleText(line, 'windows-1252', 'windows-1252'))).toBe(line);
    expect(repair(mangleText(line, 'windows-1251', 'windows-1251'))).toBe(line);
    expect(repair(mangleText(line, 'windows-1252', 'windows-1252', 'windows-1252'))).toBe(line);
  });
});

describe('rarer code pages', () => {
  it.each(OTHERS)('nearly all sentences come back from %s', (encoding) => {
    const lost = lines.filter(([, line]) => repair(mangleText(line, encoding)) !== line).map(([language]) => language);
    expect(lost.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['#╨┐╨╛╨│╨╛╨┤╨░ ╤â ╨╝╨╛╤Ç╤Å', '#погода у моря'],
    ['Un caf├⌐ au lait ├á dix heures, et une th├⌐i├¿re', 'Un café au lait à dix heures, et une théière'],
    ['The pilotsΓÇÖ guild said ΓÇ£noΓÇ¥ at noon', 'The pilots’ guild said “no” at noon'],
  ])('code page 437: %s', (damaged, text) => {
    expect(repair(damaged)).toBe(text);
  });
});

describe('parts of a text', () => {
  it.each([
    ['Le cafÃ© est fermé — l’hÃ´tel aussi', 'Le café est fermé — l’hôtel aussi'],
    ['“No,” said the pilot. Itâ€™s too late, he said…', '“No,” said the pilot. It’s too late, he said…'],
    ['Größe: 3Â°, Höhe: 5Â°, Länge: Â½ Meter', 'Größe: 3°, Höhe: 5°, Länge: ½ Meter'],
    ['A ticket is ВЈ5 from the quay, €6 on board', 'A ticket is £5 from the quay, €6 on board'],
  ])('%s', (damaged, text) => {
    expect(repair(damaged)).toBe(text);
  });
});

describe('lost bytes', () => {
  it.each([
    [
      'a space in the place of a no-break space',
      'il va Ã la gare, voilÃ le train, dÃ©jÃ  en retard',
      'il va à la gare, voilà le train, déjà en retard',
    ],
    ['a part of a Portuguese word', 'a festa fica junto Ã quela praÃ§a, Ã s dez', 'a festa fica junto àquela praça, às dez'],
    ['a capital at the end of its first byte', 'Ð ÐµÐºÐ° Ð·Ð°Ð¼ÐµÑ€Ð·Ð»Ð°', 'Река замерзла'],
    ['replacement characters', 'Ð“Ð¾Ñ�Ð¿Ð¾Ð´Ð¸Ð½ â€œÐ�ikeâ€�', 'Го�подин “�ike�'],
    ['SUBSTITUTE', 'die FÃ¤hre Ã¼ber den Fluss, groÃ\u001a', 'die Fähre über den Fluss, gro�'],
    ['question marks', 'said â€œnever againâ€? and left', 'said “never again� and left'],
    ['half surrogate pairs', 'sails at last \u00ed\u00a0\u00bd\u00ed\u00b8\u0080!', 'sails at last 😀!'],
  ])('%s', (_, damaged, text) => {
    expect(repair(damaged)).toBe(text);
  });
});

describe('controls', () => {
  it.each([
    ['\u0084Nein\u0093, sagte Müller \u0096 später\u0085', '„Nein“, sagte Müller – später…'],
    ['the pilots\u0092 guild \u0080', 'the pilots’ guild €'],
    ['kept \u0081 and \u009d and \u001a as they are', 'kept \u0081 and \u009d and \u001a as they are'],
  ])('%j', (damaged, text) => {
    expect(repair(damaged)).toBe(text);
  });

  it('are left where the text is broken off in the middle of characters', () => {
    expect(repairText('the tide turns \u00e2\u0080\u00e2 at noon')).toMatchObject({ edits: [], isHopeless: true });
  });
});

describe('what looks like mojibake', () => {
  it.each([
    'NOTRE CAFÉ™ EST OUVERT',
    'ROMÂNĂ™ și ȚARĂ®',
    'A PADARIA DA IRMÃ… fechou',
    'the “Ã” of São Tomé, and Ã’s in general',
    'MUKÄ\u00a0OLEMME\u00a0TÄSSÄ',
    'width 3×… or √π, ∆° and 2×±',
    'KÅ™ is a shop, and so is NÅ™',
    'the SCHÖNE” said: “ÜBER…” and “GRÜN”',
    'О“К” and QUAYЕ” and КОД… by Latin readers',
    'МІЇ and ЇЖА and Її',
    'NÃÃÃÃÃO, gritou ele',
    '┌──┬──┐ │ ab │ cd │ └──┴──┘',
    '╔═══╗ ║ OK ║ ╚═══╝',
    '( u¬ò ) and `¬´   and ¯\\_(ツ)_/¯',
    '10 Å—20 Å thick',
    'Îles, Ïle, Ðorđe, Øre, Þór',
    'ʻOkina in Hawaiʻi, [ˈfɛri] in brackets',
  ])('%s', (text) => {
    expect(repair(text)).toBe(text);
  });
});

describe('a repair', () => {
  const words = fc.constantFrom(...lines.flatMap(([, line]) => line.split(' ')));

  it('is what its edits make of the text, sorted, disjoint and none idle', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.constantFrom(...ENCODINGS), (some, encoding) => {
        const damaged = mangleText(some.join(' '), encoding);
        const found = repairText(damaged);
        if (!found) return;
        expect(apply(damaged, found.edits)).toBe(found.text);
        found.edits.forEach(({ start, end, replacement }, at) => {
          expect(start).toBeGreaterThanOrEqual(found.edits[at - 1]?.end ?? 0);
          expect(damaged.slice(start, end)).not.toBe(replacement);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('leaves nothing to repair', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.constantFrom(...ENCODINGS), (some, encoding) => {
        const once = repair(mangleText(some.join(' '), encoding));
        expect(repair(once)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['ГЁ ATAÄTS', 'ГЁ ÚÁÍŮÁŘ ER ÅAÄST'])('gives no small letter to a text of capitals: %s', (text) => {
    expect(repairText(text)).toBeUndefined();
  });

  // "ОЁ" in Latin capitals, or "ßüü": of letters by chance, one text in twenty thousand reads as damaged. More than eight in as many are no chance.
  it('hardly ever touches words of random letters of one alphabet each, in whatever case', () => {
    const alphabets = [
      'aäoöuüßern',
      'aâeéèêçiîôrsn',
      'aáíóñrsn',
      'aąęłńóśźżrk',
      'aáčďéěíňřšťúůýž',
      'aåäörst',
      'абвгдеёжийклмнопрстуыэюя',
      'αβγδεηθικλμνοπρστυω',
    ];
    const word = fc
      .constantFrom(...alphabets)
      .chain((letters) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 9 }));
    const text = fc
      .tuple(fc.array(word, { maxLength: 12 }), fc.boolean())
      .map(([some, isUpper]) => (isUpper ? some.join(' ').toUpperCase() : some.join(' ')));
    const touched = fc.sample(text, 20_000).filter((one) => repairText(one));
    expect(touched.length, touched.join('\n')).toBeLessThanOrEqual(8);
  });

  it('names the decodings in their order', () => {
    expect(repairText(mangleText('déjà vu à Étel', 'iso-8859-1', 'windows-1251'))?.steps).toEqual([
      'windows-1251 > utf-8',
      'iso-8859-1 > utf-8',
    ]);
    expect(repairText(mangleText(CLEAN_LINES.Czech, 'x-mac-cyrillic'))?.steps).toEqual(['mac-cyrillic > utf-8']);
  });
});
