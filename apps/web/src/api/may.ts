import type { Me } from '@changming/contract/access/own';
import { kindOf, type Permission } from '@changming/domain/access';

/** Whether to offer something at all. The API decides again, and where. */
export function mayAnywhere(me: Me, permission: Permission): boolean {
  return me.permissions.some((held) => held.permission === permission && held.kind === kindOf(permission));
}
