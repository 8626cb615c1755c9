import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../../src/cli/check/bytes/decode-bytes.ts';
import type { TextEncoding } from '../../../../src/moderation/model/text-encoding.ts';
import { encodeText } from './encode-text.ts';
import { sampleTexts } from './sample-texts.ts';

const MEBI = 1024 * 1024;
const STORY = 'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted.';
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

async function read(bytes: Uint8Array, format: 'text' | 'html' = 'text') {
  const decoded = await decodeBytes(bytes, format);
  if ('refusal' in decoded) throw new Error(decoded.refusal);
  return decoded;
}

async function encodingOf(bytes: Uint8Array, format: 'text' | 'html' = 'text'): Promise<TextEncoding> {
  return (await read(bytes, format)).encoding;
}

const cases = sampleTexts.flatMap((sample) => sample.encodings.map((encoding) => ({ ...sample, encoding })));

describe('decodeBytes of text that says nothing of its encoding', () => {
  it.each(cases)('reads $language in $encoding', async ({ encoding, sentences }) => {
    const text = sentences.join('\n\n');
    const decoded = await read(encodeText(text, encoding));
    expect(decoded.text).toBe(text);
    expect(decoded.encoding).toMatchObject({ from: 'detected', replaced: 0 });
    expect(decoded.encoding.confidence).toBeGreaterThan(0.1);
  });

  it.each(cases)('gives back any three sentences of $language in $encoding', async ({ encoding, sentences }) => {
    const any = fc.shuffledSubarray([...sentences], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(any, fc.constantFrom(' ', '\n\n', '\r\n'), async (chosen, glue) => {
        const text = chosen.join(glue);
        expect((await read(encodeText(text, encoding))).text).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it.each(cases)('reads $language in $encoding among the markup of a page', async ({ encoding, sentences }) => {
    const menu = '<li class="menu"><a href="/news/today">News</a> <a href="/sport">Sport</a> <b>Share this</b></li>\n'.repeat(40);
    const page = (text: string) => `<html><body>${menu}<p>${text}</p>${menu}</body></html>`;
    const text = page(sentences.join('</p><p>'));
    expect((await read(encodeText(text, encoding), 'html')).text).toBe(text);
  });

  it.each([
    ['Café', 'windows-1252'],
    ['Société Générale', 'windows-1252'],
    ['Müller & Söhne', 'windows-1252'],
    ['Das kostet 5 £ für alle', 'windows-1252'],
  ])('takes a few odd letters in a few words for Western ones: %s', async (text, name) => {
    const decoded = await read(encodeText(text, 'windows-1252'));
    expect(decoded).toMatchObject({ text, encoding: { name, from: 'detected' } });
    expect(decoded.encoding.confidence).toBeLessThan(0.1);
  });

  it('reads the quotation marks of an English text, of Windows and of a Macintosh', async () => {
    const text = `${STORY} “We have waited for nine years,” said Odile Harnwick, “and now it’s our turn – at last.” ${STORY}`;
    for (const encoding of ['windows-1252', 'macintosh'])
      expect(await read(encodeText(text, encoding))).toMatchObject({ text, encoding: { name: encoding } });
  });

  it.each(['utf-16le', 'utf-16be'])('reads %s without a mark by its NUL bytes', async (name) => {
    for (const text of [STORY, sampleTexts.find(({ language }) => language === 'Russian')?.sentences.join('\n') ?? ''])
      expect(await read(encodeText(text, name))).toMatchObject({ text, encoding: { name, from: 'detected' } });
  });
});

describe('decodeBytes of Unicode', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'])('goes by the mark of %s and leaves it out', async (name) => {
    const text = `${STORY} Zoë, 港口 🚢`;
    const encoding = { name, from: 'bom', confidence: 1, replaced: 0 };
    expect(await read(encodeText(`\ufeff${text}`, name))).toEqual({ text, encoding });
    expect(await read(encodeText('\ufeff', name))).toEqual({ text: '', encoding });
  });

  it('takes UTF-8 as what it is, ASCII and nothing too', async () => {
    for (const text of ['', STORY, `${STORY} “Zoë” 🚢`, '\0', `\0${STORY}\n\0\0`, '\ufffd as it was written'])
      expect(await read(Buffer.from(text))).toEqual({
        text,
        encoding: { name: 'utf-8', from: 'utf-8', confidence: 1, replaced: 0 },
      });
  });

  it('keeps UTF-8 with a few wrong bytes, and counts them', async () => {
    const good = Buffer.from('Zoë Älström’s \ufffd boat — “Île d’Or” ');
    const decoded = await read(Buffer.concat([good, latin('K\xfcche '), good]));
    expect(decoded.encoding).toEqual({ name: 'utf-8', from: 'utf-8', confidence: 1, replaced: 1 });
    expect(decoded.text).toContain('K\ufffdche');
  });

  it.each([
    ['half a unit', [0xff, 0xfe, ...Buffer.from(STORY, 'utf16le'), 0x42], 1],
    ['half a pair', [0xff, 0xfe, ...Buffer.from(`\ud83d${STORY}`, 'utf16le')], 1],
  ])('keeps UTF-16 with %s', async (_, bytes, replaced) => {
    expect(await encodingOf(Uint8Array.from(bytes))).toMatchObject({ name: 'utf-16le', from: 'bom', replaced });
  });

  it.each([
    ['UTF-16', [0xff, 0xfe]],
    ['UTF-16, the other way round', [0xfe, 0xff]],
  ])('does not believe a mark of %s before words in ASCII', async (_, mark) => {
    const bytes = Buffer.concat([Buffer.from(mark), Buffer.from(STORY)]);
    expect(await read(bytes)).toMatchObject({ text: STORY, encoding: { name: 'utf-8', from: 'utf-8' } });
  });

  it('does not believe a mark of UTF-8 before another encoding', async () => {
    const text = sampleTexts[1]?.sentences.join(' ') ?? '';
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), encodeText(text, 'windows-1252')]);
    expect(await read(bytes)).toMatchObject({ text, encoding: { name: 'windows-1252', from: 'detected' } });
  });
});

