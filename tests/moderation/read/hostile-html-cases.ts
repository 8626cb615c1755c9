/** A page made to break a reader of HTML: its stack, its clock, its memory or its idea of a tree. */
export interface HostileCase {
  readonly name: string;
  /** `scale` 1 is the size the reader has to bear; less is less of the same. */
  readonly make: (scale: number) => string;
}

/** An article that has nothing wrong with it; it stands in or before what is hostile. */
export const PLAIN_ARTICLE = [
  'The pilots of Merrow met in the customs house on Tuesday to speak about the northern channel and its missing buoys.',
  'Two of the older members had brought charts with them, and the harbourmaster spread them on the table by the window.',
  'Nobody could say when the ice would go out, but the ferry company hopes to sail again before the end of the month.',
  'The council will hear the pilots in April, when the new dredger has been paid for and the old one has been sold.',
] as const;

const ARTICLE = `<article><h1>Pilots of Merrow ask for buoys</h1>${PLAIN_ARTICLE.map((text) => `<p>${text}</p>`).join('')}</article>`;

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head><title>Pilots of Merrow ask for buoys</title>${head}</head><body>${body}</body></html>`;

type Sizes = (count: number) => number;

/** The article stands before what is hostile, which ends the page: nothing after it may be swallowed. */
const after = (hostile: (of: Sizes) => string): HostileCase['make'] => at((of) => page(ARTICLE + hostile(of)));
/** The article stands in the depth. */
const around = (open: string, count: number, close: string): HostileCase['make'] =>
  at((of) => page(open.repeat(of(count)) + ARTICLE + close.repeat(of(count))));
const at =
  (make: (of: Sizes) => string): HostileCase['make'] =>
  (scale) =>
    make((count) => Math.max(1, Math.round(count * scale)));

const series = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const MB = 1_000_000;
const UNCLOSED =
  'a abbr address article aside b big blockquote center code dd div dl dt em fieldset font form h1 h2 h3 i li main nav ol p pre s section small span strong table tbody td th tr u ul'.split(
    ' ',
  );
const CLOBBERING =
  'parentNode attributes childNodes children firstChild nextSibling innerHTML textContent nodeName tagName nodeType ownerDocument __proto__ constructor prototype toString valueOf hasOwnProperty then length item namedItem getAttribute removeChild'.split(
    ' ',
  );

const clobber = (name: string): string =>
  `<form name="${name}" id="${name}" class="${name}" ${name}="${name}"><input name="${name}" id="${name}"><button name="${name}">x</button></form><${name}>x</${name}><img name="${name}"><a id="${name}" name="${name}" href="#${name}">x</a>`;

const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`;

const NESTED: readonly HostileCase[] = [
  { name: '20,000 nested div', make: around('<div>', 20_000, '</div>') },
  { name: '20,000 nested div, never closed', make: around('<div>', 20_000, '') },
  { name: '20,000 nested div with class', make: around('<div class="content main">', 20_000, '</div>') },
  { name: '20,000 nested span', make: around('<span>', 20_000, '</span>') },
  { name: '20,000 nested blockquote', make: around('<blockquote>', 20_000, '</blockquote>') },
  { name: '10,000 nested lists', make: around('<ul><li>', 10_000, '</li></ul>') },
  { name: '1,500 nested tables', make: around('<table><tr><td>', 1_500, '</td></tr></table>') },
  { name: '1,500 nested tables, never closed', make: around('<table><tr><td>', 1_500, '') },
  { name: '10,000 nested svg', make: after((of) => '<svg>'.repeat(of(10_000))) },
  { name: '10,000 nested math', make: after((of) => '<math><mi>'.repeat(of(10_000))) },
  { name: '10,000 nested svg foreignObject', make: after((of) => '<svg><foreignObject><div>'.repeat(of(10_000))) },
  { name: '10,000 nested template', make: after((of) => '<template>'.repeat(of(10_000))) },
  { name: '10,000 nested select', make: after((of) => '<select><option>'.repeat(of(10_000))) },
  { name: '10,000 nested object', make: after((of) => '<object>'.repeat(of(10_000))) },
  { name: '10,000 nested noscript', make: after((of) => '<noscript>'.repeat(of(10_000))) },
  { name: '10,000 nested button', make: after((of) => '<div><button>'.repeat(of(10_000))) },
];

