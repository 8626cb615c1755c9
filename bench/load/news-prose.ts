import type { RandomSource } from '../random-source.ts';

type Words = readonly [string, ...string[]];

const split = (text: string): Words => {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
};

const NOUNS = split(
  'harbour budget bridge school clinic market contract tunnel museum ferry lease permit court survey river forest tax hearing strike ' +
    'pipeline archive theatre vineyard quarry reservoir footpath warehouse orchestra tariff subsidy timetable lighthouse election ' +
    'inquiry audit factory island airport treaty vaccine library stadium pension fishery landfill census dam auction refund patent ' +
    'tower crossing canal depot kitchen garden laboratory telescope cable grid turbine battery ledger mortgage verdict appeal choir ' +
    'festival exhibition novel quartet marathon regatta derby coach squad striker goalkeeper season injury transfer glacier storm ' +
    'drought heatwave frost avalanche wolf heron salmon beetle orchard meadow tractor harvest wheat barley cheese bakery tavern hotel',
);
const QUALITIES = split(
  'old contested narrow crowded costly remote unfinished quiet steep public private temporary regional coastal northern southern rural ' +
    'late early unusual modest bitter careful hasty damaged empty popular obscure lengthy brief secret joint disputed generous ' +
    'ageing flooded leaking wooden stone electric digital seasonal annual municipal rival borrowed imported mild severe unpaid',
);
const ACTS = split(
  'approved rejected postponed inspected repaired sold closed reopened measured bought leased financed opposed welcomed questioned ' +
    'delayed shortened replaced mapped insured emptied restored surveyed abandoned renamed defended criticised praised reviewed ' +
    'cancelled extended halved doubled published withdrew studied copied moved divided rebuilt painted drained fenced photographed',
);
const PLURALS = split(
  'crews pupils nurses farmers drivers tenants voters residents shareholders fishermen students lawyers doctors visitors engineers ' +
    'pensioners cyclists anglers musicians referees teachers bakers translators divers surveyors gardeners auditors rangers pilots',
);
const WHENS = [
  'on Tuesday',
  'last winter',
  'in March 2024',
  'before noon',
  'after a long debate',
  'for the third time this year',
  'on 4 May',
  'within two days',
  'since the autumn',
  'late on Friday',
  'a year ago',
  'at dawn',
] as const;
const AMOUNTS = [
  '12',
  '4,500',
  '37%',
  '$2.4 million',
  'two hundred',
  '18 knots',
  '6.5 per cent',
  '€90,000',
  '1,130',
  '46 km',
] as const;
const SYLLABLES = split(
  'ba del gor hem il ka lun mar nes or pel ru sten ta vik wen dro fa lis mor qui ser tol ud ver zan ard eck how ing',
);
const GIVEN = split(
  'Ada Oskar Mara Ilse Joss Pia Halden Nils Odile Tomas Greta Ivo Lena Marek Ruth Silas Vera Anton Clara Edwin',
);
const TITLES = ['', '', '', 'Dr. ', 'Senator ', 'Captain ', 'Mayor ', 'Professor '] as const;
const BODIES = ['Council', 'Shipping Co.', 'University', 'Pilots Guild', 'Trust', 'Ministry of Tides', 'Bank', 'Rovers'] as const;

/** Who and what an article is about: invented, and its own. */
export interface Cast {
  readonly people: readonly [string, ...string[]];
  readonly places: readonly [string, ...string[]];
  readonly bodies: readonly [string, ...string[]];
}

/** A name that nobody has heard. */
function inventName(random: RandomSource): string {
  const name = Array.from({ length: 2 + random.below(2) }, () => random.pick(SYLLABLES)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function several(count: number, make: () => string): readonly [string, ...string[]] {
  return [make(), ...Array.from({ length: count - 1 }, make)];
}

export function inventCast(random: RandomSource): Cast {
  return {
    people: several(5, () => `${random.pick(TITLES)}${random.pick(GIVEN)} ${inventName(random)}`),
    places: several(4, () => inventName(random)),
    bodies: several(3, () => `${inventName(random)} ${random.pick(BODIES)}`),
  };
}

const toSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Sentences of one article, each made of parts that are drawn by themselves, so that hardly three words recur. */
export class NewsProse {
  readonly #random: RandomSource;
  readonly #cast: Cast;

  constructor(random: RandomSource, cast: Cast) {
    this.#random = random;
    this.#cast = cast;
  }

  /** Three to six sentences, no line break. */
  paragraph(): string {
    return Array.from({ length: 3 + this.#below(4) }, () => toSentence(this.#sentence())).join(' ');
  }

  heading(): string {
    return `Why the ${this.#pick(QUALITIES)} ${this.#pick(NOUNS)} matters to ${this.#pick(this.#cast.places)}`;
  }

  #sentence(): string {
    const clause = this.#clause();
    switch (this.#below(6)) {
      case 0:
        return `${clause}, ${this.#pick(this.#cast.people)} said ${this.#pick(WHENS)}`;
      case 1:
        return `“${toSentence(clause).slice(0, -1)},” said ${this.#pick(this.#cast.people)} of ${this.#pick(this.#cast.bodies)}`;
      case 2:
        return `${clause}, although ${this.#clause()}`;
      case 3:
        return `${this.#pick(WHENS)} ${clause}`;
      case 4:
        return `${clause}, and ${this.#pick(AMOUNTS)} of the ${this.#pick(PLURALS)} in ${this.#pick(this.#cast.places)} ${this.#act()}`;
      default:
        return clause;
    }
  }

  #clause(): string {
    return `${this.#who()} ${this.#act()}${this.#below(3) === 0 ? ` near ${this.#pick(this.#cast.places)}` : ''}`;
  }

  #act(): string {
    const owner = this.#below(4) === 0 ? ` of ${this.#pick(this.#cast.bodies)}` : '';
    return `${this.#pick(ACTS)} the ${this.#pick(QUALITIES)} ${this.#pick(NOUNS)}${owner}`;
  }

  #who(): string {
    const draw = this.#below(5);
    if (draw === 0) return this.#pick(this.#cast.people);
    if (draw === 1) return this.#pick(this.#cast.bodies);
    if (draw === 2) return `${this.#pick(AMOUNTS)} ${this.#pick(PLURALS)}`;
    return `the ${this.#pick(QUALITIES)} ${this.#pick(draw === 3 ? PLURALS : NOUNS)}`;
  }

  #below(limit: number): number {
    return this.#random.below(limit);
  }

  #pick<T>(values: readonly [T, ...T[]]): T {
    return this.#random.pick(values);
  }
}
