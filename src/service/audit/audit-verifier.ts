import { createHash, type KeyObject, verify } from 'node:crypto';
import { hashDeskEvent } from '../people/hash-desk-event.ts';
import { hashRuleEvent } from '../rules/hash-rule-event.ts';
import { hashEvent } from '../store/hash-event.ts';
import { writeAuditKey } from './audit-key.ts';
import { type AuditLine, auditLineSchema, type ChainLine, type EventLine, type ExportLine } from './audit-line.ts';
import { AuditRoot } from './audit-root.ts';
import { toSignedBytes } from './to-signed-bytes.ts';

/** Something that is wrong in an export. */
export interface AuditFault {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

export interface AuditReport {
  /** Undefined when the first line is none. */
  readonly about: ExportLine | undefined;
  readonly chains: number;
  readonly events: number;
  /** The hash of the manifest; kept elsewhere, it tells this export from every other. */
  readonly sha256: string | undefined;
  /** The public key that the manifest says it is signed with; see `writeAuditKey`. */
  readonly key: string | undefined;
  /** What this check could not tell, in sentences; empty when the desk's key was at hand. */
  readonly unchecked: readonly string[];
  /** The first of them; empty when everything is as it was exported. */
  readonly faults: readonly AuditFault[];
  /** Of all faults. */
  readonly faultCount: number;
}

const MOST_FAULTS = 50;
/** An export from here on is one of everything. */
const BEGINNING = '1970-01-01T00:00:00.000Z';

/** What nobody can tell without the key of the desk. */
function listUnsigned(about: ExportLine | undefined): readonly string[] {
  const cut = about?.since === BEGINNING ? [] : ['whether events at the beginning of a chain were left out'];
  return ['who wrote this export: give the public key of the desk', 'whether whole chains were left out', ...cut];
}

interface OpenChain {
  readonly head: ChainLine;
  readonly line: number;
  number: number;
  hash: string;
}

function hashOf({ head, hash }: OpenChain, tenant: string, { number, name, rule, time, data }: EventLine): string {
  const at = { number, time: new Date(time) };
  if (head.kind === 'desk') return hashDeskEvent(hash, head.tenant, { ...at, name, data });
  if (head.kind === 'rules') return hashRuleEvent(hash, head.tenant, { ...at, rule: rule ?? '', event: { name, data } });
  return hashEvent(hash, { tenant, articleId: head.article, revision: head.revision }, { ...at, event: { name, data } });
}

function parseLine(bytes: Uint8Array): AuditLine | undefined {
  try {
    return auditLineSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data;
  } catch {
    return undefined;
  }
}

/** What is wrong with where a chain begins. */
function findBeginFault({ number, hash, time }: ChainLine['after'], about: ExportLine | undefined): string | undefined {
  if (number === 0)
    return hash === '' && time === null ? undefined : 'the chain begins with the hash of an event before its first one';
  if (about?.since === BEGINNING) return `the chain begins after event ${number}, but everything was asked for`;
  if (time === null) return `event ${number}, before those that were asked for, was gone when it was exported`;
  const isEarlier = about === undefined || time < about.since;
  return isEarlier ? undefined : `the chain begins after event ${number}, which is one of those that were asked for`;
}

/** What is wrong with where a chain ends. */
function findEndFault({ head, number, hash }: OpenChain, about: ExportLine | undefined): string | undefined {
  const { after, end } = head;
  if (end.time === null) return `the last event of the chain, ${end.number}, was gone when it was exported`;
  if (number === after.number) return 'the chain has no events';
  const isAsked = about !== undefined && about.since <= end.time && end.time < about.until;
  if (number > end.number || (isAsked && number < end.number)) {
    return `the chain ended with event ${end.number}, here it ends with ${number}`;
  }
  return number === end.number && hash !== end.hash ? 'the last event is not the one that the chain ended with' : undefined;
}

/** Checks an audit export line by line, holding no more than one of them. */
export class AuditVerifier {
  readonly #key: KeyObject | undefined;
  readonly #hash = createHash('sha256');
  readonly #root = new AuditRoot();
  readonly #faults: AuditFault[] = [];
  #faultCount = 0;
  #line = 0;
  #about: ExportLine | undefined;
  #chain: OpenChain | undefined;
  #chains = 0;
  #events = 0;
  #sha256: string | undefined;
  #signer: string | undefined;