const UNENDED: readonly HostileCase[] = [
  {
    name: '3,000 unclosed tags',
    make: around(UNCLOSED.map((tag) => `<${tag}>`).join(''), Math.ceil(3_000 / UNCLOSED.length), ''),
  },
  {
    name: '3,000 unclosed tags with text',
    make: after((of) => series(of(3_000), (index) => `<${UNCLOSED[index % UNCLOSED.length]}>tide ${index} `)),
  },
  { name: '200,000 b', make: after((of) => '<b>'.repeat(of(200_000))) },
  { name: '200,000 b with text', make: after((of) => '<b>x'.repeat(of(200_000))) },
  { name: '200,000 b of different id', make: after((of) => series(of(200_000), (index) => `<b id=n${index}>`)) },
  { name: '50,000 p in 100 b', make: after((of) => series(100, (index) => `<b id=n${index}>`) + '<p>x'.repeat(of(50_000))) },
  { name: '10,000 misnested a b i', make: after((of) => '<a><b><i>x</a>y</b>z</i>'.repeat(of(10_000))) },
  {
    name: '10,000 misnested, closed in the wrong order',
    make: after((of) => '<a href=#><b><i><p>x</a></b></i>'.repeat(of(10_000))),
  },
  {
    name: '10,000 opened, then closed in the wrong order',
    make: after((of) => '<a><b><i>'.repeat(of(10_000)) + 'x</a></b></i>'.repeat(of(10_000))),
  },
  { name: '200,000 end tags of nothing', make: after((of) => '</div></p></b>'.repeat(of(200_000) / 3)) },
  ...[
    '<!-- ',
    '<script>',
    '<style>',
    '<textarea>',
    '<title>',
    '<svg><![CDATA[',
    '<template>',
    '<svg><title>',
    '<math><annotation-xml>',
    '<noscript>',
    '<iframe>',
    '<xmp>',
    '<noembed>',
    '<plaintext>',
    '<!DOCTYPE ',
    '<?php ',
    '<a href="',
    "<img alt='",
  ].map(
    (open): HostileCase => ({
      name: `unclosed ${open.trim()}, 1 MB`,
      make: after((of) => open + fill('The tide <p>turns</p> &amp; ', of(MB))),
    }),
  ),
  { name: '100,000 comments', make: after((of) => '<!--x-->'.repeat(of(100_000))) },
  { name: '100,000 beginnings of a comment', make: after((of) => '<!--'.repeat(of(100_000))) },
  { name: '100,000 beginnings of a script end', make: after((of) => `<script>${'</scrip'.repeat(of(100_000))}`) },
  { name: '500 KB of <', make: after((of) => '<'.repeat(of(500_000))) },
  { name: '500 KB of </', make: after((of) => '</'.repeat(of(250_000))) },
  { name: '500 KB of < and a letter', make: after((of) => '<a'.repeat(of(250_000))) },
];

const ATTRIBUTES: readonly HostileCase[] = [
  {
    name: '50,000 attributes on one element',
    make: at((of) => page(`<div ${series(of(50_000), (index) => `a${index}=x `)}>${ARTICLE}</div>`)),
  },
  { name: '50,000 times the same attribute', make: at((of) => page(`<div ${'a=x '.repeat(of(50_000))}>${ARTICLE}</div>`)) },
  { name: 'one attribute of 900 KB', make: at((of) => page(`<div title="${fill('tide ', of(900_000))}">${ARTICLE}</div>`)) },
  {
    name: 'one class attribute of 900 KB',
    make: at((of) => page(`<div class="${fill('comment-x related_y share ', of(900_000))}">${ARTICLE}</div>`)),
  },
  {
    name: 'one style attribute of 900 KB',
    make: at((of) => page(`<div style="${fill('color:red;display:block; ', of(900_000))}">${ARTICLE}</div>`)),
  },
  {
    name: 'one id of 900 KB without a space',
    make: at((of) => page(`<div id="${fill('comment-', of(900_000))}">${ARTICLE}</div>`)),
  },
  {
    name: 'one address of 900 KB',
    make: after((of) => `<p><a href="https://merrow.example/${fill('a/../%2e?', of(900_000))}">x</a></p>`),
  },
  { name: 'one tag name of 900 KB', make: after((of) => `<${fill('div', of(900_000))}>x`) },
  {
    name: 'srcset of 1 MB',
    make: after((of) => `<img srcset="${fill('https://merrow.example/tide.jpg 1x, ', of(MB))}" alt="tide">`),
  },
  {
    name: '100,000 hidden elements',
    make: after((of) => '<p hidden style="display:none" aria-hidden=true>x</p>'.repeat(of(100_000))),
  },
];

