/**
 * Who may do what where, read from the product's description and from nothing of the product's code: the access matrix compares the two.
 * `roles` say who; `about` says what the request is about.
 */
export type Said = {
  readonly by: readonly Role[] | 'everybody' | 'signedIn';
  /**
   * `record`: something of one unit, reached from its own branch alone; outside of it it is missing. `list`: what lies in the branch, and
   * a unit outside of it is missing. `items`: whatever it is narrowed to, only what lies in the branch. `self`: the caller's own. `group`: the whole group's business, so a grant at one unit is not enough. `shared`: the same
   * for everybody, whatever the unit. `door`: open, and answers by what is shown to it.
   */
  readonly about: 'record' | 'list' | 'items' | 'self' | 'group' | 'shared' | 'door';
  /** It names a unit, and with it nothing that lies there. */
  readonly ofUnit?: true;
  /** What is asked above holds below: it is read from there, and changed from nowhere but its own branch. */
  readonly heldBelow?: true;
  /** It lists what units above have made for those below, so what happens above is meant to show there. */
  readonly handedDown?: true;
  /** It is asked by POST, because the trail tells of it, and changes nothing all the same. */
  readonly onlyReads?: true;
  /** Of those, the ones who see only what they brought themselves: of everybody else's records they find none. */
  readonly ownOnly?: readonly Role[];
  /** False for the powers of administrators and for what only a person does: no token carries it. */
  readonly byToken?: false;
};

export const roles = [
  'hqLeader',
  'hqSafety',
  'unitHead',
  'safetyOfficer',
  'workshopHead',
  'teamLeader',
  'worker',
  'contractor',
  'analyst',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;
export type Role = (typeof roles)[number];

/** Where the record lies, seen from the unit at which the caller holds his role. */
export const relations = ['own', 'child', 'parent', 'sibling', 'foreign', 'absent'] as const;
export type Relation = (typeof relations)[number];

/** `narrow`: a token that names one harmless permission. `elsewhere`: one that names a unit below, and no other. */
export const credentials = ['session', 'token', 'narrow', 'elsewhere', 'expired', 'revoked', 'disabled', 'none'] as const;
export type Credential = (typeof credentials)[number];

/** What must come: through to the verb, or the status of a refusal. */
export type Expected = 'through' | 401 | 403 | 404;

export type Asking = {
  readonly role: Role;
  readonly relation: Relation;
  readonly credential: Credential;
  readonly method: string;
  /** Where the role is held: at one unit, or at the group itself. */
  readonly held: 'unit' | 'group';
  /** Which of the two walls stand: the explicit predicate and row-level security, or the latter alone. */
  readonly walls: 'both' | 'policies';
};

export const dead: readonly Credential[] = ['expired', 'revoked', 'disabled', 'none'];
const inside: readonly Relation[] = ['own', 'child'];

export function expectedFor(said: Said, asking: Asking): Expected {
  if (said.about === 'door') return 'through';
  if (dead.includes(asking.credential)) return 401;
  if (said.about === 'self') return asking.credential === 'session' || asking.method === 'GET' ? 'through' : 403;
  return refusedTo(said, asking) ? 403 : found(said, asking);
}

/**
 * The path to the root is no secret, so the policies let everybody see the units above his own. That is all they let him see: what lies
 * there stays out of every answer, and nothing can be put there.
 */
function namesUnit({ about, ofUnit }: Said): boolean {
  return about === 'list' || ofUnit === true;
}

/** One who may not do it anywhere learns nothing about the record. */
function refusedTo(said: Said, { role, credential, held }: Asking): boolean {
  if (credential !== 'session' && said.byToken === false) return true;
  if (credential === 'narrow') return true;
  if (said.about === 'group' && held === 'unit') return true;
  return Array.isArray(said.by) && !said.by.includes(role);
}

function found(said: Said, { role, relation, credential, walls, method }: Asking): Expected {
  if (walls === 'policies' && relation === 'parent' && namesUnit(said))
    return method === 'GET' || said.onlyReads === true ? 'through' : 403;
  if (said.ownOnly?.includes(role) === true) return 404;
  if (said.about !== 'record' && said.about !== 'list') return 'through';
  const reached: Relation[] = credential === 'elsewhere' ? ['child'] : [...inside];
  if (said.heldBelow === true) reached.push('parent', 'own');
  return reached.includes(relation) ? 'through' : 404;
}
