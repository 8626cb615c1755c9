import { listOwnTexts } from '../texts/own-texts.ts';
import type { RandomSource } from '../texts/random-source.ts';

/** UTF-16 code units of the texts that words are taken from; any. */
const OWN_LENGTH = 8800;

type Words = readonly [string, ...string[]];

const split = (text: string): Words => {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
};

/**
 * The lower-case words of our own articles that end in one of these ways: with a hundred words of each kind, articles that have nothing to do
 * with each other would share phrase upon phrase.
 */
function listOwnWords(endings: RegExp, own: Words): Words {
  const [first, ...rest] = own;
  const found = listOwnTexts(OWN_LENGTH).flatMap((text) => text.match(/(?<![\p{L}’'])[a-z]{5,12}(?![\p{L}’'])/gu) ?? []);
  return [first, ...new Set([...rest, ...found.filter((word) => endings.test(word))])];
}

const NOUNS = listOwnWords(/(?<!ed|ing|ly)$/u, ['harbour']);
const QUALITIES = listOwnWords(
  /(?:ed|ing|al|ous|ive|ful|ic|able)$/u,
  split(
    'old contested narrow crowded costly remote unfinished quiet steep public private temporary regional coastal northern southern rural ' +
      'late early unusual modest bitter careful hasty damaged empty popular obscure lengthy brief secret joint disputed generous ' +
      'ageing flooded leaking wooden stone electric digital seasonal annual municipal rival borrowed imported mild severe unpaid',
  ),
);
const ACTS = listOwnWords(
  /ed$/u,
  split(
    'approved rejected postponed inspected repaired sold closed reopened measured bought leased financed opposed welcomed questioned ' +
      'delayed shortened replaced mapped insured emptied restored surveyed abandoned renamed defended criticised praised reviewed ' +
      'cancelled extended halved doubled published withdrew studied copied moved divided rebuilt painted drained fenced photographed',
  ),
);
const PLURALS = listOwnWords(
  /(?<!s)s$/u,
  split(
    'crews pupils nurses farmers drivers tenants voters residents shareholders fishermen students lawyers doctors visitors engineers ' +
      'pensioners cyclists anglers musicians referees teachers bakers translators divers surveyors gardeners auditors rangers pilots',
  ),
);
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const UNITS = ['km', 'tonnes', 'acres', 'pounds', 'hours', 'metres', 'barrels'] as const;
const SYLLABLES = split(
  'ba del gor hem il ka lun mar nes or pel ru sten ta vik wen dro fa lis mor qui ser tol ud ver zan ard eck how ing',
);
const GIVEN = split(
  'Ada Oskar Mara Ilse Joss Pia Halden Nils Odile Tomas Greta Ivo Lena Marek Ruth Silas Vera Anton Clara Edwin',
);
const TITLES = ['', '', '', 'Dr. ', 'Senator ', 'Captain ', 'Mayor ', 'Professor '] as const;
const BODIES = ['Council', 'Shipping Co.', 'University', 'Pilots Guild', 'Trust', 'Ministry', 'Bank', 'Rovers'] as const;

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
        return `${clause}, ${this.#pick(this.#cast.people)} said`;
      case 1:
        return `“${toSentence(clause).slice(0, -1)},” said ${this.#pick(this.#cast.people)} of ${this.#pick(this.#cast.bodies)}`;
      case 2:
        return `${clause}, although ${this.#clause()}`;
      case 3:
        return `${this.#below(2) === 0 ? `${this.#when()} ` : ''}${clause}`;
      case 4:
        return `${clause}, and ${this.#pick(this.#cast.places)} ${this.#act()}`;
      default:
        return clause;
    }
  }

  #clause(): string {
    return `${this.#who()} ${this.#act()}${this.#below(3) === 0 ? ` near ${this.#pick(this.#cast.places)}` : ''}`;
  }

  #act(): string {
    const owner = this.#below(4) === 0 ? ` of ${this.#pick(this.#cast.bodies)}` : '';
    return `${this.#pick(ACTS)} ${this.#thing()}${owner}`;
  }

  #who(): string {
    const draw = this.#below(5);
    if (draw === 0) return this.#pick(this.#cast.people);
    if (draw === 1) return this.#pick(this.#cast.bodies);
    if (draw === 2) return `${this.#amount()} ${this.#pick(PLURALS)}`;
    return draw === 3 ? `the ${this.#pick(QUALITIES)} ${this.#pick(PLURALS)}` : this.#thing();
  }

  #thing(): string {
    return `the ${this.#pick(QUALITIES)} ${this.#pick(NOUNS)} ${this.#pick(NOUNS)}`;
  }

  #amount(): string {
    const number = 2 + this.#below(this.#below(3) === 0 ? 90_000 : 90);
    return this.#below(2) === 0 ? `${number}` : `${number} ${this.#pick(UNITS)} of`;
  }

  #when(): string {
    switch (this.#below(4)) {
      case 0:
        return `on ${this.#pick(DAYS)} ${this.#pick(['morning', 'night', 'at noon', 'evening'])}`;
      case 1:
        return `on ${1 + this.#below(28)} ${this.#pick(MONTHS)}`;
      case 2:
        return `in ${this.#pick(MONTHS)} ${1960 + this.#below(66)}`;
      default:
        return `at ${1 + this.#below(23)}.${10 + this.#below(49)}`;
    }
  }

  #below(limit: number): number {
    return this.#random.below(limit);
  }

  #pick<T>(values: readonly [T, ...T[]]): T {
    return this.#random.pick(values);
  }
}