const MANY: readonly HostileCase[] = [
  ...[
    '<p>',
    '<li>',
    '<td>',
    '<option>',
    '<br>',
    '<hr>',
    '<dt><dd>',
    '<h2>',
    '<tr>',
    '<img>',
    '<a href=#>',
    '<input>',
    '<p></p>',
    '<div></div>',
    '<ul><li></ul>',
    '<p> &nbsp; </p>',
  ].map((tag): HostileCase => ({ name: `100,000 ${tag}`, make: after((of) => tag.repeat(of(100_000))) })),
  ...['<p>', '<li>', '<td>', '<option>', '<div>', '<h2>'].map(
    (tag): HostileCase => ({
      name: `100,000 ${tag} with text`,
      make: after((of) => series(of(100_000), (index) => `${tag}tide ${index}`)),
    }),
  ),
  { name: 'one table of 100,000 cells', make: after((of) => `<table><tr>${'<td>1</td>'.repeat(of(100_000))}</tr></table>`) },
  {
    name: 'colspan and rowspan of a billion',
    make: after((of) => `<table>${'<tr><td colspan=1000000000 rowspan=1000000000>x</td></tr>'.repeat(of(1_000))}</table>`),
  },
  {
    name: '50,000 texts in the wrong place of a table',
    make: after((of) => `<table>${'x<tr>y<td>z</td>'.repeat(of(50_000))}</table>`),
  },
  { name: '50,000 texts in one table without rows', make: after((of) => `<table>${'x<b>y</b>'.repeat(of(50_000))}</table>`) },
  {
    name: '50,000 links',
    make: after((of) => series(of(50_000), (index) => `<a href="/tide/${index}">The tide of day ${index}</a> `)),
  },
  {
    name: '50,000 meta',
    make: at((of) =>
      page(
        ARTICLE,
        series(of(50_000), (index) => `<meta property="og:title" content="Tide ${index}">`),
      ),
    ),
  },
  {
    name: '50,000 meta of different names',
    make: at((of) =>
      page(
        ARTICLE,
        series(of(50_000), (index) => `<meta name="n${index}" content="Tide ${index}">`),
      ),
    ),
  },
  {
    name: '10,000 articles',
    make: at((of) =>
      page(ARTICLE + series(of(10_000), (index) => `<article><p>The tide of day ${index} was high.</p></article>`)),
    ),
  },
  {
    name: '20,000 html and body tags',
    make: after((of) => series(of(20_000), (index) => `<html a${index}=x><body b${index}=x>`)),
  },
];

const TEXT: readonly HostileCase[] = [
  ...['&amp;', '&#x26;', '&notanentity', '&', '&#0;', '&#xD800;', '&#99999999999;', '&nbsp;', '&shy;', '&lt;', '&notit;'].map(
    (entity): HostileCase => ({ name: `1 MB of ${entity}`, make: after((of) => `<p>${fill(entity, of(MB))}</p>`) }),
  ),
  { name: 'one entity of 1 MB digits', make: after((of) => `<p>&#${fill('1', of(MB))};</p>`) },
  { name: 'one text of 5 MB', make: after((of) => `<p>${fill('The tide turned and the ferries sailed. ', of(5 * MB))}</p>`) },
  { name: 'one word of 5 MB', make: after((of) => `<p>${fill('tide', of(5 * MB))}</p>`) },
  { name: 'one line of 5 MB of &nbsp;', make: after((of) => `<p>${fill('&nbsp;', of(5 * MB))}</p>`) },
  { name: '5 MB of spaces', make: after((of) => `<p>x${' '.repeat(of(5 * MB))}y</p>`) },
  { name: '2 MB of line breaks in pre', make: after((of) => `<pre>x${'\n'.repeat(of(2 * MB))}y</pre>`) },
  { name: '1 MB of carriage returns', make: after((of) => `<p>x${'\r'.repeat(of(MB / 2))}${'\r\n'.repeat(of(MB / 4))}y</p>`) },
  { name: '1 MB of NUL', make: after((of) => `<p>x${'\0'.repeat(of(MB))}y</p>`) },
  { name: '1 MB of half surrogate pairs', make: after((of) => `<p>${fill('\ud800x\udc00', of(MB))}</p>`) },
  {
    name: '1 MB of controls and noncharacters',
    make: after((of) => `<p>${fill('\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff\u202e\u200b', of(MB))}</p>`),
  },
  {
    name: 'page of 20 MB',
    make: after((of) =>
      series(of(20), () => `<div class="c">${fill('<p>The tide turned at six and the ferries sailed.</p>', MB)}</div>`),
    ),
  },
  { name: 'page of 20 MB of script', make: after((of) => `<script>${fill('var tide = "<p>six</p>"; ', of(20 * MB))}</script>`) },
];

