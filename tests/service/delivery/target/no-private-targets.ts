import type { PrivateTargets } from '../../../../src/service/delivery/target/private-targets.ts';

export const NO_PRIVATE_TARGETS: PrivateTargets = { hosts: new Set(), ranges: [] };
