/** 职务, from the one who answers for a whole unit to the one who works in it. */
export const posts = [
  'firstResponsible',
  'unitHead',
  'safetyDirector',
  'safetyOfficer',
  'workshopHead',
  'teamLeader',
  'pointKeeper',
  'staff',
] as const;
export type Post = (typeof posts)[number];

/** Who answers for a place when no post is named, nearest to the work first. */
export const answering = ['pointKeeper', 'teamLeader', 'workshopHead', 'unitHead', 'firstResponsible'] as const satisfies readonly Post[];

/** 劳务派遣、返聘、实习; null is an employee like any other. */
export const engagements = ['dispatched', 'rehired', 'intern'] as const;
export type Engagement = (typeof engagements)[number];