const DECLARED: readonly HostileCase[] = [
  {
    name: 'elements and attributes named as properties',
    make: at((of) => page((CLOBBERING.map(clobber).join('') + ARTICLE).repeat(of(20)))),
  },
  {
    name: 'meta named as properties',
    make: at((of) =>
      page(
        ARTICLE,
        CLOBBERING.map((name) =>
          `<meta name="${name}" property="og:${name}" itemprop="${name}" content="${name}">`.repeat(of(50)),
        ).join(''),
      ),
    ),
  },
  {
    name: 'JSON-LD named as properties',
    make: at(() =>
      page(
        ARTICLE,
        jsonLd(
          `{${CLOBBERING.map((name) => `"${name}":{"@type":"${name}"}`).join(',')},"@type":"__proto__","headline":{"toString":1}}`,
        ),
      ),
    ),
  },
  {
    name: 'JSON-LD 100,000 deep',
    make: at((of) => page(ARTICLE, jsonLd('{"@graph":['.repeat(of(100_000)) + ']}'.repeat(of(100_000))))),
  },
  { name: 'JSON-LD 100,000 arrays deep, never closed', make: at((of) => page(ARTICLE, jsonLd('['.repeat(of(100_000))))) },
  {
    name: 'JSON-LD of 2 MB',
    make: at((of) =>
      page(
        ARTICLE,
        jsonLd(`{"@graph":[${series(of(40_000), (index) => `{"@type":"NewsArticle","headline":"Tide ${index}"},`)}{}]}`),
      ),
    ),
  },
  {
    name: 'JSON-LD of one 2 MB text',
    make: at((of) => page(ARTICLE, jsonLd(`{"@type":"NewsArticle","articleBody":"${fill('The tide turned. ', of(2 * MB))}"}`))),
  },
  {
    name: '20,000 scripts of JSON-LD',
    make: at((of) => page(ARTICLE, jsonLd('{"@type":"NewsArticle","headline":"Tide"}').repeat(of(20_000)))),
  },
  {
    name: 'base and refresh',
    make: at((of) =>
      page(
        ARTICLE,
        '<base href="javascript:x"><base href="//[::bad"><meta http-equiv="refresh" content="0;url=data:text/html,x"><meta charset="utf-7">'.repeat(
          of(100),
        ),
      ),
    ),
  },
  { name: 'title of 1 MB', make: at((of) => `<title>${fill('The tide turned. ', of(MB))}</title>${ARTICLE}`) },
  {
    name: 'frameset',
    make: at(
      (of) =>
        `<html><head><title>x</title></head><frameset>${'<frame src="/tide"><noframes><p>x</p></noframes>'.repeat(of(1_000))}${ARTICLE}</frameset></html>`,
    ),
  },
  { name: '10,000 nested framesets', make: at((of) => `<html>${'<frameset>'.repeat(of(10_000))}`) },
  { name: 'nothing', make: at(() => '') },
  { name: 'only a tag', make: at(() => '<html>') },
  { name: 'end of file in a tag', make: at(() => '<p>The tide turned.<a href="/ti') },
];

/** Every shape; the sizes are in the names. */
export const HOSTILE_HTML: readonly HostileCase[] = [...NESTED, ...UNENDED, ...ATTRIBUTES, ...MANY, ...TEXT, ...DECLARED];
