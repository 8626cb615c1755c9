import type { RandomSource } from '../token-model/random-source.ts';

const words = (text: string): readonly string[] => text.split(';');

const MONTHS = words('January;February;March;April;May;June;July;August;September;October;November;December');
const SHORT_MONTHS = words('Jan;Feb;Mar;Apr;Jun;Jul;Aug;Sept;Oct;Nov;Dec');
const DAYS = words('Monday;Tuesday;Wednesday;Thursday;Friday;Saturday;Sunday');
const SMALL = words('one;two;three;four;five;six;seven;eight;nine;ten;a dozen;several;at least 12;nearly 40');
const ORDINALS = words('first;second;third;fourth;fifth;sixth;seventh;last;12th;21st');

/** Everything without a name that fills a slot: numbers, dates, and lists of ordinary words. */
export const VALUE_MAKERS: Readonly<Record<string, (random: RandomSource) => string>> = {
  num: (random) => String(random.between(2, 99)),
  big: (random) =>
    random.next() < 0.5 ? `${random.between(1, 99)},${random.between(100, 999)}` : String(random.between(100, 999)),
  small: (random) => random.pick(SMALL),
  dig: (random) => String(random.between(0, 6)),
  age: (random) => String(random.between(17, 88)),
  ord: (random) => random.pick(ORDINALS),
  year: (random) => String(random.between(1950, 2026)),
  day: (random) => random.pick(DAYS),
  month: (random) => random.pick(MONTHS),
  date: (random) =>
    random.pick([
      `${random.pick(MONTHS)} ${random.between(1, 30)}`,
      `${random.between(1, 30)} ${random.pick(MONTHS)}`,
      `${random.pick(SHORT_MONTHS)} ${random.between(1, 30)}`,
      `${random.pick(SHORT_MONTHS)}. ${random.between(1, 30)}`,
    ]),
  iso: (random) =>
    `${random.between(1994, 2026)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
  money: (random) =>
    random.pick([
      `$${random.between(1, 99)}.${random.between(1, 9)} ${random.pick(['million', 'billion'])}`,
      `${random.between(2, 900)} million euros`,
      `$${random.between(2, 900)},000`,
      `£${random.between(2, 90)}m`,
      `€${random.between(2, 90)} billion`,
    ]),
  pct: (random) =>
    `${random.between(1, 60)}${random.next() < 0.5 ? `.${random.between(1, 9)}` : ''}${random.pick([' percent', ' per cent', '%', ' pct'])}`,
  dec: (random) => `${random.between(1, 200)}.${random.between(10, 99)}`,
  time: (random) => `${random.between(1, 12)}${random.pick([' a.m.', ' p.m.', 'am', 'pm', ':30 p.m.', '.15pm'])}`,
  clock: (random) => `${random.between(1, 59)}:${random.between(10, 59)}.${random.between(1, 99)}`,
  sec: (random) => `${random.between(9, 59)}.${random.between(10, 99)}`,
  set: (random) =>
    random.pick(words('6-4;6-3;7-5;7-6;6-2;6-1;4-6;3-6;6-7 \\(4-7\\);7-6 \\(7-3\\);6-0').map((set) => set.replaceAll('\\', ''))),
  score: (random) => `${random.between(0, 5)}-${random.between(0, 4)}`,
  hoop: (random) => String(random.between(78, 131)),
  role: (random) =>
    random.pick(
      words(
        'spokesman;spokeswoman;analyst;economist;lawyer;teacher;farmer;surgeon;striker;midfielder;defender;coach;trader;broker;judge;prosecutor;diplomat;senator;lawmaker;author;actor;singer;painter;director;scientist;researcher;historian;pilot;officer;detective;priest;nurse;student;activist;journalist;engineer;architect;mayor;minister;adviser;aide;negotiator;commander;chairman;chief executive;president;treasurer;manager;captain;goalkeeper;driver;cyclist;sprinter;bowler;opener;veteran;left-hander;teenager;champion;founder;curator;conductor',
      ),
    ),
  title: (random) =>
    random.pick(
      words(
        'President;Prime Minister;Foreign Minister;Defence Minister;Finance Minister;Interior Minister;Chancellor;King;Queen;Prince;Princess;General;Colonel;Captain;Major;Judge;Senator;Governor;Mayor;Ambassador;Professor;Dr;Dr.;Mr;Mr.;Mrs;Ms;Ms.;Sir;Lord;Bishop;Archbishop;Cardinal;Sheikh;Rabbi;Rev.;Sgt;Lt. Gen.;Gen.;Col.;Sen.;Rep.;Gov.;Secretary-General;Secretary of State;Chairman;Chief Executive;Coach;Inspector;Deputy Prime Minister;Vice President;Attorney General;Chief Justice;Commissioner;Admiral;Speaker;Father;Sister;Minister;Premier;Detective',
      ),
    ),
  honour: (random) => random.pick(words('Mr;Mr.;Mrs;Mrs.;Ms;Ms.;Dr;Dr.;Sir;Miss;Senator;Sen.;Rep.;Professor;Judge;Sheriff')),
  gulfTitle: (random) => random.pick(words('Sheikh;Sheik;Prince;Emir;Crown Prince;King;Sultan')),
  inning: (random) => String(random.between(10, 15)),
  post: (random) =>
    random.pick(
      words(
        'Foreign Minister;Prime Minister;President;Defence Minister;Finance Minister;Interior Minister;Deputy Prime Minister;Trade Minister;Agriculture Minister;Health Minister;ambassador;envoy;central bank governor;army chief;opposition leader;Vice President;Energy Minister;Justice Minister;Culture Minister',
      ),
    ),
  sport: (random) =>
    random.pick(
      words(
        'football;soccer;tennis;cricket;basketball;rugby;swimming;athletics;cycling;golf;baseball;ice hockey;handball;rowing;boxing;judo;volleyball;badminton;chess;sailing;skiing;fencing',
      ),
    ),
  SPORT: (random) =>
    random.pick(
      words(
        'SOCCER;TENNIS;CRICKET;BASKETBALL;RUGBY UNION;SWIMMING;ATHLETICS;CYCLING;GOLF;BASEBALL;ICE HOCKEY;BOXING;MOTOR RACING;SKIING;SQUASH;BADMINTON;RALLYING;FOOTBALL',
      ),
    ),
  good: (random) =>
    random.pick(
      words(
        'coffee;wheat;steel;oil;copper;cars;cocoa;textiles;rice;soybeans;crude oil;natural gas;gold;timber;tea;sugar;maize;fish;coal;cotton;chips;vaccines',
      ),
    ),
  crime: (random) =>
    random.pick(
      words(
        'fraud;murder;corruption;tax evasion;bribery;kidnapping;arson;treason;drug trafficking;espionage;embezzlement;manslaughter;money laundering;perjury;war crimes',
      ),
    ),
  ill: (random) =>
    random.pick(
      words('cholera;malaria;measles;a heart attack;cancer;pneumonia;a stroke;influenza;dengue fever;polio;injuries;leukaemia'),
    ),
  event: (random) =>
    random.pick(
      words(
        'fire;flood;earthquake;explosion;crash;landslide;blast;storm;collision;derailment;shooting;strike;stampede;drought;protest;raid;siege;ambush',
      ),
    ),
  thing: (random) =>
    random.pick(
      words(
        'bridge;hospital;school;factory;power plant;dam;railway line;refinery;airport;museum;library;stadium;market;mine;port;church;mosque;pipeline;prison;ferry',
      ),
    ),
  plan: (random) =>
    random.pick(
      words(
        'budget;treaty;merger;peace plan;ceasefire;trade deal;tax cut;pension reform;election;referendum;visit;strike;inquiry;takeover;reshuffle;census;summit;embargo;rescue plan',
      ),
    ),
  adjc: (random) =>
    random.pick(
      words('new;long-awaited;controversial;second;disputed;secret;draft;revised;stalled;planned;three-day;sweeping;joint'),
    ),
  said: (random) =>
    random.pick(
      words(
        'said;told reporters;said on Monday;added;announced;warned;confirmed;said in a statement;told a news conference;argued;insisted;complained;said by telephone',
      ),
    ),
  adverb: (random) =>
    random.pick(
      words(
        'Meanwhile;However;Earlier;Later;Yesterday;Still;Elsewhere;Separately;Moreover;Nevertheless;In addition;Last week;On Friday;Officially;Today;Overall;Two days later;By contrast;Ironically;Sources said',
      ),
    ),
};
