import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeToken } from '../../../../src/moderation/detect/garbage/judge-token.ts';

const probability = (token: string): number => judgeToken(token).probability;

/** What each kind of token is judged by; all of them made up, apart from names of public things. */
const GARBAGE: Readonly<Record<string, readonly string[]>> = {
  base62: ['h7Tq9XwZ2mLrK5vB', 'aZ4kQ9rT1xWc7VbN3mPs8', 'R5tGq0ZxLk3Wn8YvHb2Cd'],
  'lower case and digits': ['k3j9x7q2wz8v1tb5', 'qz81mvx0rk47twpl'],
  'mixed case': ['tRbQzWmKxLpVnGcJd', 'xKqWzVbTrPmLdGhJ'],
  'lower case': ['xqzvkwprtmblcgjhd', 'wvbkzqjxrtpmdfgl'],
  hexadecimal: ['7c1e90b4fa3d582266e1c07b9d', '0fa81be2c97d4436', 'B81C0F94E2A7D35C'],
  base64: ['Zm9nIGhvcm4gYW5kIHRpZGUgdGFibGU/c2FpbA==', 'x8Q2vT+kLw9/RbZ1mNpC4g=='],
  'keyboard mash': ['asdkjfhaslkdjfh', 'qweoiruqwoeiru', 'sdfgjklsdfg', 'zxcmvnbzxcvmn', 'hgfjdkslghfjdk'],
  Cyrillic: ['щзхъфждлэячсмй', 'кжцшщъыгхвзп'],
  Greek: ['ξψβθγδκζχφμπρσ'],
};

const LEGITIMATE: Readonly<Record<string, readonly string[]>> = {
  words: [
    'internationalisation',
    'Verkehrsinfrastrukturfinanzierung',
    'szczęśliwego',
    'efterfølgende',
    'llywodraeth',
    'rekommenderas',
  ],
  'other scripts': ['Светлогорская', 'благодарността', 'Θεσσαλονίκης', '港口委員會', 'المفوضية', 'हिन्दुस्तान'],
  names: ['Wrzesniewski', 'Nguyen', 'Mkrtchyan', 'Przybylski', 'Aberystwyth', 'Szekesfehervar'],
  identifiers: ['getElementsByTagNameNS', 'HTTPServerRequestHandler', 'max_retry_count', 'ifHCInOctets', 'kCFStringEncodingUTF8'],
  'product codes': ['HL2209', 'XC90T8', 'RB4011', 'WH1000XM5', 'ILCE7M4', 'GTX1080Ti', 'SM-G991B'],
  'genes and formulas': ['TP53', 'CDKN2A', 'Na2SO4', 'C12H22O11', 'KAl(SO4)2'],
  acronyms: ['UNICEF', 'NATO', 'OPCW', 'GmbH', 'kWh', 'mRNA', 'PhDs'],
  slang: ['hahahaha', 'nooooooo', 'aaaargh', 'brrrr', 'yesssss', 'lololol'],
  addresses: ['https://quay.example/a/7Kq2Zt9Xw4Lm8Rb3', 'pilot@quay.example', '@x7Kq2Zt9Xw4Lm8Rb3', 'IMG_20240310_k3j9x7q2.jpg'],
  'numbers and dates': ['2024-03-10T09:30:00Z', '1,292.50', 'v2.10.0-rc.1', '192.168.0.1', '3.14159', '19°C'],
  'things with a checksum': ['DE89370400440532013000', '5493001KJTIIGC8Y1R12', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  UUIDs: ['3f2b8c1e-9a47-4d05-8e6b-c1d2a7f49b30'],
};

describe('judgeToken', () => {
  it.each(Object.entries(GARBAGE).flatMap(([kind, tokens]) => tokens.map((token) => [kind, token] as const)))(
    'calls %s garbage: %s',
    (_, token) => {
      expect(probability(token)).toBeGreaterThan(0.8);
    },
  );

  it.each(Object.entries(LEGITIMATE).flatMap(([kind, tokens]) => tokens.map((token) => [kind, token] as const)))(
    'leaves %s: %s',
    (_, token) => {
      expect(probability(token)).toBeLessThan(0.5);
    },
  );

  it('doubts a wrong checksum', () => {
    expect(judgeToken('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4').evidence).toMatchObject({ form: 'right checksum' });
    expect(probability('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5')).toBeGreaterThan(0.8);
  });

  it('says why in numbers', () => {
    const { evidence } = judgeToken('xqzvkwprtmblcgjhd');
    expect(evidence.length).toBe(17);
    expect(evidence.bits_per_letter).toBeGreaterThan(6);
    expect(evidence.vowel_share).toBe(0);
  });

  it('gives a probability for anything, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (token) => {
        const value = probability(token);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('judges a very long token by its beginning', () => {
    const started = performance.now();
    expect(probability('a7Kq2ZpL9vTb4WmR'.repeat(60_000))).toBeGreaterThan(0.8);
    expect(probability('a'.repeat(1_000_000))).toBeLessThan(0.5);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('leaves words made of common syllables in any case', () => {
    const syllable = fc.constantFrom('ter', 'ment', 'con', 'ver', 'ra', 'ti', 'on', 'per', 'sta', 'in', 'de', 'ment', 'al', 'or');
    fc.assert(
      fc.property(fc.uniqueArray(syllable, { minLength: 2, maxLength: 5 }), (syllables) => {
        expect(probability(syllables.join(''))).toBeLessThan(0.8);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
