/** Small pictures that this phone holds, as data addresses by the id of the photo: shown where the line is down. */
const known = new Map<string, string>();

export function rememberPictures(pictures: Readonly<Record<string, string>>): void {
  for (const [id, address] of Object.entries(pictures)) known.set(id, address);
}

export function keptPicture(evidenceId: string): string | null {
  return known.get(evidenceId) ?? null;
}
