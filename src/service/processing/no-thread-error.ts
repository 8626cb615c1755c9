/** No thread could load what it moderates with. */
export class NoThreadError extends Error {
  override readonly name = 'NoThreadError';
  readonly code = 'no_thread';
}
