/**
 * What is also run on the oldest server we serve: what leans on the server itself, every route, and of each context the fewest files that
 * say to it most of what no route says. The long form runs all files there.
 */
export const onFifteen: readonly string[] = [
  'packages/database/',
  'apps/api/src/access-matrix-policies',
  'apps/api/src/contexts/analytics/queries',
  ...inApplication('access', ['accounts', 'candidates']),
  ...inApplication('actions', ['actions']),
  ...inApplication('analytics', ['times']),
  ...inApplication('assessments', ['member-counts', 'workflow']),
  ...inApplication('equipment', ['equipment']),
  ...inApplication('hazards', ['before-lack', 'clockwork', 'words']),
  ...inApplication('imports', ['every-row-told']),
  ...inApplication('incidents', ['clocks', 'loop']),
  ...inApplication('inspections', ['loop']),
  ...inApplication('responsibilities', ['duties', 'letters']),
  ...inApplication('risks', ['risks']),
  ...inApplication('standards', ['standards']),
  ...inApplication('training', ['before-work', 'exams/exams', 'sessions', 'violations/violations']),
  ...inApplication('units', ['walls']),
  ...inApplication('workforce', ['certificates', 'staffing', 'watch']),
  'apps/worker/src/contexts/audit/jobs',
  'apps/worker/src/contexts/notices/jobs',
];

function inApplication(context: string, files: readonly string[]): string[] {
  return files.map((file) => `packages/application/src/${context}/${file}.db.test.ts`);
}
