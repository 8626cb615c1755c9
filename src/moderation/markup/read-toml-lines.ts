const FACT = /^(?:"[^"]{1,60}"|'[^']{1,60}'|[\w.-]{1,60})[ \t]{0,20}=[ \t]{0,20}/u;
const TABLE = /^\[{1,2}[^\]]{1,100}\]{1,2}[ \t]{0,20}(?:#|$)/u;
const QUOTES = ['"""', "'''"];

/** What ends the value that a line leaves open; nothing when the line ends it. */
function findOpen(text: string): string | undefined {
  const quotes = QUOTES.find((mark) => text.startsWith(mark));
  if (quotes !== undefined) return text.indexOf(quotes, 3) < 0 ? quotes : undefined;
  const isOpen = (text.startsWith('[') && !text.includes(']')) || (text.startsWith('{') && !text.includes('}'));
  if (!isOpen) return undefined;
  return text.startsWith('[') ? ']' : '}';
}

function unquote(text: string): string {
  const quote = text.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1) : text;
}

class TomlReader {
  readonly facts: [string, string][] = [];
  private isInTable = false;
  /** What ends the value that goes on over lines. */
  private open: string | undefined;

  get isData(): boolean {
    return this.open === undefined && (this.facts.length > 0 || this.isInTable);
  }

  private readFact(key: string, text: string): boolean {
    this.open = findOpen(text);
    if (!this.isInTable) this.facts.push([unquote(key.slice(0, key.lastIndexOf('=')).trim()), unquote(text)]);
    return text !== '';
  }

  /** False for a line that is none of TOML. */
  read(line: string): boolean {
    if (this.open !== undefined) {
      if (line.includes(this.open)) this.open = undefined;
      return true;
    }
    const key = FACT.exec(line.slice(0, 200))?.[0];
    if (key !== undefined) return this.readFact(key, line.slice(key.length));
    if (line === '' || line.startsWith('#')) return true;
    this.isInTable ||= TABLE.test(line.slice(0, 200));
    return TABLE.test(line.slice(0, 200));
  }
}

/**
 * The `key = "value"` lines of TOML before its first table, which is all that a fact of an article needs. Nothing when a
 * line is neither that nor a table, a comment, blank, or a part of the value above it: then it is no TOML. Linear.
 */
export function readTomlLines(value: string): Readonly<Record<string, string>> | undefined {
  const reader = new TomlReader();
  const isToml = value.split(/\r\n|\n|\r/u).every((line) => reader.read(line.trim()));
  return isToml && reader.isData ? Object.fromEntries(reader.facts) : undefined;
}
