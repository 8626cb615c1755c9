import { Buffer } from 'node:buffer';
import { readCharsetLabel } from './read-charset-label.ts';
import { TagScanner } from './tag-scanner.ts';

/**
 * Bytes looked at. The HTML Standard asks authors for the first 1,024, but browsers obey later ones too; of 400 pages of
 * the Web an eighth declares its charset later, all but two within this.
 */
const PRESCAN = 16_384;
const AFTER_NAME: ReadonlySet<string> = new Set('\t\n\f\r /');
const LETTERS: ReadonlySet<string> = new Set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
const BLANK = /[\t\n\f\r ]/u;

const XML_ENCODING = /^<\?xml[\t\n\r ][^>]{0,200}?encoding[\t\n\r ]{0,20}=[\t\n\r ]{0,20}["']([A-Za-z0-9._-]{1,40})["']/u;

/** The charset in the content of a `meta` element ("text/html; charset=..."), by the HTML Standard. */
function readContent(content: string): string | undefined {
  const lower = content.toLowerCase();
  for (let at = lower.indexOf('charset'); at >= 0; at = lower.indexOf('charset', at)) {
    at += 'charset'.length;
    while (BLANK.test(content.charAt(at))) at++;
    if (content.charAt(at) !== '=') continue;
    at++;
    while (BLANK.test(content.charAt(at))) at++;
    const quote = content.charAt(at);
    if (quote !== '"' && quote !== "'") return content.slice(at).split(/[\t\n\f\r ;]/u, 1)[0];
    const end = content.indexOf(quote, at + 1);
    return end < 0 ? undefined : content.slice(at + 1, end);
  }
  return undefined;
}

/** What a `meta` element says about the charset; the scanner stands behind its name. The first of equal attributes counts. */
function readMeta(scanner: TagScanner): string | undefined {
  const attributes = new Map<string, string>();
  for (let next = scanner.nextAttribute(); next; next = scanner.nextAttribute()) {
    if (!attributes.has(next.name)) attributes.set(next.name, next.value);
  }
  const charset = attributes.get('charset');
  if (charset !== undefined) return readCharsetLabel(charset);
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined;
  const stated = readContent(attributes.get('content') ?? '');
  return stated === undefined ? undefined : readCharsetLabel(stated);
}

function skipTag(scanner: TagScanner): void {
  scanner.skipName();
  while (scanner.nextAttribute());
}

/**
 * The encoding that an HTML or XML source declares near its beginning, by its name in the Encoding Standard: an XML
 * declaration, `meta charset` or `meta http-equiv`, found as the HTML Standard's prescan finds them. Comments do not count.
 */
export function findDeclaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  const stated = XML_ENCODING.exec(head)?.[1];
  const xml = stated === undefined ? undefined : readCharsetLabel(stated);
  if (xml !== undefined) return xml;
  const scanner = new TagScanner(head);
  for (scanner.skipToTag(); !scanner.isAtEnd; scanner.skipToTag()) {
    if (scanner.sees('<!--')) {
      scanner.skip(2);
      scanner.skipBeyond('-->');
    } else if (scanner.sees('<meta') && scanner.seesOneOf(AFTER_NAME, '<meta'.length)) {
      scanner.skip('<meta'.length);
      const charset = readMeta(scanner);
      if (charset !== undefined) return charset;
    } else if (scanner.seesOneOf(LETTERS, 1) || (scanner.sees('</') && scanner.seesOneOf(LETTERS, 2))) skipTag(scanner);
    else if (scanner.sees('<!') || scanner.sees('</') || scanner.sees('<?')) scanner.skipBeyond('>');
    else scanner.skip(1);
  }
  return undefined;
}
