import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../src/moderation/report/escape-html.ts';
import { HTML_PAGE } from '../../../src/moderation/report/html-page.ts';
import { toPage } from '../../../src/moderation/report/to-page.ts';
import { hostileAnnotations } from './hostile-annotations.ts';
import { moderateText } from './moderate-text.ts';

const TAG = /<\/?([a-z0-9]+)([^<>]*)>/gu;
const ALLOWED = new Set(
  'section article h1 h2 p ul ol li blockquote pre aside strong table thead tbody tr th td code q bdi time'.split(' '),
);
const ATTRIBUTES =
  /^(?: (?:dir="auto"|class="[a-z]+"|lang="[a-z]+"|scope="col"|start="\d+"|aria-label="Findings"|datetime="[^"<>]*"))*$/u;

/** Everything in angle brackets has to be ours. */
function foreignMarkup(html: string): readonly string[] {
  const tags = [...html.matchAll(TAG)];
  const foreign = tags.filter(([, name = '', attributes = '']) => !ALLOWED.has(name) || !ATTRIBUTES.test(attributes));
  const rest = html.replace(TAG, '');
  return [...foreign.map(([tag]) => tag), ...(/[<>]/u.exec(rest) ?? [])];
}

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</article><iframe src="https://evil.example">',
  '<!-- -->',
  '&lt;script&gt;',
  ']]><svg/onload=alert(1)>',
];

describe('toPage', () => {
  it.each(ATTACKS)('lets no markup of the article through: %s', (attack) => {
    const text = `Title with ${attack}\n\nBy ${attack}\n\nProse ${attack} with some more words in it.\n\n- item ${attack}\n\n> quote ${attack}\n\n★ ${attack} ★\n\nMore.\n\n★ ${attack} ★`;
    const result = moderateText(text, attack);
    const article = { ...result.article, byline: attack, site: attack, publishedAt: attack };
    const annotations = hostileAnnotations(attack);
    const place = { start: 0, end: 1, sourceStart: 0, sourceEnd: 1 };
    const values = [
      { type: 'date' as const, text: attack, ...place, value: attack, precision: 'day' as const, relativeTo: attack },
    ];
    const keyphrases = [{ text: attack, score: 1 }];
    const verdict = { ...result.verdict, reasons: [attack] };
    expect(
      foreignMarkup(toPage({ ...result, article, ...annotations, values, keyphrases, verdict, incomplete: [attack] }, text)),
    ).toEqual([]);
  });

  it('lets no markup through, whatever the text', () => {
    const markup = fc.string({ unit: fc.constantFrom(...'<>&"\'/=! -abcscript\n') });
    fc.assert(fc.property(markup, (text) => foreignMarkup(toPage(moderateText(text), text)).length === 0));
  });

  it('draws the article by its blocks, with its facts and what was found', () => {
    const text =
      'A title of four words\n\nBy Ada Quill\n\nProse with a few words, and then some more of them.\n\n1. one\n\n2. two\n\nView all';
    const html = toPage(moderateText(text), text);
    expect(html).toContain('<article');
    expect(html).toContain('<h1 dir="auto">A title of four words</h1>\n<p class="facts"><bdi>Ada Quill</bdi></p>');
    expect(html).toContain('<ol start="1">\n<li dir="auto">one</li>\n<li dir="auto">two</li>\n</ol>');
    expect(html).toContain('<code>boilerplate.view-all@1</code>');
    expect(html).toContain('<p class="sum">100 − 0.50 boilerplate = <strong>99.50</strong></p>');
    expect(html).toContain('<p>Beyond a published limit, at no points: <bdi>fineweb.short_lines 0.75</bdi>, <bdi>gopher.words');
  });
  it('shows topics with scores and words, values with what they stand for, and keyphrases', () => {
    const text =
      'The orchestra of Vell will be paid 5 million euros. Its conductor has left since yesterday, and the harbour pilots sing.\n\nHarbour pilots have sung with the orchestra.';
    const html = toPage(moderateText(text), text);
    expect(html).toMatch(/<p>Topics: <bdi>classical music 0\.\d\d \(orchestra, [^<]*\)<\/bdi>/u);
    expect(html).toMatch(/<p>Values: <bdi>5 million euros: 5000000 EUR<\/bdi>, <bdi>yesterday: counts from/u);
    expect(html).toMatch(/<p>Keyphrases: .*<bdi>harbour pilots<\/bdi>/u);
  });

  it('shows two dozen values and says how many more there are', () => {
    const text = Array.from({ length: 30 }, (_, at) => `The pilots were paid ${at + 1} euros for it.`).join(' ');
    const html = toPage(moderateText(text), text);
    expect(html).toContain('<bdi>24 euros: 24 EUR</bdi>, <bdi>… and 6 more</bdi></p>');
  });
});

describe('escapeHtml', () => {
  it('replaces what HTML forbids', () => {
    expect(escapeHtml('a\u0000b\ud800c\u001bd\te\n')).toBe('a\ufffdb\ufffdc\ufffdd\te\n');
  });
});

describe('HTML_PAGE', () => {
  it('allows nothing to be loaded or run', () => {
    expect(HTML_PAGE.open).toContain("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    expect(HTML_PAGE.open.indexOf('Content-Security-Policy')).toBeLessThan(HTML_PAGE.open.indexOf('<style'));
    expect(HTML_PAGE.open).not.toMatch(/<script|<link|src=/u);
  });
});
