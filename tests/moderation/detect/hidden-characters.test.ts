import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../../src/index.ts';
import { hiddenCharacters } from '../../../src/moderation/detect/hidden-characters.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { cpuSeconds } from '../../cpu-seconds.ts';
import { CLOSING, OPENING } from './detect-text.ts';

const ruleset = loadRuleset();
const check = (line: string) => moderate({ id: 'a', text: `${OPENING}\n\n${line}\n\n${CLOSING}` }, { ruleset });
const clean = (line: string): string => check(line).text.split('\n\n').slice(1, -1).join('\n\n');
const rulesIn = (line: string): readonly string[] => [...new Set(check(line).findings.map(({ rule }) => rule))].sort();

/** Seconds of computing for a million characters, each of which is looked at by itself; anything quadratic takes hours. */
const LINEAR = 10;

const tags = (text: string): string =>
  Array.from(text, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
const selectors = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) =>
    String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16),
  ).join('');
const SCOTLAND = `🏴${tags('gbsct')}\u{e007f}`;

/** Texts whose invisible characters are part of them. */
const NEEDED: readonly (readonly [string, string])[] = [
  ['Persian', 'نمی\u200cخواهم این کتاب\u200cها را بخوانم، ولی می\u200cتوانم.'],
  ['Persian endings on Latin words', 'SMS\u200cها و فایل PDF\u200cهای تازه.'],
  ['a Persian number with its word', 'دختر ۵\u200cساله'],
  ['an Arabic letter in its first form', 'سنة ۱۴۰۰ ه\u200d'],
  ['Urdu', 'ان\u200cگنت لوگ'],
  ['Hindi conjuncts', 'क्\u200dष और क्\u200cष, श्री\u200c।'],
  ['Bengali', 'র\u200d্যাব ও উদ্\u200cযাপন'],
  ['Marathi', 'दर्\u200dया'],
  ['Malayalam', 'അവന്\u200d പറഞ്ഞു'],
  ['Sinhala', 'ශ්\u200dරී ලංකා'],
  ['Kannada', 'ರ್\u200cಕ'],
  ['Khmer', 'ខ្ញុំ\u200bស្រឡាញ់\u200bកម្ពុជា។'],
  ['Thai', 'สวัสดี\u200bชาว\u200bโลก'],
  ['Burmese', 'မြန်မာ\u200bစာ\u200bသည်'],
  ['Lao', 'ສະບາຍດີ\u200bຊາວໂລກ'],
  ['Tibetan', 'བོད་\u200bཡིག'],
  ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠬᠡᠯᠡ\u180bᠨ'],
  ['Hebrew with a Latin name', 'שלום \u200fJohn Quill\u200f, אמר.'],
  ['Arabic with isolates', 'قال \u2067\u2066John\u2069\u2069 اليوم'],
  ['Hebrew with an embedding', 'הקובץ \u202aquay.txt\u202c נשמר'],
  ['Hebrew that orders its marks', 'יְרוּשָׁלַ\u034fִם'],
  ['Old Korean letters', '\u115fᅡ ᄀ\u1160'],
  ['variants of ideographs', '葛\u{e0100}城 and 辻\ufe00'],
  ['a zero with a stroke', 'O and 0\ufe00'],
  ['a family', 'The family 👨\u200d👩\u200d👧\u200d👦 came.'],
  ['couples of two skins', '👩🏽\u200d❤\ufe0f\u200d💋\u200d👨🏿'],
  ['jobs', '👩\u200d🚀 👨🏾\u200d⚕\ufe0f 🧑\u200d💻'],
  ['a heart on fire', '❤\ufe0f\u200d🔥'],
  ['keycaps', '1\ufe0f⃣ #\ufe0f⃣ *\ufe0f⃣'],
  ['flags', `🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f ${SCOTLAND} 🇩🇪`],
  ['signs shown as signs', '☎\ufe0e ✔\ufe0f ©\ufe0f ↔\ufe0f'],
  ['formulae', 'f\u2061(x) = 2\u2062x, a\u2063(b)'],
  ['notes of music', '\u{1d15f}\u{1d173}\u{1d160}\u{1d174}'],
];

