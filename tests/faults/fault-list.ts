import { setTimeout as sleep } from 'node:timers/promises';
import type { Mode } from '../../src/service/config.ts';
import { ROLES, type Role } from '../../src/service/roles.ts';
import type { Fault, Stage } from './fault.ts';
import type { Link, LinkState } from './servers/link.ts';

const ALL: readonly Mode[] = ['embedded', 'postgres', 'redis+postgres'];
const SERVERS: readonly Mode[] = ['postgres', 'redis+postgres'];
const REDIS: readonly Mode[] = ['redis+postgres'];

/** Where in the run a fault strikes: shares of all articles. */
const SHARES = [0.15, 0.35, 0.55, 0.75];
const TWICE = [0.2, 0.6];
const HOUR_MS = 3_600_000;

/** The API is killed while it takes articles in, the others while decisions come. */
function killRole(role: Role): Fault {
  return {
    name: `kill -9 of ${role}`,
    modes: SERVERS,
    strike: async (stage) => {
      for (const share of SHARES) {
        await (role === 'api' ? stage.untilAcknowledged(share) : stage.untilDelivered(share));
        await stage.stroke(`kill -9 of ${role}`, () => stage.desk.kill(role));
      }
    },
  };
}

const killEmbedded: Fault = {
  name: 'kill -9 of the process',
  modes: ['embedded'],
  strike: async (stage) => {
    for (const share of SHARES) {
      await stage.untilDelivered(share);
      await stage.stroke('kill -9', () => stage.desk.kill('worker'));
    }
  },
};

const killAll: Fault = {
  name: 'kill -9 of everything',
  modes: SERVERS,
  strike: async (stage) => {
    for (const share of TWICE) {
      await stage.untilDelivered(share);
      await stage.stroke('kill -9 of all roles', () => {
        for (const role of ROLES) stage.desk.kill(role);
      });
    }
  },
};

const terminate: Fault = {
  name: 'SIGTERM of everything under load',
  modes: ALL,
  strike: async (stage) => {
    for (const share of TWICE) {
      await stage.untilDelivered(share);
      await stage.stroke('SIGTERM, then started again', async () => {
        const wrong = await stage.desk.stop();
        stage.desk.start();
        if (wrong.length > 0) throw new Error(wrong.join('; '));
      });
    }
  },
};

const redisKilled: Fault = {
  name: 'kill -9 of Redis',
  modes: REDIS,
  strike: async (stage) => {
    for (const share of TWICE) {
      await stage.untilDelivered(share);
      await stage.stroke('kill -9 of Redis, back after 2 s', async () => {
        await stage.redis.kill();
        await sleep(2000);
        await stage.redis.start();
      });
    }
  },
};

const redisFrozen: Fault = {
  name: 'Redis frozen for 5 s',
  modes: REDIS,
  strike: async (stage) => {
    for (const share of TWICE) {
      await stage.untilDelivered(share);
      await stage.stroke('SIGSTOP of Redis for 5 s', () => stage.redis.freeze(5000));
    }
  },
};

const redisEmptied: Fault = {
  name: 'Redis emptied',
  modes: REDIS,
  strike: async (stage) => {
    for (const share of TWICE) {
      await stage.untilDelivered(share);
      await stage.stroke('FLUSHALL', () => stage.redis.flush());
    }
  },
};

const postgresRestarted: Fault = {
  name: 'restart of PostgreSQL',
  modes: SERVERS,
  strike: async (stage) => {
    for (const share of TWICE) {
      await stage.untilDelivered(share);
      await stage.stroke('fast restart of PostgreSQL', async () => {
        await stage.postgres.stop();
        await stage.postgres.start();
      });
    }
  },
};

const postgresKilled: Fault = {
  name: 'kill -9 of PostgreSQL',
  modes: SERVERS,
  strike: async (stage) => {
    for (const share of TWICE) {
      await stage.untilDelivered(share);
      await stage.stroke('kill -9 of PostgreSQL, back after 2 s', async () => {
        await stage.postgres.kill();
        await sleep(2000);
        await stage.postgres.start();
      });
    }
  },
};

type LinkOf = (stage: Stage) => Link;

async function beFor(link: Link, state: LinkState, seconds: number): Promise<void> {
  link.set(state);
  await sleep(seconds * 1000);
  link.set({});
}

function slowLink(server: string, modes: readonly Mode[], linkOf: LinkOf): Fault {
  const slow = { latencyMs: 25, bytesPerSecond: 200_000 };
  return {
    name: `slow link to ${server}`,
    modes,
    needs: 'links',
    strike: async (stage) => {
      await stage.untilDelivered(0.2);
      await stage.stroke('25 ms each way, 200 kB/s, for 15 s', () => beFor(linkOf(stage), slow, 15));
    },
  };
}

function brokenLink(server: string, modes: readonly Mode[], linkOf: LinkOf): Fault {
  return {
    name: `broken link to ${server}`,
    modes,
    needs: 'links',
    strike: async (stage) => {
      await stage.untilDelivered(0.15);
      for (const _ of [1, 2, 3]) {
        await stage.stroke('every connection cut', () => linkOf(stage).cut());
        await sleep(1500);
      }
      await stage.untilDelivered(0.4);
      await stage.stroke('nothing gets through for 5 s', () => beFor(linkOf(stage), { isSilent: true }, 5));
      await stage.untilDelivered(0.65);
      await stage.stroke('cut, and no connection to be had for 3 s', async () => {
        linkOf(stage).cut();
        await beFor(linkOf(stage), { isRefusing: true }, 3);
      });
    },
  };
}

const diskFull: Fault = {
  name: 'disk full',
  modes: ALL,
  needs: 'disk',
  strike: async (stage) => {
    for (const share of TWICE) {
      await stage.untilDelivered(share);
      await stage.stroke('no room on the disk of the tables for 6 s', async () => {
        stage.disk.fill();
        await sleep(6000);
        stage.disk.clear();
      });
    }
  },
};

function clockJumps(name: string, ms: number): Fault {
  return {
    name,
    modes: ALL,
    needs: 'clocks',
    strike: async (stage) => {
      for (const [index, role] of ROLES.entries()) {
        await stage.untilDelivered(0.1 + index * 0.2);
        await stage.stroke(`the clock of ${role} jumps`, () => stage.desk.setClock(role, ms));
      }
      await stage.untilDelivered(0.85);
      await stage.stroke('all clocks are right again', () => {
        for (const role of ROLES) stage.desk.setClock(role, 0);
      });
      // What it had in hand when its clock was wrong must not wait for that time to come.
      await stage.stroke('kill -9 of worker', () => stage.desk.kill('worker'));
    },
  };
}

const nothing: Fault = {
  name: 'no fault',
  modes: ALL,
  strike: (stage) => stage.untilDelivered(0.5),
};

/** Every fault, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  nothing,
  killEmbedded,
  ...ROLES.map(killRole),
  killAll,
  terminate,
  redisKilled,
  redisFrozen,
  redisEmptied,
  postgresRestarted,
  postgresKilled,
  slowLink('PostgreSQL', SERVERS, ({ postgresLink }) => postgresLink),
  brokenLink('PostgreSQL', SERVERS, ({ postgresLink }) => postgresLink),
  slowLink('Redis', REDIS, ({ redisLink }) => redisLink),
  brokenLink('Redis', REDIS, ({ redisLink }) => redisLink),
  diskFull,
  clockJumps('clocks an hour ahead', HOUR_MS),
  clockJumps('clocks an hour behind', -HOUR_MS),
];
