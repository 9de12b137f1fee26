/**
 * What a piece of the server's answer to `copy … to stdout` holds: bytes of rows, and, once the copy is over, what comes after it. It is whole
 * when the server said that it is done; an error ends it too.
 */
export type Unframed = { readonly rows: Buffer; readonly rest: Buffer | null; readonly whole: boolean };

/** A frame says its kind in one byte and its length, itself included, in four. */
const headLength = 5;
const lengthOf = (head: Buffer, at: number) => head.readUInt32BE(at + 1) - 4;

const [copyData, copyDone] = ['d', 'c'].map((kind) => kind.charCodeAt(0));
/** Rows, the opening of the answer, and what a server may say at any time: notices, settings, notifications. */
const ofTheCopy = new Set(['d', 'H', 'N', 'S', 'A'].map((kind) => kind.charCodeAt(0)));

/**
 * Takes the rows out of their frames, a frame a row, wherever the pieces are cut. The bytes are moved together within each piece, which is
 * the caller's to give away: a million rows make no other garbage. An error of the server and whatever else is no part of a copy end it.
 */
export function unframe(): (piece: Buffer) => Unframed {
  let [left, wanted] = [0, false];
  let cut: Buffer = Buffer.alloc(0);
  return (next) => {
    const piece = cut.length === 0 ? next : Buffer.concat([cut, next]);
    let [read, written] = [0, 0];
    for (;;) {
      const taken = Math.min(left, piece.length - read);
      if (wanted) written += piece.copy(piece, written, read, read + taken);
      [left, read] = [left - taken, read + taken];
      if (piece.length - read < headLength) break;
      const kind = piece[read] ?? 0;
      const whole = kind === copyDone;
      if (!ofTheCopy.has(kind)) return { rows: piece.subarray(0, written), rest: piece.subarray(whole ? read + headLength : read), whole };
      [wanted, left, read] = [kind === copyData, lengthOf(piece, read), read + headLength];
    }
    cut = Buffer.from(piece.subarray(read));
    return { rows: piece.subarray(0, written), rest: null, whole: false };
  };
}
