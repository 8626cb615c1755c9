import type { RandomSource } from '../token-model/random-source.ts';
import { inventPlace, inventSurname } from './invent-name.ts';
import { makeNation } from './make-nation.ts';
import { makePerson } from './make-person.ts';
import { NAME_POOL } from './name-pool.ts';

/** An organisation in a sentence: its whole name, and the short one by which it is named again. */
export interface Organisation {
  readonly full: string;
  readonly short: string;
}

const words = (text: string): readonly string[] => text.split(';');

const TRADES = words(
  'Air;Energy;Motors;Steel;Foods;Media;Systems;Software;Pharma;Pharmaceuticals;Oil;Petroleum;Gas;Mining;Gold;Resources;Telecom;Communications;Networks;Electronics;Semiconductor;Chemical;Chemicals;Industries;Brands;Stores;Insurance;Life;Financial;Capital;Securities;Properties;Paper;Cement;Textiles;Airlines;Airways;Shipping;Lines;Freight;Railways;Aerospace;Robotics;Labs;Biotech;Therapeutics;Health;Hotels;Resorts;Casinos;Entertainment;Pictures;Records;Games;Publishing;Brewery;Breweries;Dairy;Sugar;Tobacco;Power;Electric;Water;Construction;Engineering;Technologies;Technology;Solar;Automotive;Tyres;Plastics;Glass',
);
const FORMS = words(
  'Inc;Inc.;Corp;Corp.;Co;Co.;Ltd;Ltd.;Plc;PLC;AG;SA;S.A.;NV;SpA;AB;ASA;Oyj;GmbH;LLC;Bhd;KK;Pty Ltd;Group;Holdings;Holding;International;Industries;Partners;& Co;& Sons;Group Plc;Holdings Ltd;Bancorp;Enterprises',
);
const SUBJECTS = words(
  'Health;Foreign Affairs;Defence;Defense;Finance;the Interior;Interior;Agriculture;Education;Justice;Energy;Trade;Transport;Labour;Environment;Tourism;Information;Home Affairs;Culture;Public Works;Mines;Commerce;Industry;Economic Planning;Fisheries;Housing;Youth and Sport;Science and Technology;Water Resources;Petroleum;Women and Children',
);
const SHORT_SUBJECTS = words(
  'Foreign;Defence;Defense;Finance;Interior;Health;Trade;Justice;Education;Energy;Transport;Agriculture;Labour;Oil;Culture;Environment;Economy;Industry;Information',
);
const FIELDS = words(
  'Human Rights;Press Freedom;Migration;Trade;Wildlife;Nuclear Safety;Cancer Research;Public Health;Aviation Safety;Consumer Affairs;Fair Trade;Statistics;Economic Research;Strategic Studies;International Affairs;Child Welfare;Maritime Safety;Land Reform;Food Safety;Space Research;Climate;Refugees;Sport;Athletics;Cycling;Swimming;Football;Chess;Teachers;Engineers;Farmers;Journalists;Miners;Nurses;Doctors;Coffee Growers;Exporters;Banks;Film;Music;Physics;Oceanography;Meteorology;Tropical Medicine;Energy;Reconciliation;Peace;Monetary Policy;Elections;Anti-Corruption',
);
const BODIES = words(
  'Commission;Council;Agency;Authority;Association;Federation;Union;Institute;Society;Committee;Board;Office;Bureau;Centre;Center;Foundation;Fund;Network;Alliance;Trust;Confederation;Organization;Organisation;Forum;League;Academy;Service',
);
const PARTIES = words(
  "National;Democratic;Social Democratic;Liberal;Conservative;Socialist;Communist;Republican;Green;Labour;Unity;Progress;Reform;People's;Workers';Christian Democratic;Islamic;Patriotic;Freedom;Justice;Agrarian;Radical;Independence;United;Popular;Civic;Renewal;Homeland",
);
const PARTY_NOUNS = words('Party;Party;Party;Front;Alliance;Union;Movement;Congress;Coalition;Bloc;League');
const GROUP_WORDS = words(
  'Liberation Army;Liberation Front;Resistance Movement;Revolutionary Front;Salvation Front;Defence Force;Brigades;Martyrs Brigade;Popular Front;Resistance Army;Mujahideen;Jihad;Volunteer Force',
);
/** Chooses one of several makers of names. */
const oneOf = (random: RandomSource, makers: readonly (() => string)[]): string => random.pick(makers)();

const initials = (name: string): string => [...name.matchAll(/\b\p{Lu}/gu)].map(([letter]) => letter).join('');

function shortenCompany(full: string): string {
  const words = full.split(' ');
  return words.length < 3
    ? (words[0] ?? full)
    : words
        .slice(0, 2)
        .join(' ')
        .replace(/ (?:Inc|Corp|Co|Ltd|&)\.?$/u, '');
}

