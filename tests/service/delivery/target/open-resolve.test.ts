import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openResolve } from '../../../../src/service/delivery/target/open-resolve.ts';
import { TargetError } from '../../../../src/service/delivery/target/target-error.ts';
import { temporaryFolder } from '../../../cli/temporary-folder.ts';
import { NO_PRIVATE_TARGETS } from './no-private-targets.ts';

const A = 1;
const NAME_ERROR = 3;
const REFUSED = 5;

interface Reply {
  readonly code?: number;
  readonly address?: readonly number[];
}

/** The answer to a question of one name, as RFC 1035 writes it. */
function write(question: Buffer, { code = 0, address }: Reply): Buffer {
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(address ? 1 : 0, 6);
  head.fill(0, 8, 12);
  let end = 12;
  while (question[end] !== 0) end += (question[end] ?? 0) + 1;
  const asked = question.subarray(12, end + 5);
  const record = address ? Buffer.from([0xc0, 12, 0, A, 0, 1, 0, 0, 0, 60, 0, 4, ...address]) : Buffer.alloc(0);
  return Buffer.concat([head, asked, record]);
}

/** A name server; without a reply it is silent. */
async function serve(
  reply: ((type: number) => Reply) | undefined,
): Promise<{ readonly servers: readonly string[]; readonly asked: () => number }> {
  const socket = createSocket('udp4');
  let asked = 0;
  socket.on('message', (question, { port, address }) => {
    asked++;
    if (!reply) return;
    let end = 12;
    while (question[end] !== 0) end += (question[end] ?? 0) + 1;
    socket.send(write(question, reply(question.readUInt16BE(end + 1))), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());
  return { servers: [`127.0.0.1:${socket.address().port}`], asked: () => asked };
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof TargetError ? error.code : String(error);
}

describe('openResolve', () => {
  it('asks the name servers', async () => {
    const { servers } = await serve((type) => (type === A ? { address: [93, 184, 216, 34] } : {}));
    expect(await openResolve(NO_PRIVATE_TARGETS, { servers })('desk.example')).toEqual([{ address: '93.184.216.34', family: 4 }]);
  });

  it.each([
    ['unknown_host', { code: NAME_ERROR }],
    ['unknown_host', {}],
    ['dns_failed', { code: REFUSED }],
  ])('names the fault: %s', async (code, reply) => {
    const { servers } = await serve(() => reply);
    expect(await faultOf(openResolve(NO_PRIVATE_TARGETS, { servers })('desk.example'))).toBe(code);
  });

  it('ends in time when name servers are silent, and holds nothing up meanwhile', { timeout: 20_000 }, async () => {
    const { servers, asked } = await serve(undefined);
    const resolve = openResolve(NO_PRIVATE_TARGETS, { servers });
    const from = performance.now();
    const faults = Promise.all(Array.from({ length: 64 }, (_, index) => faultOf(resolve(`host-${index}.example`))));
    await expect.poll(asked, { timeout: 3000 }).toBeGreaterThan(64);
    const reading = performance.now();
    await readFile(import.meta.filename);
    expect(performance.now() - reading).toBeLessThan(1000);
    expect(new Set(await faults)).toEqual(new Set(['dns_timeout']));
    expect(performance.now() - from).toBeLessThan(7000);
  });

  it('looks names of the hosts file up as the system does, and those that the operator allows, a few at a time', async () => {
    const { servers, asked } = await serve((type) => (type === A ? { address: [93, 184, 216, 34] } : {}));
    const hostsFile = join(temporaryFolder({ hosts: '# ours\n127.0.0.1\tlocalhost  desk # here\n' }), 'hosts');
    const allowed = { ...NO_PRIVATE_TARGETS, hosts: new Set(['localhost']) };
    for (const resolve of [
      openResolve(NO_PRIVATE_TARGETS, { servers, hostsFile }),
      openResolve(allowed, { servers, hostsFile: '' }),
    ]) {
      expect((await resolve('LOCALHOST')).map(({ address }) => address)).toContain('127.0.0.1');
      expect(asked()).toBe(0);
      expect(await Promise.all(Array.from({ length: 100 }, () => faultOf(resolve('localhost'))))).toEqual(
        Array(100).fill('undefined'),
      );
    }
  });
});
