import { isName } from './is-name.ts';

/** Words of a caption with its credit; a longer block is a paragraph that names a picture. */
const MAX_CAPTION_WORDS = 70;
/** Words behind a label such as "Photo:". */
const MAX_LABELLED_WORDS = 45;
/** UTF-16 code units at the end of a line in which its credit stands. */
const CREDIT_REACH = 120;

const PICTURE =
  'photo|photograph|picture|pic|image|illustration|graphic|cartoon|artwork|screenshot|file photo|handout|foto|fotografie|bild|grafik|symbolbild|archivbild|symbolfoto|archivfoto|photographie|dessin|infographie|imagen|fotografía|ilustración|immagine|illustrazione|fotografia|imagem|ilustração|afbeelding|beeld|zdjęcie|fot\\.|kuva|bilde|billede';
const CREDIT =
  'credits?|(?:photo|image|picture|video)s? (?:credits?|source|courtesy(?: of)?|by)|source (?:image|photo|picture)|(?:photo|image|picture)credits?|bildnachweise?|bildquelle|bildrechte|fotocredit|fotonachweis|fotoquelle|fotograf(?:in)?|bild-?credit|crédits?(?: photos?)?|photo crédit|fotógraf[oa]|crédito(?: de la imagen| da imagem| da foto)?s?|créditos|foto de portada|foto:?s? cortesía|crediti|autor zdjęcia|źródło zdjęcia|fotocrediti';

/** "Photo: Ada Quill", "Foto © dpa". */
const LABELLED = new RegExp(`^[(\\[]?(?:(${PICTURE})|(${CREDIT}|(?:${PICTURE})s))\\s?[:©]\\s?(\\S.{0,400})$`, 'iu');
/** "Photograph by Ada Quill". */
const BY =
  /^[([]?(?:photo(?:graph)?(?:s|ed|y)?|pictures?|images?|illustrations?|fotos?|fotografías?|bild(?:er)?|photographies?)\s(?:by|courtesy(?: of)?|von|vom|par|de|di|por|door|via)\s(\S.{0,200})$/iu;
/** "… at Merrow. (AP Photo/Ada Quill)", "… | Foto: dpa", "… Credit: Ada Quill". */
const BEHIND = [
  /[([](?:[\p{L}.]{2,20}[\s/]){0,3}(?:photo|photograph|picture|image|credit|foto|bild|crédit|imagen|fotografía)s?(?:[\s/](?:credit|crédit|courtesy|archive))?(?:\s?[:/©]|\s(?:by|von|par|por|de|courtesy))\s?[^()[\]]{2,80}[)\]]\.?$/iu,
  /(?:[.!?…"”»|–—]|\s-)\s(?:(?:photo|image|picture|foto|bild)\s?(?:credit)?|credits?|crédits?(?: photo)?|imagen|bildnachweis|bildquelle)\s?[:©]\s?(?=\p{Lu}|©|dpa|afp|epa|privat)[^.:]{2,80}(?:\.\p{L}{2,8})?\.?$/iu,
  /[.!?"”»]\s\((?:[^()/]{2,40}\/\s?)?(?:AP|AFP|EPA|EFE|Reuters|Getty Images|dpa|picture alliance)(?:\s?(?:via|\/)\s?[^()]{2,40})?\)$/u,
  /^©?\s?\p{Lu}[^.!?:;]{2,50}\s?\/\s?(?:AP|AFP|EPA|EFE|Reuters|Getty(?: Images)?|dpa|picture alliance|Shutterstock|Unsplash|iStock|Alamy|Imago)$/u,
  /[.!?]\s(?:photo|photograph|picture|image|foto)s? (?:by|courtesy of|von|de) (?=\p{Lu})[^.:]{2,60}\.?$/iu,
];

/** Capitalised names, or what a label of a single picture says of it. */
function isLabelled(text: string, words: number, isFirst: boolean): boolean {
  const found = words <= MAX_LABELLED_WORDS ? LABELLED.exec(text) : null;
  if (!found) return false;
  // "Photos: the regatta in pictures" is a title, and so may be what the first line says.
  const isOpen = found[1] !== undefined && !isFirst;
  return isOpen || isName(found[3] ?? '');
}

function hasCreditBehind(text: string): boolean {
  const end = text.slice(-CREDIT_REACH);
  return BEHIND.some((form) => form.test(end));
}

/**
 * True for the caption of a picture or its credit: "Photo: Ada Quill", "(Credit: …)", "Photograph by …", or a line that
 * ends in such a credit. `isFirst`: nothing stands above, so a line may be a title.
 */
export function isCaption(text: string, words: number, isFirst: boolean): boolean {
  if (words === 0 || words > MAX_CAPTION_WORDS || text.length > 1000) return false;
  if (isLabelled(text, words, isFirst)) return true;
  const by = BY.exec(text)?.[1];
  return (by !== undefined && isName(by)) || hasCreditBehind(text);
}
