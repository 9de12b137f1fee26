import { bare, type Example, unitId } from '../example.ts';
import { hazard } from './hazards.ts';

/** A dataset narrowed to the branch of the place. */
const ofBranch: Example = (_, at) => ({ query: { 'unitId.within': unitId(at) } });

export const analytics: Readonly<Record<string, Example>> = {
  'GET /analytics': bare,
  'GET /analytics/units': ofBranch,
  'GET /analytics/unitHistory': ofBranch,
  'GET /analytics/hazards': async (world, at, by) => {
    await hazard(world, at);
    return ofBranch(world, at, by);
  },
  'GET /analytics/lookBacks': ofBranch,
  'GET /analytics/dueMonths': ofBranch,
  'GET /analytics/results': ofBranch,
  'GET /analytics/indicators': ofBranch,
};
