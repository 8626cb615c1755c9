/** What the HTML Standard reads another way inside of a document: its bytes were read as ASCII to find it. */
const INSIDE: Readonly<Record<string, string>> = {
  'utf-16le': 'utf-8',
  'utf-16be': 'utf-8',
};

/**
 * The encoding that a label inside of a document means, by its name in the Encoding Standard (`latin1` is windows-1252);
 * nothing when there is no such label, or none that text may be decoded by.
 */
export function readCharsetLabel(label: string): string | undefined {
  const trimmed = label.trim().toLowerCase();
  if (trimmed === 'x-user-defined') return 'windows-1252';
  if (trimmed.length > 40) return undefined;
  try {
    const { encoding } = new TextDecoder(trimmed);
    return INSIDE[encoding] ?? encoding;
  } catch {
    return undefined;
  }
}