/** A firm, real or invented. */
export function makeCompany(random: RandomSource): Organisation {
  if (random.next() < 0.4) {
    const known = random.pick(NAME_POOL.companies);
    return { full: random.next() < 0.25 ? `${known} ${random.pick(FORMS)}` : known, short: known };
  }
  const stem = (): string => (random.next() < 0.5 ? inventSurname(random) : inventPlace(random));
  const full = oneOf(random, [
    () => `${stem()} ${random.pick(FORMS)}`,
    () => `${stem()} ${random.pick(TRADES)}`,
    () => `${stem()} ${random.pick(TRADES)} ${random.pick(FORMS)}`,
    () => `${inventSurname(random)} & ${inventSurname(random)}`,
    () => `${inventSurname(random)}-${inventSurname(random)}`,
    () =>
      `${random.pick(['First', 'National', 'Royal', 'General', 'American', 'United', 'Global', 'Northern', 'Pacific', 'Standard'])} ${random.pick(TRADES)} ${random.pick(FORMS)}`,
    () => `${random.pick(TRADES)} of ${makeNation(random).country}`,
    () => `${makeNation(random).adjective} ${random.pick(TRADES)}`,
    () => stem(),
  ]);
  return { full, short: shortenCompany(full) };
}

/** A bank or brokerage. */
export function makeBank(random: RandomSource): string {
  return oneOf(random, [
    () => `Bank of ${random.next() < 0.5 ? makeNation(random).country : inventPlace(random)}`,
    () => `${inventPlace(random)} Bank`,
    () => `Central Bank of ${makeNation(random).country}`,
    () => `National Bank of ${makeNation(random).country}`,
    () => `${inventSurname(random)} Securities`,
    () => `${inventSurname(random)} & Co`,
    () => `${inventSurname(random)} Brothers`,
    () => `${inventSurname(random)} Capital Markets`,
    () => `${makeNation(random).adjective} Development Bank`,
    () => `Banco ${inventPlace(random)}`,
    () =>
      random.pick([
        'Nomura Securities',
        'Goldman Sachs',
        'Morgan Stanley',
        'Deutsche Bank',
        'UBS',
        'Credit Suisse',
        'BNP Paribas',
        'ING Barings',
        'HSBC',
        'Citibank',
        'Barclays',
        'JP Morgan',
        'Merrill Lynch',
        'Societe Generale',
        'Commerzbank',
      ]),
  ]);
}

/** A ministry or department. */
export function makeMinistry(random: RandomSource): string {
  return oneOf(random, [
    () => `Ministry of ${random.pick(SUBJECTS)}`,
    () => `${random.pick(SHORT_SUBJECTS)} Ministry`,
    () => `${random.pick(SHORT_SUBJECTS)} Department`,
    () => `Department of ${random.pick(SUBJECTS)}`,
  ]);
}

/** A body of a state or of the world, with its acronym. */
export function makeBody(random: RandomSource): Organisation {
  if (random.next() < 0.35) {
    const known = random.pick(NAME_POOL.bodies);
    return { full: known, short: random.pick(NAME_POOL.acronyms) };
  }
  const full = oneOf(random, [
    () =>
      `${random.pick(['International', 'National', 'European', 'African', 'World', 'Federal', 'Royal', 'Asian', 'State', 'Independent', 'Central', 'Inter-American', makeNation(random).adjective])} ${random.pick(FIELDS)} ${random.pick(BODIES)}`,
    () => `${random.pick(BODIES)} for ${random.pick(FIELDS)}`,
    () => `${makeNation(random).adjective} ${random.pick(BODIES)} of ${random.pick(FIELDS)}`,
    () => `${random.pick(FIELDS)} ${random.pick(BODIES)}`,
    () => `${random.pick(FIELDS)} ${random.pick(BODIES)} of ${makeNation(random).country}`,
    () =>
      `${inventPlace(random)} ${random.pick(['City Council', 'Police Department', 'Fire Department', 'County Council', 'Chamber of Commerce', 'District Court', 'High Court', 'Crown Court', 'Hospital', 'General Hospital', 'Zoo', 'Museum', 'Symphony Orchestra', 'Police', 'School Board', 'Stock Exchange', 'Airport Authority'])}`,
  ]);
  return { full, short: initials(full) };
}

/** A party. */
export function makeParty(random: RandomSource): Organisation {
  const adjective = random.pick(PARTIES);
  const full = oneOf(random, [
    () => `${adjective} ${random.pick(PARTY_NOUNS)}`,
    () => `${makeNation(random).adjective} ${adjective} ${random.pick(PARTY_NOUNS)}`,
    () => `${adjective} ${random.pick(PARTY_NOUNS)} of ${makeNation(random).country}`,
    () => `Movement for ${random.pick(['Democracy', 'Change', 'Justice', 'Unity', 'National Renewal', 'Reform'])}`,
    () => `${adjective} ${random.pick(PARTIES)} ${random.pick(PARTY_NOUNS)}`,
  ]);
  return { full, short: initials(full) };
}

