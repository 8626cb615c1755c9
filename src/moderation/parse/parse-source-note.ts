import { isDomainName } from './is-domain-name.ts';
import { isAgency, isName } from './is-name.ts';
import { parseDate } from './parse-date.ts';

/** UTF-16 code units; a longer line tells more than a source. */
const MAX_NOTE = 90;
/** Words of the name of a paper. */
const MAX_NAME_WORDS = 7;
const LABELLED =
  /^\(?(?:source|quelle|fuente|fonte|bron|źródło|källa|kilde|lähde|via)\s?:\s?([^:()]{2,80}|https?:\/\/\S{4,80}?)\)?\.?$/iu;
const BRACKETED = /^\(([^()]{2,60})\)$/u;
/** Words that the names of papers end in or hold; in brackets a name without one may be a stage direction. */
const PAPER =
  /\b(?:gazette|herald|times|post|news|press|tribune|journal|chronicle|courier|observer|guardian|standard|mail|echo|mirror|telegraph|wire|agency|zeitung|nachrichten|anzeiger|blatt|kurier|rundschau|bote|presse|agentur|dépêche|diario|periódico|agencia|noticias|correo|gazzetta|corriere|giornale|jornal|notícias|gazeta|krant|dagblad|tidende)\b|(?:zeitung|blatt|wire|press)$/iu;

/** The name in a note such as "Source: Merrow Herald", "Quelle: dpa" or "(Quay Gazette)"; nothing for any other line. */
export function parseSourceNote(line: string): string | undefined {
  if (line.length > MAX_NOTE) return undefined;
  const name = (LABELLED.exec(line)?.[1] ?? bracketed(line))?.trim();
  if (name === undefined) return undefined;
  const host = /^https?:\/\/([^/\s?#]{3,80})/u.exec(name)?.[1];
  if (host !== undefined) return host;
  if (isDomainName(name)) return name;
  const undated = withoutDate(name);
  if (isAgency(undated.split('/')[0] ?? '')) return undated;
  return isName(undated) && undated.split(/\s+/u).length <= MAX_NAME_WORDS ? undated : undefined;
}

/** "Quay Gazette, March 3, 2024" without its date. */
function withoutDate(name: string): string {
  const comma = name.indexOf(',');
  return comma > 0 && parseDate(name.slice(comma + 1)) !== undefined ? name.slice(0, comma) : name;
}

/** "(dpa/lno)" names the agency and its service for a region. */
function bracketed(line: string): string | undefined {
  const name = BRACKETED.exec(line)?.[1];
  return name !== undefined &&
    (isAgency(name.split('/')[0] ?? '') || (PAPER.test(name) && /\s|\p{Ll}(?:zeitung|blatt|wire|press)$/u.test(name)))
    ? name
    : undefined;
}
