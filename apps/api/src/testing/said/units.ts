import type { Said } from '../oracle.ts';

/** Everybody who works somewhere knows the tree of his branch; headquarters' safety department shapes it. */
const everybody: Said = { by: 'signedIn', about: 'record' };
const shaping: Said = { by: ['hqSafety'], about: 'record' };

export const units: Readonly<Record<string, Said>> = {
  'GET /units': { ...everybody, about: 'items' },
  'GET /units/search': { ...everybody, about: 'shared' },
  'GET /units/{unitId}': { ...everybody, ofUnit: true },
  'GET /units/{unitId}/changes': { ...everybody, ofUnit: true },
  'POST /units': { ...shaping, ofUnit: true },
  'PUT /units/{unitId}/profile': { by: ['hqSafety', 'safetyOfficer'], about: 'record' },
  'POST /units/{unitId}/renaming': shaping,
  'POST /units/{unitId}/move': shaping,
  'POST /units/{unitId}/merger': shaping,
  'POST /units/{unitId}/split': shaping,
  'POST /units/{unitId}/closing': shaping,
};