  /** With the public key of the desk that made the export, its signature is checked too. */
  constructor(key?: KeyObject) {
    this.#key = key;
  }

  /** Reads the next line, without its LF. */
  read(bytes: Uint8Array): void {
    this.#line++;
    const line = parseLine(bytes);
    if (this.#sha256 !== undefined) this.#blame('stands after the manifest, which is the last line');
    else if (line?.type === 'manifest') this.#closeFile(line);
    else this.#readPart(line, bytes);
  }

  /** A line that is longer than any of an export. */
  skip(): void {
    this.#line++;
    this.#blame('is longer than any line of an audit export');
  }

  finish(): AuditReport {
    if (this.#sha256 === undefined) {
      this.#closeChain();
      this.#line++;
      this.#blame('the manifest is missing: the export was cut off');
    }
    const [about, chains, events, sha256, key] = [this.#about, this.#chains, this.#events, this.#sha256, this.#signer];
    const unchecked = this.#key ? [] : listUnsigned(about);
    return { about, chains, events, sha256, key, unchecked, faults: this.#faults, faultCount: this.#faultCount };
  }

  #blame(message: string, line = this.#line): void {
    this.#faultCount++;
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ line, message });
  }

  #readPart(line: AuditLine | undefined, bytes: Uint8Array): void {
    this.#hash.update(bytes).update('\n');
    const isFirst = this.#line === 1;
    if (isFirst && line?.type !== 'export') this.#blame('is not the first line of an audit export');
    if (!isFirst && (line === undefined || line.type === 'export')) this.#blame('is no line of an audit export here');
    if (line?.type === 'export') this.#about ??= line;
    if (line?.type === 'chain') this.#openChain(line);
    if (line?.type === 'event') this.#follow(line);
  }

  #openChain(head: ChainLine): void {
    this.#closeChain();
    this.#chains++;
    this.#root.add(head);
    const { number, hash } = head.after;
    const fault = findBeginFault(head.after, this.#about);
    if (fault !== undefined) this.#blame(fault);
    this.#chain = { head, line: this.#line, number, hash };
  }

  #follow(event: EventLine): void {
    this.#events++;
    const chain = this.#chain;
    if (!chain) {
      this.#blame('the event is in no chain');
      return;
    }
    if (event.number !== chain.number + 1)
      this.#blame(`event ${event.number} follows event ${chain.number}: one was taken out, put in or moved`);
    // Its hash would not tell: it says nothing of a rule.
    if (event.rule !== undefined && chain.head.kind !== 'rules')
      this.#blame(`event ${event.number} names a rule outside of a chain of rules`);
    // Without a hash: written before there were chains. The first link after such events starts anew.
    const isOld = event.hash === '' && chain.hash === '' && chain.head.kind === 'article';
    if (!isOld && event.hash !== hashOf(chain, this.#about?.tenant ?? '', event)) {
      this.#blame(`event ${event.number} was changed, or does not follow from the event before it`);
    }
    // What follows is judged by itself.
    chain.number = event.number;
    chain.hash = event.hash;
  }

  #closeChain(): void {
    const chain = this.#chain;
    this.#chain = undefined;
    const fault = chain && findEndFault(chain, this.#about);
    if (chain && fault !== undefined) this.#blame(fault, chain.line);
  }

  #closeFile(manifest: Extract<AuditLine, { readonly type: 'manifest' }>): void {
    const { chains, events, sha256, root } = manifest;
    this.#closeChain();
    this.#sha256 = sha256;
    this.#signer = manifest.key;
    if (chains !== this.#chains) this.#blame(`the manifest tells of ${chains} chains, there are ${this.#chains}`);
    if (events !== this.#events) this.#blame(`the manifest tells of ${events} events, there are ${this.#events}`);
    if (sha256 !== this.#hash.digest('hex')) this.#blame('the lines before the manifest are not those that were exported');
    if (root !== this.#root.digest()) this.#blame('the chains do not end where the manifest says');
    const key = this.#key;
    if (!key) return;
    if (manifest.key !== writeAuditKey(key)) this.#blame(`the manifest is signed with another key, ${manifest.key}`);
    else if (!verify(null, toSignedBytes(manifest), key, Buffer.from(manifest.signature, 'base64url')))
      this.#blame('the desk did not sign this manifest');
  }
}
