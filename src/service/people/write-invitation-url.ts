/** The link of an invitation. Its secret stands in the fragment, which browsers send to nobody. */
export function writeInvitationUrl(origin: string, secret: string): string {
  return `${origin}/desk/#join=${secret}`;
}
