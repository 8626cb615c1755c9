import { isName } from './is-name.ts';

/** Words of a caption with its credit; a longer block is a paragraph that names a picture. */
const MAX_CAPTION_WORDS = 70;
/** Words behind a label such as "Photo:". */
const MAX_LABELLED_WORDS = 45;
/** UTF-16 code units before the colon of a label, at the end of a line in which its credit stands, and of a caption. */
const MAX_LABEL = 32;
const CREDIT_REACH = 120;
const MAX_CAPTION = 1000;

/** Labels behind which the picture itself may be told. */
const PICTURES = new Set([
  ...['photo', 'photograph', 'picture', 'image', 'file photo', 'screenshot', 'image caption', 'photo caption', 'caption'],
  ...['foto', 'bild', 'symbolbild', 'archivbild', 'symbolfoto', 'archivfoto', 'titelbild', 'bildunterschrift'],
  ...['photographie', 'légende', 'imagen', 'fotografía', 'pie de foto', 'immagine', 'didascalia', 'imagem', 'legenda'],
  ...['afbeelding', 'beeld', 'zdjęcie', 'fot.', 'kuva', 'bilde', 'billede'],
]);
/** Labels behind which only names stand. */
const CREDITS = new Set([
  ...['credit', 'credits', 'photo credit', 'photo credits', 'image credit', 'image credits', 'picture credit', 'courtesy'],
  ...['photos', 'photographs', 'pictures', 'images', 'photo by', 'photos by', 'picture by', 'pictures by', 'image by'],
  ...['photo courtesy', 'image courtesy', 'photo source', 'image source', 'picture source', 'source image', 'source photo'],
  ...['source picture', 'image copyright', 'photo copyright', 'photography', 'photographer', 'illustration', 'illustrations'],
  ...['illustrator', 'graphic', 'graphics', 'cartoon', 'artwork', 'video still', 'handout'],
  ...['fotos', 'bilder', 'bildnachweis', 'bildnachweise', 'bildquelle', 'bildrechte', 'bildcredit', 'fotocredit', 'fotocredits'],
  ...['fotonachweis', 'fotoquelle', 'fotograf', 'fotografin', 'foto von', 'grafik', 'karikatur', 'quelle bild'],
  ...['crédit', 'crédits', 'crédit photo', 'crédits photo', 'crédits photos', 'crédit image', 'photo crédit', 'dessin'],
  ...['infographie', 'photographe', 'imágenes', 'crédito', 'créditos', 'foto de', 'fotos de', 'fotógrafo', 'fotógrafa'],
  ...['crédito de la imagen', 'fuente de la imagen', 'ilustración', 'crediti', 'foto di', 'illustrazione', 'fotografo'],
  ...['crédito da imagem', 'crédito da foto', 'ilustração', 'fotocredito', 'bron foto', 'autor zdjęcia', 'źródło zdjęcia'],
]);
const SOURCES = new Set(['source', 'quelle', 'fuente', 'fonte', 'bron', 'źródło', 'via']);
/** Agencies that sell pictures and nothing else. */
const PICTURE_AGENCY =
  /^(?:getty(?: images)?|shutterstock|unsplash|pixabay|pexels|istock(?:photo)?|alamy|imago|picture alliance|adobe stock|wikimedia(?: commons)?|flickr|depositphotos|freepik)\b/iu;

/** "Photograph by Ada Quill", "Image courtesy of the Merrow Museum". */
const BY =
  /^[([]?(?:(?:photo(?:graph)?(?:s|ed|y)?|pictures?|images?|illustrat(?:ions?|ed)|photo illustration|fotos?|fotografías?|bild(?:er)?|photographies?)\s(?:by|courtesy(?: of)?|von|vom|par|de|di|por|door|via)|courtesy of|photo\/)\s?([^\s].{0,200})$/iu;
/** Credits behind what the picture shows: the part that has to be names is captured. */
const BEHIND = [
  /[([](?:[\p{L}.]{2,20}[\s/]){0,3}(?:photo|photograph|picture|image|credit|foto|bild|crédit|imagen|fotografía)s?(?:[\s/](?:credit|crédit|courtesy|archive))?(?:\s?[:/©]|\s(?:by|von|par|por|de|courtesy))\s?([^()[\]]{2,80})[)\]]\.?$/iu,
  /(?:[.!?…"”»|/–—]|\s-)\s(?:(?:photo|image|picture|foto|bild)(?: credit)?|credits?|crédits?(?: photo)?|imagen|bildnachweis|bildquelle)\s?(?:[:©]|\.{3})\s?([^:]{2,80})$/iu,
  /[.!?"”»]\s\(([^()]{0,40}(?:AP|AFP|EPA|EFE|Reuters|Getty Images|dpa|picture alliance)(?:\s?(?:via|\/)\s?[^()]{2,40})?)\)$/u,
  /^©?\s?(\p{Lu}[^.!?:;]{2,50}\/\s?(?:AP|AFP|EPA|EFE|Reuters|Getty(?: Images)?|dpa|picture alliance|Shutterstock|Unsplash|iStock|Alamy|Imago))$/u,
  /[.!?]\s(?:photo|photograph|picture|image|foto)s? (?:by|courtesy of|von|de) ([^.:]{2,60})\.?$/iu,
  /[.!?]\s©\s?(\p{L}[^.:]{1,60})$/u,
];
const KIND_BEHIND =
  /\S\s\((?:file(?: photo)?|library photo|symbolbild|symbolfoto|archivbild|archivfoto|archives?|photo d'archives|foto de archivo|imagen de archivo)\)$/iu;

/** What every credit holds; most paragraphs end without, and need no closer look. */
const MAY_CREDIT = /[:/©)]|\.{3}|photo|picture|image|foto/iu;

/** Words in the list, or the words of a single picture behind its label. */
function isLabelled(text: string, words: number, isFirst: boolean): boolean {
  const label = /^[([]?([^:©]{2,32}?)\s?[:©]\s?(?=\S)/u.exec(text.slice(0, MAX_LABEL + 4));
  if (!label || words > MAX_LABELLED_WORDS) return false;
  const name = label[1]?.toLowerCase() ?? '';
  const rest = text.slice(label[0].length);
  if (SOURCES.has(name)) return PICTURE_AGENCY.test(rest);
  // "Photo: a storm breaks the pier" may be the title, when it is the first line.
  return (PICTURES.has(name) && !isFirst) || ((PICTURES.has(name) || CREDITS.has(name)) && isName(rest));
}

/** "Image source, Getty Images", as some sites write. */
function isListed(text: string): boolean {
  return /^image (?:source|caption|copyright),\s?\S/iu.test(text.slice(0, MAX_LABEL));
}

function hasCreditBehind(text: string): boolean {
  const end = text.slice(-CREDIT_REACH);
  if (!MAY_CREDIT.test(end)) return false;
  return KIND_BEHIND.test(end) || BEHIND.some((form) => isName(form.exec(end)?.[1] ?? ''));
}

/**
 * True for the caption of a picture or its credit: "Photo: Ada Quill", "(Credit: …)", "Photograph by …", or a line that
 * ends in such a credit. `isFirst`: nothing stands above, so a line may be a title.
 */
export function isCaption(text: string, words: number, isFirst: boolean): boolean {
  if (words === 0 || words > MAX_CAPTION_WORDS || text.length > MAX_CAPTION) return false;
  if (isLabelled(text, words, isFirst) || isListed(text)) return true;
  return isName(BY.exec(text)?.[1] ?? '') || hasCreditBehind(text);
}
