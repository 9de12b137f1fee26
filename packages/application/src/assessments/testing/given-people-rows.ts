import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { addDays, startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';

type Row = Readonly<Record<string, unknown>>;

/** Rows of events, responsibilities, training and certificates as the owner writes them, each learnt on a day. */
export function peopleRowsOf(owner: Database) {
  async function insert(knownOn: string, table: string, row: Row): Promise<string> {
    const made = { id: randomUUID(), ...row };
    await owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.at', ${startOf(knownOn).toISOString()}, true)`.execute(tx);
      await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(made).map((name) => sql.ref(name)))})
        values (${sql.join(Object.values(made))})`.execute(tx);
    });
    return made.id;
  }
  async function update(knownOn: string, table: string, { id, ...row }: Row & { readonly id: string }): Promise<void> {
    await owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.at', ${startOf(knownOn).toISOString()}, true)`.execute(tx);
      const set = Object.entries(row).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
      await sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${id}`.execute(tx);
    });
  }
  const early = '2026-01-01';
  return {
    update,
    incident: (unitId: string, on: string, over: Row = {}, knownOn = on) =>
      insert(knownOn, 'incidents', {
        unit_id: unitId,
        text: '布车侧翻',
        state: 'confirmed',
        event_class: 'nearMiss',
        occurred_on: on,
        occurred_at: startOf(on),
        discovered_at: startOf(on),
        reported_at: startOf(on),
        recorded_at: startOf(knownOn),
        ...over,
      }),
    clock: (incidentId: string, unitId: string, [code, dueOn, metOn]: readonly [string, string, string | null]) =>
      insert(early, 'incident_clocks', {
        incident_id: incidentId,
        unit_id: unitId,
        code,
        starts_at: startOf(early),
        due_at: startOf(dueOn),
        met_at: metOn === null ? null : startOf(metOn),
      }),
    finding: (incidentId: string, finding: string, found: boolean, on: string) =>
      insert(on, 'incident_findings', { incident_id: incidentId, finding, found, on_day: on, basis: '调查报告', recorded_at: startOf(on) }),
    campaign: (unitId: string, year: number) =>
      insert(early, 'letter_campaigns', {
        unit_id: unitId,
        year,
        name: '年度责任书',
        template: '责任书',
        post_names: '{}',
        from_on: early,
        sign_by_on: '2026-01-31',
      }),
    letter: (campaignId: string, unitId: string, personId: string, over: Row = {}) =>
      insert(early, 'letters', {
        campaign_id: campaignId,
        year: 2026,
        unit_id: unitId,
        person_id: personId,
        post: 'staff',
        cause: 'campaign',
        owed_from: early,
        due_on: '2026-01-31',
        made_at: startOf(early),
        ...over,
      }),
    appointment: (personId: string, unitId: string, post: string) =>
      insert(early, 'appointments', { person_id: personId, unit_id: unitId, post, from_on: '2025-02-01' }),
    async duty(of: { unitId: string; personId: string; appointmentId: string }, [dueOn, doneOn, learntOn]: Dated, over: Row = {}) {
      const { rows } = await sql<{ id: string }>`select id from duties where code = 'OP_UH1'`.execute(owner);
      return insert(early, 'duty_occurrences', {
        duty_id: rows[0]?.id,
        code: randomUUID(),
        kind: 'onePost',
        unit_id: of.unitId,
        person_id: of.personId,
        post: 'unitHead',
        deputy: false,
        appointment_id: of.appointmentId,
        period: 'month',
        period_on: `${dueOn.slice(0, 7)}-01`,
        from_on: `${dueOn.slice(0, 7)}-01`,
        due_on: dueOn,
        late_until: addDays(dueOn, 10),
        needed: 1,
        made_at: startOf(early),
        done_at: doneOn === null ? null : startOf(doneOn),
        timing: doneOn === null ? null : doneOn <= dueOn ? 'onTime' : 'late',
        recorded_at: doneOn === null ? null : startOf(learntOn ?? doneOn),
        ...over,
      });
    },
    async result(occurrenceId: string, unitId: string, [personId, on]: readonly [string, string], photographed: boolean) {
      const { rows } = await sql<{ plan: string; version: string }>`
        select o.plan_id as plan, v.id as version from inspection_occurrences o join inspection_plans p on p.id = o.plan_id
          join inspection_checklist_versions v on v.checklist_id = p.checklist_id where o.id = ${occurrenceId}`.execute(owner);
      const id = await insert(on, 'inspection_results', {
        on_day: on,
        occurrence_id: occurrenceId,
        plan_id: rows[0]?.plan,
        checklist_version_id: rows[0]?.version,
        unit_id: unitId,
        by_id: personId,
        started_at: startOf(on),
        done_at: startOf(on),
        claimed_at: startOf(on),
        clock_suspect: false,
        recorded_at: startOf(on),
        timing: 'onTime',
        verdicts: 'p',
        failed: 0,
      });
      if (photographed)
        await sql`insert into inspection_photos (result_id, on_day, unit_id, item, sha256, at, subject_id)
          values (${id}, ${on}, ${unitId}, 'X-01', ${'a'.repeat(64)}, 0, ${randomUUID()})`.execute(owner);
    },
    owed: (personId: string, unitId: string, [cause, on, dueOn]: readonly [string, string, string], metOn: readonly (string | null)[]) =>
      Promise.all(
        metOn.map((met, at) =>
          insert(on, 'training_owed', {
            person_id: personId,
            unit_id: unitId,
            cause,
            cause_on: on,
            level: ['company', 'workshop', 'team'][at],
            hours_owed: 8,
            due_on: dueOn,
            met_on: met,
          }),
        ),
      ),
    async terms(unitId: string, [first, again]: readonly [number, number], knownOn = early) {
      await owner.transaction().execute(async (tx) => {
        await sql`select set_config('app.at', ${startOf(knownOn).toISOString()}, true)`.execute(tx);
        await sql`insert into training_terms (unit_id, head_first, head_again, new_worker, worker_again, level_hours, move_hours, return_months,
            before_work_days)
          values (${unitId}, 32, 12, ${first}, ${again}, 8, 4, 12, 3) on conflict (unit_id) do update set worker_again = excluded.worker_again`.execute(
          tx,
        );
      });
    },
    session: (unitId: string) =>
      insert(early, 'training_sessions', {
        unit_id: unitId,
        kind: 'quick',
        category: 'annual',
        title: '年度再培训',
        class_hours: 4,
        code: randomUUID(),
        search_key: 'nd',
      }),
    credit: (sessionId: string, unitId: string, [personId, on, hours]: readonly [string, string, number], over: Row = {}) =>
      insert(on, 'training_credits', {
        session_id: sessionId,
        person_id: personId,
        unit_id: unitId,
        person_unit_id: unitId,
        category: 'annual',
        on_day: on,
        attended: true,
        class_hours: hours,
        recorded_at: startOf(on),
        ...over,
      }),
    certifiedPost: (personId: string, unitId: string, from: string, to: string | null = null) =>
      insert(early, 'certified_posts', { person_id: personId, unit_id: unitId, item: 'N1', from_on: from, to_on: to }),
    certificate: (personId: string, [from, until, knownOn = early]: readonly [string, string, string?], over: Row = {}) =>
      insert(knownOn, 'certificates', {
        person_id: personId,
        item: 'N1',
        issued_on: from,
        valid_until: until,
        entered_on: knownOn,
        ...over,
      }),
    violation: (unitId: string, personId: string, on: string, over: Row = {}) =>
      insert(on, 'violations', {
        unit_id: unitId,
        person_id: personId,
        kind: 'illegalOperation',
        what: '未停机清理',
        found_at: startOf(on),
        found_on: on,
        recorded_at: startOf(on),
        re_educate_by: addDays(on, 15),
        ...over,
      }),
    doubt: (unitId: string, violationId: string, learntOn: string) =>
      sql`insert into violation_doubts (violation_id, unit_id, doubts, claimed_at, recorded_at)
        values (${violationId}, ${unitId}, '{afterLeaving}', ${startOf(learntOn)}, ${startOf(learntOn)})`.execute(owner),
    behaviourCheck: (unitId: string, on: string, learntOn = on) =>
      insert(learntOn, 'behaviour_checks', { unit_id: unitId, on_day: on, observed: 5, safe: 4, recorded_at: startOf(learntOn) }),
    staffing: (unitId: string, monthEnd: string, over: Row = {}) =>
      insert(early, 'staffing_months', {
        unit_id: unitId,
        month_end: monthEnd,
        headcount: 480,
        high_risk: false,
        full_time: 1,
        part_time: 0,
        organisation: false,
        director: false,
        committee: false,
        required: '{}',
        failures: [],
        compliant: true,
        recorded_at: startOf(addDays(monthEnd, 1)),
        ...over,
      }),
    hazard: (unitId: string, personId: string | null, on: string, over: Row = {}) =>
      insert(on, 'hazards', {
        unit_id: unitId,
        stage: 'reported',
        category: 'exits',
        key_area: 'fire',
        kind: 'site',
        source: 'employeeReport',
        found_by_id: personId,
        found_on: on,
        found_at: startOf(on),
        claimed_at: startOf(on),
        reported_at: startOf(on),
        ...over,
      }),
  };
}

type Dated = readonly [dueOn: string, doneOn: string | null, learntOn?: string];
