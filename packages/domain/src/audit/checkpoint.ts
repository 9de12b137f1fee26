/** A promise about the log: so many leaves, and this root over them. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: string };

/** The signed text of a checkpoint (C2SP tlog-checkpoint): origin, size, root in base64, each on its line. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root}\n`;
}

/** A signed note: the text, an empty line, and the signature line with the key's id before the signature. */
export function signedNote(text: string, signer: { readonly name: string; readonly keyAndSignature: string }): string {
  return `${text}\n— ${signer.name} ${signer.keyAndSignature}\n`;
}

/** A short fingerprint for printing on minutes: the first 16 hexadecimal digits of the root, in groups of four. */
export function fingerprint(rootInHex: string): string {
  return (rootInHex.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
