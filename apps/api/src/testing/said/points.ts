import type { Said } from '../oracle.ts';

/** Whoever works, leads or analyses in the branch sees its points; those who keep them in order change them. */
const reading: Said = {
  by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst'],
  about: 'record',
};
const keeping: Said = { by: ['hqSafety', 'safetyOfficer', 'workshopHead'], about: 'record' };

export const points: Readonly<Record<string, Said>> = {
  'GET /points': { ...reading, about: 'list' },
  'POST /points/documents': { ...reading, about: 'list', onlyReads: true },
  'GET /points/plates.pdf': { ...reading, about: 'list' },
  'GET /points/{pointId}': reading,
  /** Everybody who may report scans the plate first. */
  'GET /plates/{code}': {
    by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker', 'contractor'],
    about: 'record',
  },
  'GET /door/plates/{code}': { by: 'everybody', about: 'door' },
  'GET /points/sheets': { ...reading, about: 'list' },
  'GET /points/sheets/{sheetId}': reading,
  'GET /points/sheets/{sheetId}/print.pdf': reading,
  'POST /points/sheets': { ...keeping, ofUnit: true },
  'POST /points/sheets/{sheetId}/versions': keeping,
  'POST /points/sheets/{sheetId}/withdrawal': keeping,
  'POST /points/sheets/{sheetId}/places/{pointId}': keeping,
  'DELETE /points/sheets/{sheetId}/places/{pointId}': keeping,
  'GET /door/sheets/{code}': { by: 'everybody', about: 'door' },
  'POST /points/{pointId}/key-position': keeping,
  'POST /points/{pointId}/key-position/ending': keeping,
  'POST /points': { ...keeping, ofUnit: true },
  'PATCH /points/{pointId}': keeping,
  'POST /points/{pointId}/closing': keeping,
  'POST /points/{pointId}/keeper': keeping,
};
