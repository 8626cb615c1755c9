/** Letters beyond ASCII of the languages written in Latin letters, small ones; a text rarely mixes two of these sets. */
const ALPHABETS: readonly string[] = [
  'äöüß', // German
  'àâæçéèêëîïôœùûüÿ', // French
  'áéíñóúüªº', // Spanish
  'áâãàçéêíóôõúü', // Portuguese
  'àèéìíîòóùú', // Italian
  'àçèéíïòóúü·', // Catalan
  'åäöé', // Swedish, Finnish
  'æøåéòôó', // Danish, Norwegian
  'áæðéíóöúýþ', // Icelandic
  'ëïéèöüêá', // Dutch
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'áéíóöőúüű', // Hungarian
  'ăâîșțşţ', // Romanian
  'čćđšž', // Croatian, Slovene
  'ąčęėįšųūž', // Lithuanian
  'āčēģīķļņšūž', // Latvian
  'äõöüšž', // Estonian
  'çğıöşüâîû', // Turkish
  'ëç', // Albanian
  'ċġħżàèéìòù', // Maltese
  'ŵŷâêîôûàáéíóú', // Welsh, Irish
];

/** Letters that a text puts together and no alphabet has: 0 when all could be of one language. Vietnamese has too many to tell. */
export function countStrangers(text: string): number {
  const letters = new Set<string>();
  for (const character of text)
    if (character > '\x7f' && /\p{Script=Latin}/u.test(character)) letters.add(character.toLowerCase());
  if (letters.size === 0) return 0;
  return Math.min(...ALPHABETS.map((alphabet) => [...letters].filter((letter) => !alphabet.includes(letter)).length));
}
