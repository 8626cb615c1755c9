import type { Role } from '../review/person.ts';

/** What can be changed of a person besides whether the account is disabled. */
type ChangedField = 'role' | 'name' | 'email';

/**
 * `by`: a person's id, `key:…`, `cli` for whoever has the store itself, `start` for the first start, `oidc` for what a provider's groups say,
 * `desk` for what ends because whoever began it may not go on.
 */
interface Act {
  readonly by: string;
}

interface OfPerson extends Act {
  readonly person: string;
}

/** What was done to people and settings, besides articles. Ids only: events outlive the people, and are exported. */
export type DeskEvent =
  | { readonly name: 'people.added'; readonly data: OfPerson & { readonly role: Role } }
  /** `role` is the one after the change. */
  | {
      readonly name: 'people.changed';
      readonly data: OfPerson & { readonly role: Role; readonly changed: readonly ChangedField[] };
    }
  | { readonly name: 'people.disabled' | 'people.enabled' | 'people.invited'; readonly data: OfPerson }
  /** The person has chosen a password. */
  | { readonly name: 'people.joined'; readonly data: OfPerson }
  /** They chose another one themselves. */
  | { readonly name: 'people.password_changed'; readonly data: OfPerson }
  /** The person is from now on whoever has one account at the OpenID provider. */
  | { readonly name: 'people.linked'; readonly data: OfPerson }
  | {
      readonly name: 'settings.changed';
      readonly data: Act & { readonly reviewHours: number; readonly secondReviewShare: number };
    }
  /** A decision on many articles, from then on in the chains of those. */
  | { readonly name: 'bulk.started' | 'bulk.stopped' | 'bulk.undone'; readonly data: Act & { readonly bulk: string } }
  /** `sha256` and `root`, which are those of its manifest, are null when the export did not come to its end. */
  | {
      readonly name: 'audit.exported';
      readonly data: Act & {
        readonly since: string;
        readonly until: string;
        readonly chains: number;
        readonly events: number;
        readonly sha256: string | null;
        readonly root: string | null;
      };
    };