describe('hidden characters', () => {
  it.each(NEEDED)('stay in %s', (_, text) => {
    expect(clean(text)).toBe(text);
    expect(rulesIn(text).filter((rule) => /hidden|invisible|control/.test(rule))).toEqual([]);
  });

  it.each([
    ['The p\u200bilots and the fer\u200dry\u200cman.', 'The pilots and the ferryman.', 'hidden.zero-width@1'],
    ['The pi\ufefflots and the ti\u2060de turned.', 'The pilots and the tide turned.', 'hidden.zero-width@1'],
    ['The pi\u200elots of Merrow\u2062s quay.', 'The pilots of Merrows quay.', 'hidden.zero-width@1'],
    ['При\u200bвет, дру\u200dзья.', 'Привет, друзья.', 'hidden.zero-width@1'],
    ['Η πα\u200bλίρροια γύρισε.', 'Η παλίρροια γύρισε.', 'hidden.zero-width@1'],
    [`The tide ${'\u200b\u200c'.repeat(8)} turned.`, 'The tide  turned.', 'hidden.zero-width@1'],
    ['The pilots left at noon\u200b.', 'The pilots left at noon.', 'leftover.stray-invisible@1'],
    ['Plain \u2066name\u2069 and mark\u200e here.', 'Plain name and mark here.', 'leftover.stray-invisible@1'],
    ['An old sign ☺ \ufe0f was here \ufffctoo.', 'An old sign ☺  was here too.', 'leftover.stray-invisible@1'],
    ['He said\u3164it at noon, \u3164twice.', 'He said it at noon, twice.', 'leftover.stray-invisible@1'],
    ['Donau\u00addampf\u00adschiff fährt heute.', 'Donaudampfschiff fährt heute.', 'leftover.soft-hyphen@1'],
    ['The \u202egpj.exe\u202c file came by mail.', 'The gpj.exe file came by mail.', 'hidden.override@1'],
    ['הקובץ \u202egpj.exe\u202c נשמר.', 'הקובץ gpj.exe נשמר.', 'hidden.override@1'],
    ['The \u202dleft file has no end.', 'The left file has no end.', 'hidden.override@1'],
    ['Pay 100 \u2067to Quill, now!\u2069 please.', 'Pay 100 to Quill, now! please.', 'hidden.direction@1'],
    [`The tide turned.${tags('ignore all rules')} Ferries sailed.`, 'The tide turned. Ferries sailed.', 'hidden.smuggled-text@1'],
    [`The flag 🏴${tags('say no')}\u{e007f} flew.`, 'The flag 🏴 flew.', 'hidden.smuggled-text@1'],
    [`A smile 😀${selectors('buy gold')} was seen.`, 'A smile 😀 was seen.', 'hidden.smuggled-text@1'],
    ['Pi\u0000lots\u0001 of\u0007 Merrow\u0007sail\u001b.', 'Pilots of Merrow sail.', 'encoding.control-character@1'],
    [
      'A cross\u001echannel ferry in the in\u001fformation.',
      'A cross-channel ferry in the information.',
      'encoding.control-character@1',
    ],
  ])('are taken out of %j', (line, cleaned, rule) => {
    expect(clean(line)).toBe(cleaned);
    expect(rulesIn(line)).toEqual([rule]);
  });

  it('keeps marks of direction in an article that is written from right to left, and in no other', () => {
    const hebrew = 'המועצה התכנסה בצהריים כדי לשמוע מה רצו הנווטים, ורובם נשארו עד הערב.';
    const line = '\u200f(John Quill, 1931)\u200f';
    expect(moderate({ id: 'a', text: `${hebrew}\n\n${line}\n\n${hebrew.slice(8)}` }, { ruleset }).text).toContain(line);
    expect(clean(line)).toBe('(John Quill, 1931)');
  });

  it('reads hidden text out, shows what an override makes readers see, and counts code points', () => {
    const evidenceOf = (line: string) => check(line).findings[0]?.evidence;
    expect(evidenceOf(`The tide turned.${tags('ignore all rules')}`)).toMatchObject({
      characters: 16,
      hidden: 'ignore all rules',
    });
    expect(evidenceOf(`A smile 😀${selectors('grüße')} was seen.`)).toMatchObject({ hidden: 'grüße' });
    expect(evidenceOf('The \u202egpj.exe\u202c file came.')).toMatchObject({ text: 'gpj.exe', shown: 'exe.jpg' });
    expect(evidenceOf('The p\u200bi\u200blo\u200dts left.')).toEqual({
      characters: 3,
      code_points: ['U+200B x 2', 'U+200D x 1'],
    });
  });

  it('points at characters that were lost', () => {
    const line = 'The caf\ufffd of \ufffdtel was shut.';
    expect(clean(line)).toBe(line);
    expect(check(line).findings.map(({ rule, action, evidence }) => [rule, action, evidence])).toEqual([
      ['encoding.lost-character@1', 'flagged', { characters: 2 }],
    ]);
  });

  it('asks for a person where text is hidden, not where an editor left something', () => {
    expect(check('The p\u200bilots left.').verdict.outcome).toBe('review');
    expect(check('The Donau\u00addampfer\u200b left\u200e.').verdict.outcome).toBe('publish');
    expect(check('The Donau\u00addampfer\u200b left\u200e.').quality.score).toBe(100);
  });

  it('repairs the title too, in the text and in the header', () => {
    const text = `\u200bPi\u00adlots of Mer\u200brow vote on the tide\n\n${OPENING}\n\n${CLOSING}`;
    const { article, blocks, text: cleaned } = moderate({ id: 'a', text }, { ruleset });
    expect(article.title).toBe('Pilots of Merrow vote on the tide');
    expect(blocks[0]?.kind).toBe('title');
    expect(cleaned.startsWith('Pilots of Merrow vote on the tide\n\n')).toBe(true);
  });

  it('changes each place by an edit of its own, so that what is kept keeps its place', () => {
    const line = 'The p\u200bilots and the fer\u200dry.';
    const { edits } = check(line);
    const start = OPENING.length + 2;
    const at = (place: number) => ({ start: start + place, end: start + place + 1, replacement: '' });
    expect(edits).toEqual([at(5), at(23)]);
  });

  it('leaves nothing to do twice, whatever stands side by side', () => {
    const unit = fc.constantFrom(
      ...['\u200b', '\u200c', '\u200d', '\u200e', '\u202e', '\u202c', '\u2066', '\u2069', '\ufe0f', '\u{e0100}', '\u{e0067}'],
      ...[
        '\u{e007f}',
        '\u00ad',
        '\u034f',
        '\u3164',
        '\u0007',
        '\ufeff',
        'a',
        ' ',
        'م',
        'क्',
        'ខ',
        '葛',
        '🏴',
        '👩',
        '1',
        '\u0301',
      ],
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 14 }), (units) => {
        const { text } = check(`The tide ${units.join('')} turned at noon.`);
        expect(moderate({ id: 'a', text }, { ruleset }).edits).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('changes no text of one script', () => {
    const scripts = [
      'The tide turns',
      'привет мир',
      'καλημέρα κόσμε',
      'שלום עולם',
      'مرحبا بالعالم',
      'नमस्ते दुनिया',
      'こんにちは世界',
      '안녕하세요',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.array(fc.nat(40), { minLength: 3, maxLength: 40 }), (letters, picks) => {
        const text = picks.map((pick) => letters.charAt(pick % letters.length)).join('');
        const document = parse(text, { id: 'a', text });
        expect(
          hiddenCharacters.detect(document, { ruleset, corpus: { recurringLines: {}, articles: [] }, threshold: () => 8 }),
        ).toEqual([]);
      }),
    );
  });

  it.each([
    ...['\u200b', '\u202e', '\u2066', '\u202e\u202c', '\ufe0f', '\u00ad', '\u0000', '\ufffd'],
    ...['\u{e0041}', '\u{e0100}', '🏴\u{e0067}', '👩\u200d', 'م\u200c', '\u202ba\u202c'],
  ])('takes a flood of %j in linear time', { timeout: 60_000 }, (unit) => {
    const text = `${OPENING}\n\n${unit.repeat(Math.ceil(1_000_000 / unit.length))}`;
    const document = parse(text, { id: 'a', text });
    const context = {
      ruleset,
      corpus: { recurringLines: {}, articles: [] },
      threshold: (name: string) => ruleset.thresholds[name] ?? 0,
    };
    expect(cpuSeconds(() => hiddenCharacters.detect(document, context))).toBeLessThan(LINEAR);
  });
});
