import { randomUUID } from 'node:crypto';

import { bare, type Example, fresh, ofUnit } from '../example.ts';

const rule = { ruleId: 'hazards.lookBackShare', value: 0.5, layer: 'group', source: '集团规定' };
const clause = { kind: 'internal', title: '测试条款', text: '正文', source: '集团规定', article: null, from: '2026-01-20' };

let day = 0;
/** Each value begins after the last one. */
function nextDay(): string {
  day += 1;
  return new Date(Date.UTC(2026, 5, day)).toISOString().slice(0, 10);
}

export const standards: Readonly<Record<string, Example>> = {
  'GET /standards/rules': ofUnit,
  'GET /standards/rules/{ruleId}/versions': () => ({ params: { ruleId: 'hazards.teamDays' } }),
  'POST /standards/rules': () => ({ body: { ...rule, from: nextDay() } }),
  'POST /standards/rules/{id}/end': () => ({ params: { id: randomUUID() }, body: { on: '2026-02-01', reason: '测试' }, answers: [404] }),
  'GET /standards/clauses': bare,
  'GET /standards/clauses/{code}': () => ({ params: { code: 'AQSCF-24' }, answers: [200, 404] }),
  'POST /standards/clauses': () => ({ body: { ...clause, code: fresh('LZ-') } }),
  'GET /standards/editions': bare,
  'GET /standards/calendar/{year}': () => ({ params: { year: '2026' } }),
  'POST /standards/calendar/{year}/days': () => ({
    params: { year: '2027' },
    body: { days: [{ day: '2027-01-01', kind: 'rest', name: '元旦' }], reason: '测试' },
  }),
  'GET /standards/workdays': () => ({ query: { from: '2026-01-20', workdays: '5' } }),
};
