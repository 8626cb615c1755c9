import { z } from 'zod';
import { EMAIL_ADDRESS } from '../../../people/email-address.ts';
import { ROLES } from '../../../review/person.ts';
import { named } from '../../shapes/api-registry.ts';
import { storableText } from '../../shapes/storable-text.ts';
import { personShape } from './person-shape.ts';

const time = z.iso.datetime().describe('UTC.');
const login = storableText()
  .min(1)
  .max(100)
  .regex(/^[^\s\p{Cc}/]+$/u)
  .describe('Without spaces and `/`; nobody else of the tenant has it, in whatever case.');
const name = storableText().trim().min(1).max(100);
const email = z
  .string()
  .max(200)
  .regex(EMAIL_ADDRESS)
  .describe('ASCII. Whoever proves to the OpenID provider that it is theirs signs in as this person.');

/** Somebody who works at the desk, as admins see them. */
export const accountShape = named(
  'Account',
  'Somebody who works at the desk, as admins see them.',
  z.strictObject({
    ...personShape.shape,
    login: z.string(),
    signInName: z
      .string()
      .describe('What they type as their login: that of a tenant other than `default` comes before it, as in `gazette/ina`.'),
    email: z.string().nullable().describe('In small letters; null: the person signs in by password only.'),
    createdAt: time,
    disabledAt: time.nullable(),
    hasJoined: z.boolean().describe('Whether they have a password, or have signed in elsewhere.'),
  }),
);

export const accountListShape = named(
  'AccountList',
  'A page of people, by login. An admin of all tenants sees all of them, any other those of their own tenant.',
  z.strictObject({
    people: z.array(accountShape),
    next: z.string().nullable().describe('Send it as `after` for the next page; null on the last one.'),
  }),
);

export const newAccountShape = named(
  'NewAccount',
  'Somebody who is to work at the desk.',
  z.strictObject({
    login,
    name,
    role: z.enum(ROLES),
    email: email
      .nullable()
      .exactOptional()
      .describe(
        'The login when that is an address and this is absent. With an OpenID provider only admins of all tenants may give one, and there is none else.',
      ),
    tenant: z
      .string()
      .nullable()
      .exactOptional()
      .describe('The tenant that is acted for when absent. Null: all tenants; only admins of all tenants may say so.'),
  }),
);

export const accountChangeShape = named(
  'AccountChange',
  'What is to change of a person; what is left out stays. A new role or address and a disabled account end their sessions.',
  z
    .strictObject({
      role: z.enum(ROLES).exactOptional(),
      isDisabled: z.boolean().exactOptional(),
      name: name.exactOptional(),
      email: email
        .nullable()
        .exactOptional()
        .describe(
          'It also ends the bond with an account at the OpenID provider; with one, only admins of all tenants may change it.',
        ),
    })
    .refine((change) => Object.keys(change).length > 0, 'Say at least one thing to change.'),
);

export const invitationShape = named(
  'Invitation',
  'A link that lets a person choose a password, once.',
  z.strictObject({ url: z.string(), expiresAt: time }),
);

export type AccountShape = z.infer<typeof accountShape>;
