const LEADS = Array.from({ length: 0xfe - 0x81 + 1 }, (_, at) => 0x81 + at);
const TRAILS = Array.from({ length: 0xfe - 0x40 + 1 }, (_, at) => 0x40 + at);
const HIGH_TRAILS = TRAILS.filter((byte) => byte >= 0xa1);
const SINGLE = Array.from({ length: 256 }, (_, byte) => byte);
const PAIRED: ReadonlySet<string> = new Set(['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr']);
const UTF16 = new Set(['utf-16le', 'utf-16be']);

type Table = ReadonlyMap<string, readonly number[]>;

function listCodes(encoding: string): readonly (readonly number[])[] {
  const singles = SINGLE.map((byte) => [byte]);
  if (!PAIRED.has(encoding)) return singles;
  const trails = encoding === 'euc-jp' ? HIGH_TRAILS : TRAILS;
  return [...singles, ...LEADS.flatMap((lead) => trails.map((trail) => [lead, trail]))];
}

/** Every character of an encoding with its first code, read from a decoder. */
function readTable(encoding: string): Table {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  for (const code of listCodes(encoding)) {
    try {
      const character = decoder.decode(Uint8Array.from(code));
      if ([...character].length === 1 && !table.has(character)) table.set(character, code);
    } catch {
      // No character has this code.
    }
  }
  return table;
}

const tables = new Map<string, Table>();

function tableOf(encoding: string): Table {
  const known = tables.get(encoding) ?? readTable(encoding);
  tables.set(encoding, known);
  return known;
}

/** ISO-2022-JP is EUC-JP without the high bits, between escapes. */
function encodeEscaped(text: string): Buffer {
  const parts = text.split(/([\0-\x7f]+)/u).filter((part) => part !== '');
  const codes = parts.map((part) => {
    const code = [...encodeText(part, 'euc-jp')];
    return (code[0] ?? 0) < 0x80 ? code : [0x1b, 0x24, 0x42, ...code.map((byte) => byte - 0x80), 0x1b, 0x28, 0x42];
  });
  return Buffer.from(codes.flat());
}

/** Text in the bytes of an encoding of the Encoding Standard. Throws `RangeError` for a character it does not have. */
export function encodeText(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (UTF16.has(encoding)) return encoding === 'utf-16le' ? Buffer.from(text, 'utf16le') : Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'iso-2022-jp') return encodeEscaped(text);
  const table = tableOf(encoding);
  const codes = [...text].map((character) => {
    const code = table.get(character);
    if (!code) throw new RangeError(`${encoding} has no ${JSON.stringify(character)}`);
    return code;
  });
  return Buffer.from(codes.flat());
}
