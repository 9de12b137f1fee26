import { randomUUID } from 'node:crypto';

import { createChecklist, draftChecklist, performCheck, publishChecklist } from '@changming/application/inspections';
import { as, given } from '@changming/application/testing';
import { itemsOf, newResultId } from '@changming/application/testing/inspection-story';
import { sql } from 'kysely';

import { bare, type Example, fresh, noted, ofUnit, personId, unitId, notedUnlessAbove } from '../example.ts';
import type { Place, World } from '../world.ts';
import { noneInMaking } from './hazards.ts';

/** A published checklist of the place. Answers its code too, by which its items are called. */
async function checklist(world: World, at: Place): Promise<{ readonly id: string; readonly code: string }> {
  const code = fresh('LIST').replace(/\d+$/, (digits) => `X${digits}`);
  if (at.absent) return { id: randomUUID(), code };
  const officer = as(world.house, 'hqSafety', world.units.root, await personId(world, world.group));
  const { id } = await createChecklist(officer, { unitId: at.unit.id, code, name: code });
  await draftChecklist(officer, { checklistId: id, version: 1, name: code, items: itemsOf(code) });
  await publishChecklist(officer, { checklistId: id, version: 2 });
  return { id: notedUnlessAbove(world, at, id), code };
}

type Owed = { readonly planId: string; readonly occurrenceId: string; readonly code: string };

/** A plan of the place about the unit itself, and one thing that it owes there today. */
async function owed(world: World, at: Place, state: 'open' | 'missed' = 'open'): Promise<Owed> {
  const { id: checklistId, code } = await checklist(world, at);
  if (at.absent) return { planId: randomUUID(), occurrenceId: randomUUID(), code };
  const [planId, occurrenceId] = [randomUUID(), randomUUID()];
  const made = { unit_id: at.unit.id, kind: 'inspection' as const, post: 'safetyOfficer' as const, person_id: null };
  const day = (time: string) => new Date(`2026-01-20T${time}+08:00`);
  await given.arranged(world.owner, async (tx) => {
    await sql`select house.make_inspection_months('2026-01-01', '2026-01-31')`.execute(tx);
    await tx
      .insertInto('inspection_plans')
      .values({
        ...made,
        id: planId,
        name: '日查',
        checklist_id: checklistId,
        cadence: '{"every":"day"}',
        points_of: 'unit',
        point_kinds: [],
        rest_days: 'keep',
        grace_minutes: 0,
        from_on: '2026-01-20',
        to_on: null,
        end_reason: null,
        made_to: '2026-01-20',
        search_key: '日查',
      })
      .execute();
    await tx
      .insertInto('inspection_occurrences')
      .values({
        ...made,
        id: occurrenceId,
        plan_id: planId,
        on_day: '2026-01-20',
        from_on: '2026-01-20',
        shift: null,
        point_id: null,
        state,
        opens_at: day('00:00:00'),
        due_at: day('23:00:00'),
        misses_at: day('23:00:00'),
        made_at: day('00:05:00'),
      })
      .execute();
  });
  return { planId: notedUnlessAbove(world, at, planId), occurrenceId: noted(world, at, occurrenceId), code };
}

const times = { startedAt: '2026-01-20T01:40:00Z', doneAt: '2026-01-20T01:45:00Z' };

function answers(code: string): Parameters<typeof performCheck>[1]['answers'] {
  return [
    { item: `${code}-01`, verdict: 'pass' },
    { item: `${code}-02`, verdict: 'fail' },
    { item: `${code}-03`, reading: 0.6 },
  ];
}

/** A check of the place by somebody there, with one failure. */
async function checked(world: World, at: Place): Promise<{ readonly resultId: string; readonly code: string }> {
  const { occurrenceId, code } = await owed(world, at);
  if (at.absent) return { resultId: randomUUID(), code };
  const id = newResultId();
  await performCheck(as(world.house, 'worker', at.unit, await personId(world, at)), { id, occurrenceId, ...times, answers: answers(code) });
  return { resultId: noted(world, at, id), code };
}

/** A record made once a place: what is only read, or whose refusal the second time proves as well that it was found. */
function onceAt<Made>(make: (world: World, at: Place) => Promise<Made>): (world: World, at: Place) => Promise<Made> {
  const made = new WeakMap<World, Map<string, Promise<Made>>>();
  return (world, at) => {
    const places = made.get(world) ?? new Map<string, Promise<Made>>();
    made.set(world, places);
    const known = places.get(at.relation) ?? make(world, at);
    places.set(at.relation, known);
    return known;
  };
}

const [readList, draftList, retiredList, plannedList] = [onceAt(checklist), onceAt(checklist), onceAt(checklist), onceAt(checklist)];
const [readOwed, editedOwed, endedOwed, doneOwed] = [onceAt(owed), onceAt(owed), onceAt(owed), onceAt(owed)];
const missed = onceAt((world, at) => owed(world, at, 'missed'));
const [readCheck, reportedCheck] = [onceAt(checked), onceAt(checked)];

const changedMeanwhile = ['inspections.checklist_changed_meanwhile', 'inspections.plan_changed_meanwhile'];
const onList: Example = async (world, at) => ({ params: { checklistId: (await readList(world, at)).id } });
const onCheck: Example = async (world, at) => ({ params: { resultId: (await readCheck(world, at)).resultId } });

