/** Whether an address stays on this site and leads behind the sign-in page. */
export function innerAddress(address: string): boolean {
  return /^\/(?![/\\])/.test(address) && !/^\/(sign-in|first-password|first-code)\b/.test(address);
}
