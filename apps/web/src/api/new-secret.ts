import { newClaim } from '@changming/domain/hazards';

/** 128 bits made here, in signs that can be written down and that fit into a header. */
export function newSecret(): string {
  return newClaim(crypto.getRandomValues(new Uint8Array(64)));
}
