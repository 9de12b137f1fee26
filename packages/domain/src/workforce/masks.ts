/** What everybody sees of an identity number: region and tail, never the birthday. `110***********002X` */
export function maskIdentity(number: string): string {
  return `${number.slice(0, 3)}***********${number.slice(-4)}`;
}

/** What everybody sees of a phone number: `138****5678`. */
export function maskPhone(number: string): string {
  return `${number.slice(0, 3)}****${number.slice(-4)}`;
}

/** A certificate's number is often the identity number: nobody sees more of it than of that. */
export function maskCertificate(number: string): string {
  return number.length < 10 ? `${number.slice(0, 1)}****${number.slice(-2)}` : maskIdentity(number);
}