/** An armed group. */
export function makeArmedGroup(random: RandomSource): Organisation {
  const full = `${random.next() < 0.6 ? makeNation(random).adjective : inventPlace(random)} ${random.pick(GROUP_WORDS)}`;
  return { full, short: initials(full) };
}

/** A university or school. */
export function makeSchool(random: RandomSource): string {
  if (random.next() < 0.35) return random.pick(NAME_POOL.schools);
  return oneOf(random, [
    () => `University of ${inventPlace(random)}`,
    () => `${inventPlace(random)} University`,
    () => `${inventPlace(random)} State University`,
    () => `${inventSurname(random)} College`,
    () => `${inventPlace(random)} Institute of Technology`,
    () => `${inventPlace(random)} High School`,
    () =>
      `${inventPlace(random)} School of ${random.pick(['Medicine', 'Economics', 'Law', 'Public Health', 'Music', 'Business'])}`,
  ]);
}

/** A paper, agency or station. */
export function makeMedia(random: RandomSource): string {
  if (random.next() < 0.45) return random.pick(NAME_POOL.media);
  return oneOf(random, [
    () =>
      `${inventPlace(random)} ${random.pick(['Times', 'Post', 'Herald', 'Gazette', 'Tribune', 'Chronicle', 'Courier', 'Echo', 'Mail', 'News', 'Star', 'Observer', 'Examiner', 'Daily News', 'Mercury'])}`,
    () => `Radio ${inventPlace(random)}`,
    () => `${inventPlace(random)} ${random.pick(['TV', 'Television', 'Radio', 'News Agency', 'News Network', 'FM'])}`,
    () => `${random.pick(['El', 'La', 'Le', 'Al', 'Die', 'Der', 'Il', 'O', 'De'])} ${inventPlace(random)}`,
    () =>
      `${makeNation(random).adjective} ${random.pick(['News Agency', 'Press Agency', 'Broadcasting Corporation', 'Television'])}`,
  ]);
}

/** A firm named after its founders. */
export function makePeopleFirm(random: RandomSource): Organisation {
  const [one, two] = [makePerson(random).last, makePerson(random).last];
  const full = oneOf(random, [
    () => random.pick(NAME_POOL.companies.filter((name) => name.includes(' & '))),
    () => `${one} & ${two}`,
    () => `${one} & ${two}`,
    () => `${one} and ${random.pick(['Sons', 'Partners', 'Company', 'Daughters', 'Brothers'])}`,
    () => `${one} & ${random.pick(['Sons', 'Partners', 'Co', 'Daughters', 'Co.', 'Associates'])}`,
    () => `${one} Brothers`,
  ]);
  return { full, short: full };
}

/** A shop or restaurant with its founder's possessive. */
export const makeShop = (random: RandomSource): string =>
  random.next() < 0.4 ? random.pick(NAME_POOL.companies.filter((name) => /^\S+'s$/u.test(name))) : `${makePerson(random).last}'s`;

const ONE_SUBJECT = SUBJECTS.filter((name) => !name.includes(' '));

/** A ministry of several subjects, with commas between the first of them. */
export function makeJointMinistry(random: RandomSource): string {
  const [one, two, three] = [random.pick(ONE_SUBJECT), random.pick(ONE_SUBJECT), random.pick(SUBJECTS)];
  const body = random.pick(['Ministry of', 'Ministry of', 'Department of', 'Department for', 'Secretariat of']);
  return random.next() < 0.7 ? `${body} ${one}, ${two} and ${three}` : `${body} ${one} and ${three}`;
}

/** A body of two subjects. */
export function makeJointCommission(random: RandomSource): string {
  const things = words(
    'Securities;Exchange;Truth;Reconciliation;Peace;Equality;Human Rights;Food;Drug;Fair Trade;Competition;Markets;Trade;Industry;Energy;Fisheries;Oceans;Culture;Health;Safety;Markets;Patents;Arms;Water;Rivers;Banking;Insurance;Aviation;Space;Monuments;Elections;Boundaries',
  );
  const place = random.next() < 0.2 ? `${makeNation(random).adjective} ` : '';
  return `${place}${random.pick(things)} and ${random.pick(things)} ${random.pick(['Commission', 'Commission', 'Administration', 'Board', 'Authority', 'Council', 'Committee', 'Agency'])}`;
}

/** A body named by what it wants. */
export function makePurposeBody(random: RandomSource): string {
  const verbs = words('Protect;Save;Defend;Free;Support;End;Stop;Promote;Honour;Ban;Restore;Prevent');
  const things = words(
    'Journalists;Whales;Landmines;Torture;Prisoners;Teachers;Wetlands;Child Labour;Nuclear Weapons;Farmers;Forests;Refugees;Animals;Monuments;Whistleblowers;Genocide',
  );
  return `${random.pick(['Committee', 'Campaign', 'Coalition', 'Alliance', 'Society', 'International Campaign', 'Movement'])} to ${random.pick(verbs)} ${random.pick(things)}`;
}