describe('decodeBytes of a page that declares its charset', () => {
  const page = (charset: string, text: string): string => `<html><head><meta charset="${charset}"></head><p>${text}</p>`;

  it.each([
    ['iso-8859-1', 'windows-1252', 'It’s 5 € in the Café'],
    ['ISO-8859-2', 'iso-8859-2', 'Łódź'],
    ['windows-1251', 'windows-1251', 'Да'],
    ['x-sjis', 'shift_jis', '港'],
    ['gb2312', 'gbk', '港口'],
    ['big5', 'big5', '港口'],
    ['koi8-u', 'koi8-u', 'Їжак'],
  ])('reads %s as %s, however short the text', async (charset, name, text) => {
    const encoder = name === 'gbk' ? 'gb18030' : name;
    const decoded = await read(encodeText(page(charset, text), encoder), 'html');
    expect(decoded).toEqual({ text: page(charset, text), encoding: { name, from: 'declared', confidence: 1, replaced: 0 } });
  });

  it.each(['iso-8859-1', 'windows-1252', 'utf-16', 'shift_jis', 'no-such-charset', 'utf-7'])(
    'reads UTF-8 as UTF-8 though it says %s',
    async (charset) => {
      const text = page(charset, 'It’s 5 € in the Café Łódź');
      expect(await read(Buffer.from(text), 'html')).toMatchObject({ text, encoding: { name: 'utf-8', from: 'utf-8' } });
    },
  );

  it('looks for another encoding where the declared one does not fit', async () => {
    const text = page('euc-jp', sampleTexts.find(({ language }) => language === 'Japanese')?.sentences.join(' ') ?? '');
    expect(await read(encodeText(text, 'shift_jis'), 'html')).toMatchObject({
      text,
      encoding: { name: 'shift_jis', from: 'detected' },
    });
    const german = page('utf-8', sampleTexts[1]?.sentences.join(' ') ?? '');
    expect(await read(encodeText(german, 'windows-1252'), 'html')).toMatchObject({
      text: german,
      encoding: { name: 'windows-1252', from: 'detected' },
    });
  });

  it('keeps the declared encoding when a single place is wrong', async () => {
    const japanese = encodeText(page('shift_jis', '港の評議会は月曜日の正午に開かれ'.repeat(9)), 'shift_jis');
    const bytes = Buffer.concat([japanese, Buffer.from([0xff])]);
    expect(await encodingOf(bytes, 'html')).toEqual({ name: 'shift_jis', from: 'declared', confidence: 1, replaced: 1 });
  });

  it('is declared in HTML only', async () => {
    const text = page('windows-1251', 'Société Générale');
    expect((await encodingOf(encodeText(text, 'windows-1252'), 'html')).name).toBe('windows-1251');
    expect((await encodingOf(encodeText(text, 'windows-1252'), 'text')).from).toBe('detected');
  });
});

describe('decodeBytes of what is no text', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ'],
    ['a ZIP archive', 'PK\x03\x04\x14\0'],
    ['a PNG picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['a JPEG picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['a GIF picture', 'GIF89a\x01\0'],
    ['a WebP picture', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['a rich text document', '{\\rtf1\\ansi Words.}'],
    ['a document of an old Microsoft Office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'],
    ['a file compressed with gzip', '\x1f\x8b\x08\0\0\0'],
    ['a film', '\0\0\0\x20ftypisom\0\0'],
    ['UTF-32', '\xff\xfe\0\0A\0\0\0'],
    ['UTF-32', '\0\0\xfe\xff\0\0\0A'],
  ])('refuses %s by name and says what to do', async (name, head) => {
    const { refusal } = (await decodeBytes(latin(head), 'text')) as { refusal: string };
    expect(refusal).toMatch(new RegExp(`^this is ${name}.*; convert it to `, 'u'));
  });

  it.each([
    ['bytes of every value', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 167) & 0xff))],
    ['NUL bytes among others', latin('\0\x01\xff\xfe\xe9\0\0words')],
    ['64 MiB of ff', Buffer.alloc(64 * MEBI, 0xff)],
  ])('refuses %s', { timeout: 60_000 }, async (_, bytes) => {
    expect(await decodeBytes(bytes, 'html')).toEqual({ refusal: expect.stringMatching(/no text.*convert it to/u) });
  });

  it('takes any bytes without an exception, in the same way each time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom('text' as const, 'html' as const),
        async (bytes, format) => {
          expect(await decodeBytes(bytes, format)).toEqual(await decodeBytes(bytes, format));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes time in proportion to the bytes', { timeout: 120_000 }, async () => {
    for (const unit of ['\xe9', 'caf\xe9 ', '<meta ', 'a\n', '\xe9\n', '\x81', '<!--', '\x1b$B']) {
      const decoded = await decodeBytes(Buffer.alloc(8 * MEBI, latin(unit)), 'html');
      expect(Object.keys(decoded)).not.toEqual([]);
    }
  });
});
