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
const inlineNoise = fc.tuple(sentence, token, sentence).map((parts) => parts.join(' '));
const separator = fc.constantFrom('\n\n', '\n', '\r\n\r\n', '\n \n', '\n\n\n\n', '\u2028', '\r');
const line = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: noise },
  { weight: 1, arbitrary: token },
  { weight: 1, arbitrary: inlineNoise },
  { weight: 1, arbitrary: wild },
);

/** Texts of articles: prose, headings, every fault we know, repeats, odd characters and odd line ends. */
export const arbitraryArticleText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(line, separator), { maxLength: 24 }), fc.array(fc.nat(), { maxLength: 6 }), fc.boolean())
  .map(([lines, repeats, titled]) => {
    const repeated = repeats.flatMap((at) => lines.slice(at % Math.max(1, lines.length)).slice(0, 1));
    const head = titled ? 'Pilots of Merrow vote on the winter tide\n\n' : '';
    return head + [...lines, ...repeated].map(([text, end]) => text + end).join('');
  });
