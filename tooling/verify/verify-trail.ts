/**
 * Stand-alone verifier of an exported audit trail. It shares no code with the product: only Node. Run it on any machine:
 *
 *   node verify-trail.ts trail.jsonl [--key public.pem] [--checkpoints earlier.txt]
 *
 * `--key` pins the public key that was handed over when the log began; without it the key in the bundle is believed. `--checkpoints`
 * is a file of checkpoints that left the machine earlier (mailed, printed, copied): the log must still agree with each of them.
 * Ends with 0 when everything holds, with 1 when anything does not, and says what and where.
 *
 * The log: RFC 6962 tree over SHA-256; a leaf is sha256(0x00 ‖ UTF-8 of the record's canonical JSON, RFC 8785), a node is
 * sha256(0x01 ‖ left ‖ right); checkpoints are C2SP signed notes with Ed25519.
 */
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

type Header = { readonly format: string; readonly origin: string; readonly publicKey: string };
type Line = {
  readonly leaf?: number;
  readonly hash?: string;
  readonly record?: { readonly id?: string } | null;
  readonly checkpoint?: string;
};
type Note = { readonly text: string; readonly origin: string; readonly size: number; readonly root: string; readonly signature: Buffer };
type Result = { readonly leaves: number; readonly checkpoints: number; readonly root: string; readonly problems: readonly string[] };

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Keys sorted by UTF-16 unit, no blanks: JSON.stringify already writes strings and numbers as RFC 8785 asks. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`;
}

/** A binary counter of subtree roots: `stack[k]` covers 2^k leaves, or is empty. */
class Tree {
  size = 0;
  private readonly stack: (Buffer | null)[] = [];

  add(leaf: Buffer): void {
    let carried = leaf;
    let level = 0;
    for (let left = this.stack[level]; left; left = this.stack[level]) {
      carried = sha256(Buffer.of(1), left, carried);
      this.stack[level] = null;
      level += 1;
    }
    this.stack[level] = carried;
    this.size += 1;
  }

  root(): Buffer {
    const roots = this.stack.filter((each) => each !== null);
    const [first, ...wider] = roots;
    return first === undefined ? sha256() : wider.reduce((right, left) => sha256(Buffer.of(1), left, right), first);
  }
}

function parseNote(note: string): Note | null {
  const found = /^(([^\n]+)\n(\d+)\n([^\n]+)\n)\n— (\S+) (\S+)\n$/.exec(note);
  if (found === null || found[2] !== found[5]) return null;
  const [text, origin, size, root, , signature] = found.slice(1);
  return {
    text: String(text),
    origin: String(origin),
    size: Number(size),
    root: String(root),
    signature: Buffer.from(String(signature), 'base64'),
  };
}

function signedBy(note: Note, key: KeyObject): boolean {
  const raw = key.export({ type: 'spki', format: 'der' }).subarray(-32);
  const id = sha256(`${note.origin}\n\u0001`, raw).subarray(0, 4);
  return note.signature.subarray(0, 4).equals(id) && verify(null, Buffer.from(note.text), key, note.signature.subarray(4));
}

/** Checkpoints that left the machine, by the size they promise. */
function pinnedCheckpoints(path: string | undefined): Note[] {
  if (path === undefined) return [];
  const notes = readFileSync(path, 'utf8').match(/[^\n]+\n\d+\n[^\n]+\n\n— \S+ \S+\n/g) ?? [];
  return notes.map((each) => parseNote(each)).filter((each) => each !== null);
}

/** Walks a bundle once, line by line; nothing but the tree's edge is held. */
class Walk {
  readonly problems: string[] = [];
  private readonly tree = new Tree();
  private readonly pinned: Map<number, Note[]>;
  private readonly key: KeyObject;
  private checkpoints = 0;
  private sealed = 0;

  constructor(key: KeyObject, pinned: readonly Note[]) {
    this.key = key;
    this.pinned = Map.groupBy(pinned, ({ size }) => size);
  }

  take(line: Line): void {
    if (line.checkpoint === undefined) this.leaf(line);
    else this.promise(line.checkpoint);
  }

  private leaf({ leaf, hash = '', record }: Line): void {
    if (leaf !== this.tree.size) this.problems.push(`leaf ${this.tree.size} is missing: ${leaf} follows`);
    const stored = Buffer.from(hash, 'hex');
    if (record === null || record === undefined) this.problems.push(`leaf ${leaf}: its row was removed from the trail`);
    else if (!sha256(Buffer.of(0), canonical(record)).equals(stored)) this.problems.push(`leaf ${leaf}: row ${record.id} was altered`);
    this.tree.add(stored);
    for (const note of this.pinned.get(this.tree.size) ?? []) this.compare(note, 'the earlier checkpoint');
    this.pinned.delete(this.tree.size);
  }

  private promise(text: string): void {
    const note = parseNote(text);
    this.checkpoints += 1;
    if (note === null) this.problems.push(`checkpoint after leaf ${this.tree.size - 1} cannot be read`);
    else this.compare(note, 'the checkpoint');
  }

  private compare(note: Note, what: string): void {
    if (!signedBy(note, this.key)) this.problems.push(`${what} of size ${note.size} is not signed by the key`);
    if (note.size !== this.tree.size || note.root !== this.tree.root().toString('base64'))
      this.problems.push(
        `${what} of size ${note.size} promises another log: leaves ${this.sealed} to ${note.size - 1} were changed together`,
      );
    this.sealed = this.tree.size;
  }

  end(): Result {
    for (const size of this.pinned.keys()) this.problems.push(`the log ends before the earlier checkpoint of size ${size}`);
    if (this.sealed < this.tree.size) this.problems.push(`leaves ${this.sealed} to ${this.tree.size - 1} stand behind the last checkpoint`);
    return { leaves: this.tree.size, checkpoints: this.checkpoints, root: this.tree.root().toString('hex'), problems: this.problems };
  }
}

async function verifyBundle(path: string, options: { readonly key?: string; readonly checkpoints?: string }): Promise<Result> {
  let walk: Walk | null = null;
  for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text === '') continue;
    if (walk === null) walk = begin(JSON.parse(text) as Header, options);
    else walk.take(JSON.parse(text) as Line);
  }
  if (walk === null) throw new Error(`${path} is empty`);
  return walk.end();
}

function begin(header: Header, { key, checkpoints }: { readonly key?: string; readonly checkpoints?: string }): Walk {
  if (header.format !== 'changming-trail/1') throw new Error('this is no export of an audit trail');
  const pinned = createPublicKey(key === undefined ? header.publicKey : readFileSync(key, 'utf8'));
  const walk = new Walk(pinned, pinnedCheckpoints(checkpoints));
  const said = createPublicKey(header.publicKey).export({ type: 'spki', format: 'pem' });
  if (pinned.export({ type: 'spki', format: 'pem' }) !== said) walk.problems.push('the bundle names another key than the one given');
  return walk;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string' }, checkpoints: { type: 'string' } },
});
const [bundle = ''] = positionals;
if (!existsSync(bundle)) {
  process.stderr.write('node verify-trail.ts trail.jsonl [--key public.pem] [--checkpoints earlier.txt]\n');
  process.exit(2);
}
const { leaves, checkpoints, root, problems } = await verifyBundle(bundle, values);
for (const problem of problems.slice(0, 100)) process.stdout.write(`${problem}\n`);
process.stdout.write(
  `${leaves} leaves, ${checkpoints} checkpoints, root ${root}: ${problems.length === 0 ? 'holds' : `${problems.length} problems`}\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
