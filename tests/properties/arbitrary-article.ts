import fc from 'fast-check';

const WORDS =
  'harbour pilot Merrow council ferry crews tide Oskar winter engine ministry quay Aldane vote glass report of the to and in was said'.split(
    ' ',
  );
const word = fc.constantFrom(...WORDS);
const sentence = fc.array(word, { minLength: 4, maxLength: 18 }).map((words) => `${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join(' '));
const heading = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => words.join(' '));
const token = fc.string({
  unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789'),
  minLength: 20,
  maxLength: 45,
});
const noise = fc.constantFrom(
  '▶ [Coinbay] Transaction fee 0% discount CODE◀',
  'Use promo code HARBOUR15 today!',
  'As an AI language model, I cannot know the tide.',
  'Ferry crews',
  'ADVERTISEMENT',
  'RELATED POSTS',
  'View all',
  'harbour-gazette.example',
  'March 3, 2024 | by Ada Quill',
  'pilots-of-merrow-vote-on-the-winter-tide',
  'Pilots of Merrow vote on the winter tide',
  '★ Ferry crews ★',
  '- a list item of the council',
  '> a quoted line',
);
const wild = fc.string({ unit: 'binary', maxLength: 40 });
/** Pieces that trip up text code: NUL, lone surrogates, zero-width and right-to-left marks, emoji, BOM, full width, odd spaces. */
const oddPiece = fc.constantFrom(
  '\0',
  '\ud83d',
  '\udd25',
  '\u200b',
  '\u200d',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\ufeff',
  '🔥',
  '👩\u200d🚀',
  'e\u0301',
  'Ｊｏｉｎ',
  'שלום',
  'مرحبا',
  '港口',
  '\u00a0',
  '\u3000',
  '\u0085',
  '\v',
  "Merrow's",
  '▶',
  '...',
  '“',
  '- ',
  '> ',
);
const odd = fc
  .array(fc.oneof(oddPiece, word), { minLength: 1, maxLength: 14 })
  .chain((pieces) => fc.constantFrom('', ' ').map((glue) => pieces.join(glue)));
const wrapped = paragraph.map((text) => text.replace(/(.{1,60})(?: |$)/gu, '$1\n').trim());
const inlineNoise = fc.tuple(sentence, token, sentence).map((parts) => parts.join(' '));
const separator = fc.constantFrom('\n\n', '\n', '\r\n\r\n', '\n \n', '\n\n\n\n', '\u2028', '\r', '\r\n', ' \n\t\n');
const line = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: noise },
  { weight: 1, arbitrary: token },
  { weight: 1, arbitrary: inlineNoise },
  { weight: 1, arbitrary: wild },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: wrapped },
);

/** Texts of articles: prose, headings, every fault we know, repeats, odd characters and odd line ends. */
export const arbitraryArticleText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(line, separator), { maxLength: 24 }), fc.array(fc.nat(), { maxLength: 6 }), fc.boolean())
  .map(([lines, repeats, titled]) => {
    const repeated = repeats.flatMap((at) => lines.slice(at % Math.max(1, lines.length)).slice(0, 1));
    const head = titled ? 'Pilots of Merrow vote on the winter tide\n\n' : '';
    return head + [...lines, ...repeated].map(([text, end]) => text + end).join('');
  });