const said = { points: { of: 'unit' }, cadence: { every: 'day' }, doer: { by: 'post', post: 'safetyOfficer' } };
const days = { from: '2026-01-20', to: '2026-01-20' };

export const inspections: Readonly<Record<string, Example>> = {
  'GET /inspections/checklists': bare,
  'GET /inspections/checklists/{checklistId}': onList,
  'GET /inspections/checklists/{checklistId}/versions/{number}': async (world, at) => ({
    params: { checklistId: (await readList(world, at)).id, number: '1' },
  }),
  'GET /inspections/checklists/{checklistId}/sheet.xlsx': onList,
  'POST /inspections/checklists': (_, at) => ({ body: { unitId: unitId(at), code: fresh('NEWX'), name: '新表' } }),
  'PUT /inspections/checklists/{checklistId}/draft': async (world, at) => {
    const { id, code } = await draftList(world, at);
    const body = { version: 3, name: '改', items: itemsOf(code).slice(0, 1) };
    return { params: { checklistId: id }, body, answers: [200, ...changedMeanwhile] };
  },
  'POST /inspections/checklists/{checklistId}/publication': async (world, at) => ({
    params: { checklistId: (await readList(world, at)).id },
    body: { version: 3 },
    answers: ['inspections.checklist_unchanged'],
  }),
  'POST /inspections/checklists/{checklistId}/retirement': async (world, at) => ({
    params: { checklistId: (await retiredList(world, at)).id },
    body: { version: 3, reason: '不用' },
    answers: [204, 'inspections.checklist_retired'],
  }),
  'GET /inspections/plans': ofUnit,
  'GET /inspections/shortfalls': ofUnit,
  'GET /inspections/plans/{planId}': async (world, at) => ({ params: { planId: (await readOwed(world, at)).planId } }),
  'POST /inspections/plans': async (world, at) => ({
    body: {
      unitId: unitId(at),
      name: '新计划',
      from: '2026-01-20',
      ...said,
      checklistId: (await plannedList(world, world.group)).id,
    },
  }),
  'PUT /inspections/plans/{planId}': async (world, at) => ({
    params: { planId: (await editedOwed(world, at)).planId },
    body: { version: 1, name: '改名', ...said },
    answers: [200, ...changedMeanwhile],
  }),
  'POST /inspections/plans/{planId}/ending': async (world, at) => ({
    params: { planId: (await endedOwed(world, at)).planId },
    body: { version: 1, until: '2026-01-21', reason: '停产' },
    answers: [204, ...changedMeanwhile],
  }),
  'POST /inspections/plans/document': ofUnit,
  'POST /inspections/plans/orders': async (world, at) => {
    await noneInMaking(world);
    return { query: { unitId: unitId(at) } };
  },
  'POST /inspections/occurrences/orders': async (world, at) => {
    await noneInMaking(world);
    return { query: { unitId: unitId(at), ...days } };
  },
  'GET /me/inspection-documents': bare,
  'GET /me/inspection-documents/{documentId}/file': () => ({ params: { documentId: randomUUID() }, answers: [404] }),
  'GET /inspections/coverage': ofUnit,
  'POST /inspections/coverage/document': ofUnit,
  'GET /inspections/lights-out': ofUnit,
  'GET /inspections/occurrences': (_, at) => ({ query: { unitId: unitId(at), ...days } }),
  'POST /inspections/occurrences/document': (_, at) => ({ query: { unitId: unitId(at), ...days } }),
  'GET /inspections/occurrences/{occurrenceId}': async (world, at) => ({
    params: { occurrenceId: (await readOwed(world, at)).occurrenceId },
  }),
  'POST /inspections/occurrences/reasons': async (world, at) => ({
    body: { ids: [(await missed(world, at)).occurrenceId], reason: 'forgotten' },
  }),
  'GET /inspections/mine': bare,
  'POST /inspections/results': async (world, at) => {
    const { occurrenceId, code } = await doneOwed(world, at);
    const body = { id: newResultId(), occurrenceId, ...times, answers: answers(code) };
    return { body, answers: [201, 'inspections.already_done'] };
  },
  'GET /inspections/results/{resultId}': onCheck,
  'GET /inspections/results/{resultId}/sheet.docx': onCheck,
  'GET /inspections/results/{resultId}/sheet.pdf': onCheck,
  'POST /inspections/results/{resultId}/corrections': async (world, at) => {
    const { resultId, code } = await readCheck(world, at);
    const body = { id: newResultId(), reason: '看错了', answers: answers(code) };
    /** Only who did it corrects it; being told so is proof enough that it was found. */
    return { params: { resultId }, body, answers: ['inspections.not_own_result'] };
  },
  'POST /inspections/results/{resultId}/failures/{item}/hazard': async (world, at) => {
    const { resultId, code } = await reportedCheck(world, at);
    const params = { resultId, item: `${code}-02` };
    return { params, body: { id: newResultId() }, answers: [201, 'inspections.failure_reported'] };
  },
  'GET /inspections/hazards/{hazardId}': () => ({ params: { hazardId: randomUUID() } }),
};
