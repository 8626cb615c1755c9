/** ISO 639-1. */
const CODES = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi ' +
    'fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ' +
    'ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ' +
    'ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi ' +
    'yo za zh zu'
  ).split(' '),
);

/** Names and longer codes under which pages state some of them. */
const NAMES: ReadonlyMap<string, string> = new Map(
  [
    ['en', 'eng english englisch'],
    ['de', 'deu ger german deutsch'],
    ['fr', 'fra fre french français'],
    ['es', 'spa spanish español'],
    ['it', 'ita italian italiano'],
    ['pt', 'por portuguese português'],
    ['nl', 'nld dut dutch nederlands'],
    ['pl', 'pol polish polski'],
    ['he', 'iw'],
    ['id', 'in'],
  ].flatMap(([code = '', names = '']) => names.split(' ').map((name) => [name, code] as const)),
);

/** The ISO 639-1 code that a tag such as `de-AT`, `pt_BR` or `deu` begins with. */
export function readLanguageCode(value: string): string | undefined {
  const first =
    value
      .slice(0, 40)
      .trim()
      .toLowerCase()
      .split(/[-_,;\s]/u)[0] ?? '';
  return CODES.has(first) ? first : NAMES.get(first);
}
