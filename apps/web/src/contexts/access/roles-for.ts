import { grantableRoles, isAdministrator, type Role } from '@changming/domain/access';
import type { TFunction } from 'i18next';

import type { Grant } from './grants-queries.ts';

export type GrantableRole = (typeof grantableRoles)[number];

/** Every role that may be granted, with the roles held now or later that it could not be held together with (三员分立). */
export function rolesFor(held: readonly Grant[], today: string): { role: GrantableRole; mixedWith: Role[] }[] {
  const present = [...new Set(held.filter(({ endedAt, to }) => endedAt === null && (to === null || to >= today)).map(({ role }) => role))];
  return grantableRoles.map((role) => ({
    role,
    mixedWith: present.filter((other) => other !== role && (isAdministrator(role) || isAdministrator(other))),
  }));
}

export function objectionToRole(mixedWith: readonly Role[], t: TFunction<'access'>): string | null {
  if (mixedWith.length === 0) return null;
  return t('desk.grants.mixed', { roles: mixedWith.map((role) => t(`roles.${role}`)).join('、') });
}
