/** What is seen on the surface of a line, with the characters that show it. */
export interface Sign {
  readonly name: PromoSign;
  readonly excerpt: string;
}

export const PROMO_SIGNS = [
  'link',
  'sly_link',
  'lonely_link',
  'handle',
  'code',
  'phone',
  'premium_number',
  'rate',
  'money',
  'shout',
  'emoji',
  'capitals',
  'capitals_again',
  'disguise',
  'styled',
  'piped',
] as const;
export type PromoSign = (typeof PROMO_SIGNS)[number];

/** UTF-16 code units; an advert shows what it is by then. */
const MAX_TEXT = 1500;

const LINK =
  /https?:\/\/?\s?\w[^\s<>"]{2,300}|\bwww\.\s?\w[^\s<>"]{2,200}|\b[tvs]\.(?:me|ly|gd|id)\/[^\s<>"]{1,200}|\b[a-z\d][a-z\d-]{1,40}\.(?:com|net|org|co\.uk|co|info|biz|tv|ru|io|me|ly|gg|gl|gd|cc|to|ai|us|eu|club|online|site|shop|store|xyz|top|app|ltd|link|live|pro|vip|win|bet|de|fr|es|it|nl|in)\b(?:\/[^\s<>"]{0,200})?/giu;
const SLY_HOST =
  /\b(?:bit\.ly|t\.me|telegram\.me|wa\.me|chat\.whatsapp\.com|discord\.gg|amzn\.to|tinyurl\.com|goo\.gl|ow\.ly|rb\.gy|cutt\.ly|is\.gd|v\.gd|tiny\.cc|shorturl\.at|t\.ly|s\.id|lnk\.to|smarturl\.it|hyperurl\.co|page\.link|adf\.ly|clck\.ru|linktr\.ee|swagbucks\.com|teespring\.com|kickstarter\.com|indiegogo\.com|gofundme\.com|patreon\.com|onlyfans\.com|twitch\.tv|ebay\.\w{2,3}\/itm|aliexpress\.com|play\.google\.com\/store|apps\.apple\.com|surveymonkey\.com|change\.org\/p|4shared\.com|mediafire\.com|dextools\.io|facebook\.com\/pages)(?=[/?]|\b)/iu;
const SLY_QUERY = /[?&](?:ref|rb|aff|aff_?id|affiliate|partner|referr?al|referrer|invite|promo|promocode|coupon|_trksid)=/iu;
const EMBEDDED = /\b(?:youtu\.be|youtube\.com|twitter\.com|x\.com|instagram\.com|tiktok\.com|vimeo\.com|pic\.twitter\.com)\b/iu;
const HANDLE = /[\w.+-]{1,64}@[a-z\d-]{1,60}(?:\.[a-z\d-]{2,24}){1,3}|(?:^|[^\p{L}\p{N}.])@[a-z][\w.]{3,31}\b/iu;
const CODE =
  /(?:\b(?:code|c[óo]digo|codice|cupom|cup[óo]n|kod)|(?:^|[^\p{L}])(?:[Cc]ode|(?:[Gg]utschein|[Rr]abatt|[Aa]ktions|[Kk]ortings|[Rr]abatt-|[Gg]utschein-)[Cc]ode|[Пп]ромокод(?:у|ом|а)?|[Pp]romocode))\s?[:-]{0,2}\s?["“„«]?\s?(?=[A-Z\d]{0,19}[A-Z])[A-Z\d]{4,20}\b|["“][A-Z][A-Z\d ]{3,20}["”]/u;
const RATE =
  /\b\d{2,3}\s?p(?:pm|pw|p|x\d|\/|(?=\s?per\s)|week)|\b\d{1,3}p\/?(?:msg|min|text|txt|tone|mt|sms|day)|[£€$]\s?\d{1,2}(?:[.,:]\s?\d{1,2})?\s?(?:\/\s?(?:msg|wk|week|mt|min|pm|mnth|month|pole|text|txt|sms)|p?per\s?(?:msg|week|wk|min|text|pole)|pm\b|perw|sub\b)|\b\d{1,2}gbp\b/iu;
const PHONE =
  /(?:^|[^\d.,/£$€-])(\+\d{1,3}(?:[ .-]\d{1,4}){3,6}|0\d(?:[ .]\d\d){4}|\+?\d{1,4}[ -]?\d{2,5}[ -]?\d{2,8}[ -]?\d{0,5})(?![\d%])/gu;
const PREMIUM = /^0?(?:9\d|87|84|44871|44870)/u;
const MONEY =
  /[£$€₹₽]\s?\d|\b\d[\d.,]{0,11}\s?(?:[£$€₹₽💵]|(?:usd|usdt|eth|btc|gbp|euros?|dollars?|pounds?|bucks|руб|рублей|рубля|долларов|грн)(?![\p{L}]))/iu;
const SHOUT = /!\s?!|>>|(?:^|\s)(?:now|today|here)\s?!|[▶◀★☆✅✨➡👉🔥💰🎁🚀💸🤑💎🏆❤]/iu;
const EMOJI = /\p{Extended_Pictographic}/gu;
const CAPITALS =
  /\b(?:FREE|FREEMSG|WIN|WON|WINNER|URGENT|CLAIM|PRIZE|CASH|GUARANTEED|NOW|CALL|TXT|TEXT|STOP|PRIVATE|CONGRATULATIONS|CONGRATS|BONUS|LIVE|SEX|CHECK|SUBSCRIBE|PLEASE|DISCOUNT|SALE|LIMITED|OFFER|DM|LEGIT|ONLY)\b/gu;
/** A letter of one alphabet that looks like one of the other, beside a letter of that. */
const MIXED =
  /[aceikmopuxyhtbr\u03b1\u03b5\u03bf\u03c1\u03c5][\u0400-\u04ff]|[\u0400-\u04ff][aceikmopuxyhtbr\u03b1\u03b5\u03bf\u03c1\u03c5]|[a-z][\u0370-\u03ff]|[\u0370-\u03ff][a-z]|[\u0400-\u04ff][\u1d00-\u1d7f\u0250-\u02af]|[\u1d00-\u1d7f][\u0400-\u04ff]/iu;
const HIDDEN = /[a-z\u0400-\u04ff][\u200b\u2060\u2061-\u2064\ufeff][a-z\u0400-\u04ff]/iu;
/** Key words parted by bars, as no sentence is. */
const PIPED = /[^\s|•·]\s{0,2}[|•·]\s?[^|•·\n]{2,60}\s?[|•·]\s{0,2}[^\s|•·]/u;
const STYLED = /[\u{1d400}-\u{1d7ff}\u24b6-\u24e9\u{1f130}-\u{1f189}\uff21-\uff3a\uff41-\uff5a]{3}/u;
const NUMBER_LIKE = /^[\d.,:/-]+$/u;

/** Nothing of this in a text: no sign but capitals can stand in it. */
const ANY =
  /[@£$€₹₽!>/|•·]|\d{2}|[.][a-z]{2}|code|codi|kod|cup|["“][A-Z]|now|today|[^\t-\u024f\u2010-\u2026\s]|[\u200b\u2060-\u2064\ufeff]/iu;

/** Signs that need no phrase beside them: addresses, rates, long numbers, letters that do not belong together. */
const MAY_SIGN =
  /\/\/|www\.|\.[a-z]{2,4}\/|\d{9}|\dp[p/]|[a-z][\u0370-\u04ff]|[\u0370-\u04ff][a-z]|[\u1d00-\u1d7f\u200b\u2060-\u2064\ufeff\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}]|@[a-z]|.!!/iu;

/** True when a text without any phrase of an advert may still show signs of one. */
export function maySign(text: string): boolean {
  return MAY_SIGN.test(text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text);
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, '');
}

