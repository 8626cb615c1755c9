import type { RandomSource } from '../token-model/random-source.ts';

/** Syllables of names that sound of a region of the world but name nothing. */
interface Sound {
  readonly first: readonly string[];
  readonly middle: readonly string[];
  readonly surname: readonly string[];
  readonly place: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

const SOUNDS: readonly Sound[] = [
  {
    first: words('Al Bar Bram Car Cal Dal El Fen Gar Hal Har Ken Lang Mar Mel Nor Os Pem Rad Sel Stan Thorn Wal Wex Whit Wyn'),
    middle: words('den er in ing le low mer o or ow'),
    surname: words('bury by croft dale field ford ham hurst ley low man more ridge son stone thorpe ton well wick worth'),
    place: words('bourne bridge bury by combe dale field ford ham haven ley mouth port stead ton ville wick'),
  },
  {
    first: words('Bel Bor Dob Dra Gor Gri Kal Kor Kra Luk Mal Mil Niv Ost Pav Rad Sav Stan Tar Vel Vor Yar Zhel Zor'),
    middle: words('a ak an av el en i in o ol os'),
    surname: words('chenko chuk dze enko escu ev evic ic inski ko kov lov nik ova sky skaya ski vich yan'),
    place: words('burg dar gorod grad gorsk ice in ka kov nik ov ovo sk stan vac yn'),
  },
  {
    first: words('Al Am Ben Bor Cal Car Cas Del Fer Gal Lor Mal Mar Mon Or Pal Per Ro Sal San Tor Val Ver Vil'),
    middle: words('a al am an ar el en er i in o on'),
    surname: words('ano antes ares as ella elli era ero es ez ino ini ira iz oni osa oso otti ucci'),
    place: words('a ada al ana ara eda ena era ia illa ino ola ona osa uela'),
  },
  {
    first: words('A Ba Bo Da E Fa Ka Ke Ki Ko Li Ma Mbe Mo Mu Na Nde Nko O Ru Sa Si Ta Te Tshi U Wa Ya Zu'),
    middle: words('ba bo da di ga ka ki la le lo ma mba mu na nga ni ra sa si to wa'),
    surname: words('ba di di ga ka kwe la le lo mba mbo na nda ndo nga ngo ni ra re sa to wa wo ye'),
    place: words('ba di ga kasa koro la lo mba na ngo ni ra so to wa we ya za'),
  },
  {
    first: words('Aj Ak Ba Bha Cha De Ga Gu Ha Ja Ka Kha Ma Na Pra Ra Ru Sa Sha Su Ta Va Vi Ya Za'),
    middle: words('ha i ka la li ma mi na ni ra ri sa shi ti va'),
    surname: words('dar desh ji kar khan lal mani nath pal raj rao shah swamy tri wala wardhan yan'),
    place: words('abad ganj garh gaon kot nagar pet pur puram stan tal wal'),
  },
  {
    first: words(
      'Ada Aki Chi Fuji Hara Hiro Ishi Kawa Ki Kuro Mae Matsu Mina Mori Naga Naka Oka Saka Shima Taka Tomo Yama Yoshi',
    ),
    middle: words('da ga hi ka ki ma mi mo na no ra ri shi ta to ya'),
    surname: words('da gawa hara hashi i kawa ki ma moto mura no oka saki shita ta uchi yama zawa'),
    place: words('hama hara jima kawa mura oka saka shima ta yama zaki'),
  },
  {
    first: words('Ab Ah Am Az Bas Dah Fah Far Gha Ha Hak Jab Ka Kha Maj Mas Na Naj Qa Ra Sa Sha Ta Wa Ya Za'),
    middle: words('a ah ar di id if im ir iz ou'),
    surname: words('awi bi di dani hi ib id im iri isi lani mi oudi ri san wani zi'),
    place: words('a abad an bad ah dariya fa ira iya kuk mah ra run siya ya'),
  },
  {
    first: words('Al As Bjor Ek Ell Fal Grön Gus Hal Hag Hel Jor Kar Lind Lund Mag Nor Ost Sand Sten Sund Ulf Vik'),
    middle: words('a e en er i in o'),
    surname: words('berg dahl en feldt gaard gren holm kvist lund mann nen qvist rud sen son stad ström vik'),
    place: words('borg by dal fors gård havn holm köping lund nes sund stad torp vik å'),
  },
];

const SHORT_NAMES = words(
  'Ba Bai Bao Chae Cho Dae Dong Duk Fei Gai Gok Gun Hae Hai Hak Huo Hwan Jia Jin Jo Kai Kuk Kwang Lai Lei Mei Min Mok Nam Pei Pyo Qing Rong Ru Sang Seok Shan Shu Tae Tong Uhm Wei Wen Xin Yeo Ying Yun Zhen',
);

function compose(random: RandomSource, sound: Sound, endings: readonly string[]): string {
  const middle = random.next() < 0.3 ? random.pick(sound.middle) : '';
  return (random.pick(sound.first) + middle + random.pick(endings)).replace(/(.)\1\1/gu, '$1$1');
}

/** A surname that nobody is known by. */
export function inventSurname(random: RandomSource): string {
  if (random.next() < 0.06) return `${random.pick(['Mc', 'Mac', "O'", 'De ', 'Van ', 'Di '])}${inventSurname(random)}`;
  const sound = random.pick(SOUNDS);
  return compose(random, sound, sound.surname);
}

/** A given name that nobody is known by. */
export function inventGiven(random: RandomSource): string {
  const sound = random.pick(SOUNDS);
  return compose(random, sound, random.pick([sound.middle, ['a', 'el', 'en', 'ia', 'in', 'is', 'o', 'on', 'us', 'y']]));
}

/** A syllable as names of East Asia are made of. */
export const inventSyllable = (random: RandomSource): string => random.pick(SHORT_NAMES);

/** A place that is on no map. */
export function inventPlace(random: RandomSource): string {
  const sound = random.pick(SOUNDS);
  const place = compose(random, sound, sound.place);
  const chance = random.next();
  if (chance < 0.04)
    return `${random.pick(['New', 'Port', 'San', 'Santa', 'Saint', 'St', 'Fort', 'Mount', 'El', 'Al', 'Nova', 'Bad'])} ${place}`;
  if (chance < 0.07)
    return `${place} ${random.pick(['City', 'Bay', 'Falls', 'Springs', 'Beach', 'Heights', 'Town', 'Hills', 'Park'])}`;
  if (chance < 0.08)
    return `${place}-${random.pick(['on-Sea', 'le-Grand', 'sur-Mer', 'am-See', `${random.pick(sound.first)}an`])}`;
  return place;
}
