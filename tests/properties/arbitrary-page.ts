import fc from 'fast-check';

const WORDS =
  'harbour pilot Merrow council ferry crews tide Oskar winter engine ministry quay Aldane vote glass report of the to and in was said'.split(
    ' ',
  );
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => `${words.join(' ')}.`);

/** What a text node may hold that its source writes in another way, or that a tokenizer drops. */
const oddText = fc.constantFrom(
  '&amp;',
  '&amp',
  '&lt;b&gt;',
  '&nbsp;',
  '&nbsp;&nbsp; ',
  '&notit;',
  '&not',
  '&fjlig;',
  '&NotEqualTilde;',
  '&#x26;',
  '&#0;',
  '&#13;',
  '&#x80;',
  '&#xD800;',
  '&#x1F525;',
  '&shy;',
  '&zwj;',
  '&;',
  '&#;',
  '& ',
  '&amp;amp;',
  '\0',
  '\r',
  '\r\n',
  '\n',
  '\t',
  '\f',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\ud83d',
  '🔥',
  'שלום',
  '港口。',
  ' ',
  '  ',
  '<',
  '< ',
  '>',
  '</>',
  '</ >',
  '<!',
  '<!-- tide -->',
  '<!---->',
  '<?php tide ?>',
  '<![CDATA[tide]]>',
  ']]>',
);
const text = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: sentence }, { weight: 2, arbitrary: oddText }, fc.string({ unit: 'binary', maxLength: 6 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

const tag = fc.constantFrom(
  ...'div p section article span b i a em sup h1 h2 h3 ul ol li dl dt dd blockquote pre code table caption thead tbody tr td th figure figcaption header footer nav aside form label button select option textarea noscript template svg math title style script details summary ruby rt main font center P LI x-card body html head iframe'.split(
    ' ',
  ),
);
const VOID = [
  '<br>',
  '<br/>',
  '<hr>',
  '<img alt="a tide">',
  '<wbr>',
  '<input value=x>',
  '<p/>',
  '</p>',
  '</br>',
  '</div>',
  '</b>',
  '</table>',
  '<td>',
  '<tr>',
  '<li>',
];
const attributes = fc.constantFrom(
  '',
  '',
  '',
  ' class="content"',
  ' class="related"',
  ' class="share-bar"',
  ' hidden',
  ' style="display:none"',
  ' href="/tide?a=1&amp;b=2"',
  ' title="a > b"',
);

const { node } = fc.letrec<{ node: string; inner: string }>((tie) => ({
  inner: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    text,
    fc.constantFrom(...VOID),
    fc
      .tuple(tag, attributes, tie('inner'), fc.integer({ min: 0, max: 9 }))
      .map(([name, with_, inner, end]) => `<${name}${with_}>${inner}${end === 0 ? '' : `</${name}>`}`),
    fc.tuple(tie('inner'), tie('inner')).map(([above, beside]) => `<table>${above}<tr><td>tide</td>${beside}</tr></table>`),
  ),
}));

/** Sources of pages: nested, unclosed and misplaced tags, text in the wrong place of tables, entities, NUL and odd line ends. */
export const arbitraryPage: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(node, { maxLength: 12 }),
    fc.constantFrom('', '\ufeff', '<!DOCTYPE html>', '<html><head><title>Merrow</title></head><body>'),
  )
  .map(([nodes, head]) => head + nodes.join('\n'));
