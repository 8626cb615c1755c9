import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset } from '../../../src/index.ts';
import { mixedScript } from '../../../src/moderation/detect/mixed-script.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';

const ruleset = loadRuleset();
const context = {
  ruleset,
  corpus: { recurringLines: {}, articles: [] },
  threshold: (name: string) => ruleset.thresholds[name] ?? 0,
};
const detectIn = (text: string) => mixedScript.detect(parse(text, { id: 'a', text }), context);
const plainIn = (text: string) => detectIn(text).map(({ evidence }) => `${evidence.word} ${evidence.plain}`);

describe('words of two alphabets', () => {
  it.each([
    ['Cyrillic in Latin', 'Log in to p\u0430yp\u0430l at once.', 'p\u0430yp\u0430l paypal'],
    ['one Cyrillic letter at the beginning', 'The \u0430pple fell.', '\u0430pple apple'],
    ['mostly Cyrillic', 'Pay by \u0440\u0430\u0443\u0440\u0430l now.', '\u0440\u0430\u0443\u0440\u0430l paypal'],
    ['Greek omicron', 'Search with g\u03bf\u03bfgle.', 'g\u03bf\u03bfgle google'],
    ['a Greek capital', 'The shop \u0391mazon sells it.', '\u0391mazon Amazon'],
    ['Armenian', 'The g\u0585\u0585d tide.', 'g\u0585\u0585d good'],
    ['Cherokee', 'Send \u13a2ether coins.', '\u13a2ether Tether'],
    ['full width', 'The \uff30aypal page.', '\uff30aypal Paypal'],
    ['mathematical', 'The P\u{1d41a}yp\u{1d41a}l page.', 'P\u{1d41a}yp\u{1d41a}l Paypal'],
    ['Latin in Cyrillic', 'Большое cпacибо всем.', 'cпacибо спасибо'],
    ['Latin at the end of a Russian word', 'Хорошая рaботa сегодня.', 'рaботa работа'],
    ['a Ukrainian word with a Latin letter', 'Столиця Украïни зустрічає.', 'Украïни України'],
    ['Latin in Greek', 'Η πόλη του λιμανιoύ.', 'λιμανιoύ λιμανιού'],
  ])('are flagged with the plain reading: %s', (_, text, expected) => {
    expect(plainIn(text)).toEqual([expected]);
  });

  it.each([
    ['units', 'A film of 5 µm, 3 μm and 20 μg at 4 kΩ, 7 мм and 12 кВт.'],
    ['formulae', 'The phases α-Fe and γ-Fe, αFe, hν, Δt, σmax, ρair and the 5σ limit.'],
    ['proteins', 'TNFα, TGFβ, NFκB, PPARγ, IFNγ and HIF1α were measured.'],
    ['functions', 'sin𝑥, log𝑛, 𝑓(𝑥) and 2𝜋𝑟 are given.'],
    ['sounds', 'The word is spoken /ˈpɑːθ/, [xαt] or [ˈliːθəl].'],
    ['variables before short words', 'The 𝑛th tide and the 𝑘NN of 𝑡SNE are given.'],
    ['the palochka of keyboards', 'Цу хIуманан дуьхьа тIе вогIу стаг, пхьоьгIа чохь бIаьсте.'],
    ['names adorned with Cyrillic letters', 'The band KoЯn sang at the harbour with MeЯЯow.'],
    ['Russian with foreign words', 'Сеть Wi-Fi, онлайн-banking, IT-отдел, SMSки, VIPы и QR-код.'],
    ['names with Russian endings', 'Он нашёл это на сайте Facebookа и у YouTubeа.'],
    ['names of firms', 'Компания Яndex и клуб МИРbank открыты.'],
    ['Japanese', '日本のＡndroid端末とTシャツ、ＡＢＣ社のＣＤ。'],
    ['chess and cards', 'Белые: Кf3, Сb5, Лd1; White: Nf3, Bb5.'],
    ['single letters', 'Plan А, plan В and point С; x и y; группа A.'],
    ['whole words of one alphabet', 'Слово вода; привет мир, καλημέρα, բարեւ, ᏣᎳᎩ.'],
    ['letters of their own', 'Чăваш чĕлхи, Къырым, гIалгIай мотт, ирон æвзаг.'],
    ['words glued together', 'Адрес flood.comТест открыт.'],
    ['accents', 'Café naïve, Ångström, Łódź, İstanbul, đường phố, Éire.'],
    ['styled words', 'We say 𝐇𝐞𝐥𝐥𝐨 and Ｈｅｌｌｏ to all.'],
  ])('are not found in %s', (_, text) => {
    expect(plainIn(text)).toEqual([]);
  });

  it('name the letters, their place and the whole word, and change nothing', () => {
    const [found] = detectIn('Log in to p\u0430ypal at once.');
    expect(found).toMatchObject({ rule: 'mixed.look-alike@1', kind: 'mixed_script', action: 'flagged', start: 10, end: 16 });
    expect(found?.evidence).toEqual({ word: 'p\u0430ypal', plain: 'paypal', letters: ['\u0430 U+0430'] });
  });

  it('are never found in a text of one alphabet', () => {
    const alphabets = [
      'abcdefghijklmnopqrstuvwxyzäöüßéñ',
      'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ',
      'αβγδεζηθικλμνξοπρστυφχψωάέή',
      'աբգդեզէըթժիլխծկհձղճմ',
    ];
    const word = fc
      .constantFrom(...alphabets)
      .chain((letters) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        expect(detectIn(words.join(' '))).toEqual([]);
        expect(detectIn(words.join('-'))).toEqual([]);
      }),
    );
  });

  it.each(['p\u0430', 'p\u0430yp\u0430l ', '\u0430', 'a\u03bf', '\u{1d41a}a', '\uff30a ', 'SMSки '])(
    'take linear time in a flood of %j',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const document = parse(text, { id: 'a', text });
      expect(cpuSeconds(() => mixedScript.detect(document, context))).toBeLessThan(8);
    },
  );
});
