import { z } from 'zod';
import { EMAIL_ADDRESS } from '../email-address.ts';

/** Who somebody is, as the provider says. */
export interface Identity {
  readonly issuer: string;
  /** The provider's own name for the account; unlike an address, it is never somebody else's later. */
  readonly subject: string;
  /** In small letters; `undefined` unless the provider has verified that it is theirs. */
  readonly email: string | undefined;
  readonly groups: readonly string[];
}

const mailSchema = z.object({ email: z.string().regex(EMAIL_ADDRESS), email_verified: z.literal(true) });
const groupsSchema = z.union([z.array(z.string()).max(10_000), z.string().transform((one) => [one])]);

/** The claims of one source, such as an ID token. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who somebody is by their claims. What a later source says counts only where the earlier ones say nothing; an address and that it was verified come from one. */
export function readIdentity(
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
  sources: readonly Claims[],
  groupsClaim: string | undefined,
): Identity {
  const mail = mailSchema.safeParse(sources.find((claims) => claims.email !== undefined));
  const groups = groupsSchema.safeParse(
    groupsClaim === undefined ? [] : sources.map((claims) => claims[groupsClaim]).find((value) => value !== undefined),
  );
  return { issuer, subject, email: mail.data?.email.toLowerCase(), groups: groups.data ?? [] };
}
