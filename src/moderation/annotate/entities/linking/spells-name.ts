/** Whether the letters of an acronym stand in a name in their order, its first letter first: "AfDB" in "african development bank". */
export function spellsName(acronym: string, words: readonly string[]): boolean {
  const name = words.join(' ');
  const wanted = acronym.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (words.length < 2 || wanted.length < 2 || !name.startsWith(wanted.slice(0, 1))) return false;
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
