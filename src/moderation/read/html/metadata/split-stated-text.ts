import { decodeHTMLStrict } from 'entities/decode';
import type { TextRun } from '../page-block.ts';
import type { JsonText } from './json-text.ts';

/** A tag in the text of data; its attributes are not looked at. */
const TAG = /<(\/?[a-z][a-z0-9]{0,20})(?:\s[^<>]{0,2000})?\/?>/iy;
const REFERENCE = /&(?:#x?[0-9a-f]{1,8}|[a-z][a-z0-9]{1,30});/iy;
/** Tags that end a paragraph. */
const PARTING = new Set(
  'p div br hr h1 h2 h3 h4 h5 h6 li ul ol table tr blockquote figure figcaption section article'.split(' '),
);

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

class ParagraphSplitter {
  readonly paragraphs: TextRun[][] = [];
  private runs: TextRun[] = [];
  private readonly source: string;
  private readonly body: JsonText;

  constructor(source: string, body: JsonText) {
    this.source = source;
    this.body = body;
  }

  private place(at: number): number {
    return this.body.places[at] ?? 0;
  }

  /** Writes a stretch as it stands there, or as what its escape or reference says. */
  private push(from: number, to: number, value?: string): void {
    const place = { start: this.place(from), end: this.place(to) };
    this.runs.push(
      value === undefined ? { value: this.body.text.slice(from, to), ...place } : { value, ...place, isWhole: true },
    );
  }

  part(): void {
    if (this.runs.some(({ value }) => /\S/u.test(value))) this.paragraphs.push(this.runs);
    this.runs = [];
  }

  /** Characters that the source writes as they are; 0 when the first one is escaped. */
  private plainLength(from: number): number {
    const { text } = this.body;
    let at = from;
    while (at < text.length && text[at] === this.source[this.place(at)] && this.place(at + 1) === this.place(at) + 1) {
      if (text[at] === '\n' || (at > from && (text[at] === '<' || text[at] === '&'))) break;
      at++;
    }
    return at - from;
  }

  /** Reads what stands at `at`; returns where the next begins. */
  step(at: number): number {
    const { text } = this.body;
    const sign = text[at];
    if (sign === '\n' || sign === '\r') {
      this.part();
      return at + 1;
    }
    const tag = sign === '<' ? matchAt(TAG, text, at) : null;
    if (tag) {
      if (PARTING.has((tag[1] ?? '').replace('/', '').toLowerCase())) this.part();
      return at + tag[0].length;
    }
    const reference = sign === '&' ? matchAt(REFERENCE, text, at) : null;
    const plain = reference ? 0 : this.plainLength(at);
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
    const end = at + (reference?.[0].length ?? (plain || (isPair ? 2 : 1)));
    if (plain > 0) this.push(at, end);
    else this.push(at, end, reference ? decodeHTMLStrict(reference[0]) : text.slice(at, end));
    return end;
  }
}

/** The paragraphs of a text in data: parted by line ends and by tags, which are dropped; references are resolved. Linear. */
export function splitStatedText(source: string, body: JsonText): readonly (readonly TextRun[])[] {
  const splitter = new ParagraphSplitter(source, body);
  let at = 0;
  while (at < body.text.length) at = splitter.step(at);
  splitter.part();
  return splitter.paragraphs;
}