function readPhone(text: string): Sign | undefined {
  for (const [, number = ''] of text.matchAll(PHONE)) {
    const digits = digitsOf(number);
    if (digits.length < 9 || digits.length > 13) continue;
    if (PREMIUM.test(digits) && digits.length >= 10) return { name: 'premium_number', excerpt: number };
    if (digits.startsWith('0') || number.startsWith('+') || digits.length >= 10) return { name: 'phone', excerpt: number };
  }
  return undefined;
}

/** Words that mix alphabets or hide characters without a width inside. */
function findDisguised(text: string): readonly string[] {
  return text.split(/[\s\p{P}]+/u).filter((word) => word.length < 60 && (MIXED.test(word) || HIDDEN.test(word)));
}

function readLinks(text: string): readonly Sign[] {
  const links = [...text.matchAll(LINK)].map(([link]) => link).filter((link) => !NUMBER_LIKE.test(link));
  const first = links[0];
  if (first === undefined) return [];
  const isEmbedded = links.every((link) => EMBEDDED.test(link) && !SLY_QUERY.test(link));
  if (isEmbedded) return [];
  const sly = links.find((link) => SLY_HOST.test(link) || (SLY_QUERY.test(link) && !EMBEDDED.test(link)));
  const rest = links.reduce((left, link) => left.replace(link, ''), text);
  const isLonely = !/\p{L}{3}/u.test(rest);
  return [
    { name: 'link', excerpt: first },
    ...(sly === undefined ? [] : [{ name: 'sly_link', excerpt: sly } as const]),
    ...(isLonely ? [{ name: 'lonely_link', excerpt: first } as const] : []),
  ];
}

function readFirst(name: PromoSign, pattern: RegExp, text: string): readonly Sign[] {
  const found = pattern.exec(text);
  return found ? [{ name, excerpt: found[0].trim() }] : [];
}

function readCounted(name: PromoSign, found: readonly string[], needed: number): readonly Sign[] {
  return found.length >= needed ? [{ name, excerpt: found.slice(0, 3).join(' ') }] : [];
}

/** Links, numbers, sums, codes, marks and disguises in a text: each sign once. Linear. */
export function readSigns(whole: string): readonly Sign[] {
  const text = whole.slice(0, MAX_TEXT);
  const words = [...new Set(text.match(CAPITALS) ?? [])];
  const capitals = [...readCounted('capitals', words.slice(0, 1), 1), ...readCounted('capitals_again', words.slice(1), 1)];
  if (!ANY.test(text)) return capitals;
  const phone = readPhone(text);
  return [
    ...capitals,
    ...readLinks(text),
    ...readFirst('handle', HANDLE, text),
    ...readFirst('code', CODE, text),
    ...(phone ? [phone] : []),
    ...readFirst('rate', RATE, text),
    ...readFirst('money', MONEY, text),
    ...readFirst('shout', SHOUT, text),
    ...readCounted('emoji', text.match(EMOJI) ?? [], 3),
    ...readCounted('disguise', findDisguised(text), 2),
    ...readFirst('styled', STYLED, text),
    ...readFirst('piped', PIPED, text),
  ];
}
