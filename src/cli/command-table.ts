import type { Command } from './command.ts';

/** A command before its code is loaded, so that `check` never loads a queue or a database. */
export interface CommandEntry {
  readonly name: string;
  /** The same line as the command's own `summary`; a test holds them together. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command of `copydesk`, in the order of its help. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: 'check',
    summary: 'moderate files, folders or standard input without a queue',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'serve',
    summary: 'run the desk: take articles in, queue, moderate and store them',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'submit',
    summary: 'hand articles to a running desk over HTTP, and wait for the verdicts',
    load: async () => (await import('./submit.ts')).submit,
  },
  {
    name: 'keys',
    summary: 'make, list, exchange and end API keys',
    load: async () => (await import('./keys.ts')).keys,
  },
  {
    name: 'tenants',
    summary: 'make tenants, and set their webhooks and limits',
    load: async () => (await import('./tenants.ts')).tenants,
  },
  {
    name: 'people',
    summary: 'let people work at the desk: add, invite, disable them, and change roles',
    load: async () => (await import('./people.ts')).people,
  },
  {
    name: 'audit',
    summary: 'export who did what, and check such an export',
    load: async () => (await import('./audit.ts')).audit,
  },
  {
    name: 'queue',
    summary: 'see how the queue stands, and fill it again from the store',
    load: async () => (await import('./queue.ts')).queue,
  },
  {
    name: 'dead',
    summary: 'list what could not be moderated or delivered, and try it again',
    load: async () => (await import('./dead.ts')).dead,
  },
  {
    name: 'report',
    summary: 'see what a log says: outcomes, times, failures, gaps',
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'precision',
    summary: 'see how often people bring back what rules took out, and which to retire',
    load: async () => (await import('./precision.ts')).precision,
  },
  {
    name: 'health',
    summary: 'see whether a process of this host is alive, as the health check of a container',
    load: async () => (await import('./health.ts')).health,
  },
  {
    name: 'eval',
    summary: 'measure the detectors and annotators on labelled data',
    load: async () => (await import('./eval.ts')).evalCommand,
  },
  {
    name: 'train',
    summary: 'learn from your own labelled articles',
    load: async () => (await import('./train.ts')).train,
  },
  {
    name: 'rules',
    summary: 'list, test and explain rules, and show what a change of them would flip',
    load: async () => (await import('./rules.ts')).rules,
  },
];
