import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guardLookup } from '../../../../src/service/delivery/target/guard-lookup.ts';
import { parsePrivateTargets } from '../../../../src/service/delivery/target/private-targets.ts';
import { portOf } from '../start-receiver.ts';
import { NO_PRIVATE_TARGETS } from './no-private-targets.ts';

const OURS = parsePrivateTargets('127.0.0.1') ?? NO_PRIVATE_TARGETS;

async function listen(): Promise<number> {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  onTestFinished(() => void server.close());
  return portOf(server);
}

/** A name whose address is another one each time it is asked for, as in DNS rebinding. */
function changing(...answers: readonly string[][]) {
  const asked: string[] = [];
  const resolve = (hostname: string) => {
    const addresses = answers[Math.min(asked.push(hostname), answers.length) - 1] ?? [];
    return Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
  };
  return { asked, resolve };
}

async function connectTo(port: number, lookup: ReturnType<typeof guardLookup>): Promise<string> {
  const socket = connect({ host: 'desk.example', port, lookup });
  try {
    await once(socket, 'connect');
    return socket.remoteAddress ?? '';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    socket.destroy();
  }
}

describe('guardLookup', () => {
  it('is asked once for a connection, which goes to the address that was checked', async () => {
    const { asked, resolve } = changing(['127.0.0.1'], ['127.0.0.2']);
    const port = await listen();
    const lookup = guardLookup(OURS, resolve);
    expect(await connectTo(port, lookup)).toBe('127.0.0.1');
    expect(asked).toEqual(['desk.example']);
    expect(await connectTo(port, lookup)).toBe('private_target');
    expect(asked).toHaveLength(2);
  });

  it.each([[['127.0.0.1', '127.0.0.2']], [['127.0.0.2', '127.0.0.1']], [['127.0.0.2']]])(
    'refuses a name with the addresses %j for one of them',
    async (addresses) => {
      const lookup = guardLookup(OURS, changing(addresses).resolve);
      expect(await connectTo(await listen(), lookup)).toBe('private_target');
    },
  );

  it('lets a named host lead anywhere', async () => {
    const named = { ...NO_PRIVATE_TARGETS, hosts: new Set(['desk.example']) };
    expect(await connectTo(await listen(), guardLookup(named, changing(['127.0.0.2']).resolve))).toBe('127.0.0.2');
  });

  it('says so when there is no address, or none can be had', async () => {
    const port = await listen();
    expect(await connectTo(port, guardLookup(OURS, changing([]).resolve))).toBe('unknown_host');
    const broken = Object.assign(new Error('away'), { code: 'EAI_AGAIN' });
    expect(
      await connectTo(
        port,
        guardLookup(OURS, () => Promise.reject(broken)),
      ),
    ).toBe('EAI_AGAIN');
  });
});
