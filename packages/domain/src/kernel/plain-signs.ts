/** Without the signs that are taken for one another on paper: 0 and O, 1 and I and L, U and V. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** So many signs to be written down or typed from paper, evenly distributed; `random` gives at least twice as many bytes. */
export function plainSigns(random: Uint8Array, length: number): string {
  const even = 256 - (256 % alphabet.length);
  const signs = [...random].filter((byte) => byte < even).map((byte) => alphabet.charAt(byte % alphabet.length));
  if (signs.length < length) throw new Error('too few random bytes for so many signs');
  return signs.slice(0, length).join('');
}
