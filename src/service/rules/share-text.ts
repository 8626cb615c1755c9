/** A text that all threads of a process read in one place: to hand it over costs nothing, however long it is. UTF-8. */
export type SharedText = SharedArrayBuffer;

export function shareText(text: string): SharedText {
  const bytes = Buffer.from(text);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

export function readShared(text: SharedText): string {
  return Buffer.from(text).toString();
}
