import { siteAddress } from '@changming/domain/access';

/** Whether an address stays on this site and leads behind the sign-in page. */
export function innerAddress(address: string): boolean {
  return siteAddress.safeParse(address).success && !/^\/(sign-in|first-password|first-code)\b/.test(address);
}
