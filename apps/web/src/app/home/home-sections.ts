import type { Role } from '@changming/domain/access';

import type { HomeSection } from './todo-source.ts';

const order = {
  hqLeader: ['watch', 'decide', 'data', 'mine'],
  hqSafety: ['decide', 'watch', 'mine', 'data'],
  unitHead: ['decide', 'watch', 'data', 'mine'],
  safetyOfficer: ['mine', 'decide', 'watch', 'data'],
  workshopHead: ['mine', 'watch'],
  teamLeader: ['mine'],
  worker: ['mine'],
  contractor: ['mine'],
  analyst: ['data', 'mine'],
  systemAdmin: ['administer'],
  securityAdmin: ['administer'],
  auditAdmin: ['administer'],
  clockwork: [],
} as const satisfies Record<Role, readonly HomeSection[]>;

/** The parts of the home page for somebody with these roles: those of the first role first, each part once. */
export function homeSectionsOf(roles: readonly Role[]): HomeSection[] {
  return [...new Set(roles.flatMap((role): readonly HomeSection[] => order[role]))];
}
