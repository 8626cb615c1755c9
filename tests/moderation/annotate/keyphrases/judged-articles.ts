import { readFileSync } from 'node:fs';

/** An invented article, five things that a reader would say it is about, and phrases that say nothing of it. */
export interface JudgedArticle {
  readonly name: string;
  readonly text: string;
  /** Each as the forms that would do. */
  readonly expected: readonly (readonly string[])[];
  readonly never: readonly string[];
}

const ROOT = new URL('../../../../', import.meta.url);
const readText = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const forms = (...phrases: readonly string[]) => phrases.map((phrase) => phrase.split('|'));

const BRIDGE = `The council of Vell has approved a toll on the old swing bridge. From June, lorries will pay four crowns for each crossing, and the money will go into a repair fund. Hauliers say that the bridge toll will drive them to the coastal road, which runs past two schools.`;

const BEES = `Beekeepers in the Sunder Isles lost a third of their hives last winter, according to a survey by the Beekeepers Union. A mite that came with imported queens is blamed for most of the losses. The union wants imports of queens to stop until a test for the mite is ready.`;

const STRIKE = `Port pilots walk out

Harbour pilots in Port Aldane began a strike on Monday over night shifts. Twelve freighters waited outside the breakwater, and the port authority asked the government to step in. The pilots' guild says that night shifts have doubled since the last contract.`;

/** Articles of the golden set, the examples and three short texts, judged before the finder was tuned. */
export const JUDGED_ARTICLES: readonly JudgedArticle[] = [
  {
    name: 'ice core',
    text: readText('examples/01-ice-core.txt'),
    expected: forms('ice core|core', 'mount tessel', 'layers|layer', 'glacier|glaciers', 'university of orlaberg|orlaberg'),
    never: ['wednesday', 'results', 'year', 'years', 'study'],
  },
  {
    name: 'night train',
    text: readText('examples/02-night-train.txt'),
    expected: forms(
      'night train|night trains',
      'velmora railways',
      'sleeping cars|sleeping car',
      'parliament of velmora|parliament',
      'grauwick',
    ),
    never: ['tuesday', 'percent', 'day', 'years'],
  },
  {
    name: 'cup final',
    text: readText('examples/03-cup-final.txt'),
    expected: forms(
      'port amsel',
      'national cup|national football cup',
      'penalties|nineteen penalties',
      'dynamo rastow|dynamo',
      'final|goalless final|cup final',
    ),
    never: ['saturday', 'minutes', 'time', 'told'],
  },
  {
    name: 'harbour register',
    text: readText('tests/golden/harbour-register/cleaned.txt'),
    expected: forms('harbour court', 'permit|mooring', 'jetty|northern jetty|southern jetty', 'aldane rovers', 'merrow pilots'),
    never: ['days', 'saturday', 'sunday', 'week'],
  },
  {
    name: 'fish protein',
    text: readText('tests/golden/fish-protein/cleaned.txt'),
    expected: forms('protein', 'ice', 'northern fjords|fjords', 'spotted eelpout|fish', 'station of skarvik|skarvik|station'),
    never: ['nobody', 'trade', 'everybody', 'mskvltgqrwehndafypicklmrtqegsavwhhkdnfpylirtcqemgsvkawdlnpr'],
  },
  {
    name: 'crypto report',
    text: readText('tests/golden/crypto-report/cleaned.txt'),
    expected: forms(
      'crypto exchanges|exchanges|crypto exchange',
      'regulator',
      'deposit bonus|bonus|welcome bonus|free bonuses',
      'casino',
      'customers|trading fees',
    ),
    never: ['people', 'day', 'january'],
  },
  {
    name: 'phishing warning',
    text: readText('tests/golden/phishing-warning/cleaned.txt'),
    expected: forms(
      'savings bank|harbour bank|bank',
      'text messages|messages',
      'refund|refunds',
      'merrow|savings bank of merrow',
      'codes|code',
    ),
    never: ['friday', 'people', 'number'],
  },
  {
    name: 'casino inquiry',
    text: readText('tests/golden/casino-inquiry/cleaned.txt'),
    expected: forms(
      'casinos',
      'crypto exchange|crypto exchanges',
      'coinhaven',
      'bonus codes|welcome bonus|bonus',
      'gambling authority|inquiry|commission of inquiry',
    ),
    never: ['monday', 'report', 'pages'],
  },
  {
    name: 'interview',
    text: readText('tests/golden/interview/cleaned.txt'),
    expected: forms(
      'rope|ropes|rope maker',
      'ansel brode',
      'white rope|hemp',
      'merrow ferries|ferries',
      'workshop|yachts|bridge',
    ),
    never: ['happens', 'friday', 'august', 'course'],
  },
  {
    name: 'chatbot essays',
    text: readText('tests/golden/chatbot-essays/cleaned.txt'),
    expected: forms(
      'essay|essays',
      'chatgpt|chatbot|chatbot chatgpt',
      'quayside school|quayside school of merrow',
      'language model|large language model|ai language model',
      'larkin|odo larkin|pupils|pupil',
    ),
    never: ['begins', 'words', 'line'],
  },
  {
    name: 'news of advertising',
    text: readText('tests/golden/news-of-advertising/cleaned.txt'),
    expected: forms(
      'newsletter|newsletters',
      'harbour office|office',
      'island papers|papers',
      'shipping line',
      'cookies|advertisements|harbour master|subscribers',
    ),
    never: ['why', 'march', 'year'],
  },
  {
    name: 'a bridge, one paragraph',
    text: BRIDGE,
    expected: forms(
      'swing bridge|old swing bridge|bridge toll|bridge',
      'toll',
      'repair fund',
      'lorries|hauliers',
      'coastal road|council of vell|vell',
    ),
    never: ['june', 'say', 'money', 'pay'],
  },
  {
    name: 'bees, one paragraph',
    text: BEES,
    expected: forms(
      'sunder isles',
      'beekeepers union|union|beekeepers',
      'mite',
      'imported queens|queens|imports of queens',
      'hives|losses',
    ),
    never: ['winter', 'third', 'test'],
  },
  {
    name: 'a strike, two paragraphs',
    text: STRIKE,
    expected: forms(
      'harbour pilots|port pilots|pilots',
      'night shifts',
      'port aldane',
      'strike',
      "port authority|pilots' guild|pilots’ guild|freighters",
    ),
    never: ['monday', 'began', 'last contract'],
  },
];
