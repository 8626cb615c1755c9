import { ROLES } from '../../service/review/person.ts';

/** What `copydesk people --help` says. */
export const PEOPLE_HELP = `copydesk people: who works at the desk

Usage: copydesk people <list|add|invite|role|disable|enable> [LOGIN] [ROLE] [options]

  list               everybody, those who left included
  add LOGIN          a new person; prints the link with which they choose a password
  invite LOGIN       a new link; an earlier one no longer works
  role LOGIN ROLE    another role; ends their sessions
  disable LOGIN      takes the desk from them at once; events go on naming them by their id
  enable LOGIN       gives it back

Roles: publisher sees and appeals, moderator decides, lead also decides what was escalated, admin also lets others in.

Options of add:
  --role ROLE        ${ROLES.join(', ')} (default: moderator)
  --name NAME        as others see it (default: the login)
  --tenant NAME      the tenant whose desk it is (default: default)
  --all-tenants      all tenants instead
  --email ADDRESS    lets whoever proves this address to the OpenID provider in (default: the login, if it is one)

Options:
  --json          one JSON object on standard output
  --data FOLDER   where the embedded store lies (default: .copydesk, or COPYDESK_DATA); the desk must not run
  --help          this text

The store is opened itself: DATABASE_URL, or the embedded store, if it is there. On a desk that runs, admins do the same on its page.
Links begin with COPYDESK_PUBLIC_URL, or with where the API listens. The last admin cannot be disabled or given another role.

Exit code: 0   64 usage   65 refused   74 a server went away   78 a setting or a server that cannot be used
`;
