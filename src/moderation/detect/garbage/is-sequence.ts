/** UTF-16 code units that are looked at: a sequence does not change its letters further down. */
const MAX_READ = 2000;
const MIN_LETTERS = 8;
/** One letter for each amino acid, with those for several and for the end; or for each base. Both in one case throughout. */
const RESIDUES = /^(?:[ACDEFGHIKLMNPQRSTVWYBZXUO*-]+|[acdefghiklmnpqrstvwybzx]+)$/u;
const BASES = /^(?:[ACGTUNRYKMSWBDHV-]+|[acgtun-]+)$/u;

/**
 * Could this be a protein in letters, or DNA? Numbers of places, ends (5′, 3′) and blanks between groups are passed over.
 * Keys hit blindly in one case can be: only an article that tells of proteins has sequences.
 */
export function isSequence(text: string): boolean {
  const letters = text.slice(0, MAX_READ).replace(/(?:^|(?<=[\s-]))[35]['’′]-?|-?[35]['’′]$|\b\d{1,6}\b|\s/gu, '');
  return letters.length >= MIN_LETTERS && (RESIDUES.test(letters) || BASES.test(letters));
}
