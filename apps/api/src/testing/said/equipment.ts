import type { Said } from '../oracle.ts';

/** Whoever works, leads or analyses in the branch sees what stands there; those who keep it in order change it. */
const reading: Said = {
  by: ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst'],
  about: 'record',
};
const keeping: Said = { by: ['hqSafety', 'safetyOfficer', 'workshopHead'], about: 'record' };
/** 停用、启用、报废. */
const ending: Said = { by: ['hqSafety', 'unitHead', 'safetyOfficer'], about: 'record' };
/** Everybody on the floor looks fire equipment over. */
const checking: Said = {
  by: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker'],
  about: 'record',
};

/** Whoever leads where it was missed says why. */
const explaining: Said = { by: ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader'], about: 'record' };

export const equipment: Readonly<Record<string, Said>> = {
  'GET /equipment/special': { ...reading, about: 'list' },
  'POST /equipment/special/documents': { ...reading, about: 'list', onlyReads: true },
  'GET /equipment/special/{equipmentId}': reading,
  'POST /equipment/special': { ...keeping, ofUnit: true },
  'PATCH /equipment/special/{equipmentId}': keeping,
  'POST /equipment/special/{equipmentId}/inspections': keeping,
  'POST /equipment/special/{equipmentId}/states': ending,
  'POST /equipment/special/{equipmentId}/operators': keeping,
  'POST /equipment/special/{equipmentId}/operators/{operatorId}/ending': keeping,
  'GET /equipment/fire': { ...reading, about: 'list' },
  'POST /equipment/fire/documents': { ...reading, about: 'list', onlyReads: true },
  'GET /equipment/fire/{equipmentId}': reading,
  'POST /equipment/fire': { ...keeping, ofUnit: true },
  'PATCH /equipment/fire/{equipmentId}': keeping,
  'POST /equipment/fire/{equipmentId}/checks': checking,
  'POST /equipment/fire/{equipmentId}/scrapping': ending,
  'GET /plates/{code}/fire': checking,
  'GET /equipment/spots': { ...checking, about: 'items' },
  'POST /equipment/fire/checks/{checkId}/hazard': checking,
  'GET /equipment/fire/{equipmentId}/hazards': reading,
  'GET /equipment/missed-spots': { ...reading, about: 'list' },
  'POST /equipment/missed-spots/documents': { ...reading, about: 'list', onlyReads: true },
  'POST /equipment/missed-spots/reasons': explaining,
  'GET /equipment/place-checks': { ...reading, about: 'list' },
  'POST /equipment/place-checks': { ...checking, ofUnit: true },
  'GET /equipment/due': { ...reading, about: 'list' },
  'GET /equipment/due/counts': { ...reading, about: 'list' },
};
