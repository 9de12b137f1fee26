/** The roles of the product (`docs/glossary.md`). What each may do stands in `matrix.ts`, and where in its grants. */
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
  /** The clock itself: sweeps and escalations, and nothing a person does. Never granted to a person. */
  'clockwork',
] as const;
export type Role = (typeof roles)[number];

/** 三员: powers over the system, never in one hand (GB/T 22239, three separated administrators). */
export const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[];

/** Roles that a person may be granted. */
export const grantableRoles = roles.filter((role): role is Exclude<Role, 'clockwork'> => role !== 'clockwork');
