import { type Tables, toPage, when, within } from '@changming/database';
import { type DutyOccurrenceFilter, type OccurrenceState, standingOf } from '@changming/domain/responsibilities';
import { type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';

type Shown = {
  readonly id: string;
  readonly timing: 'onTime' | 'late' | null;
  readonly waivedWhy: 'left' | 'away' | null;
  readonly dueOn: string;
  readonly lateUntil: string;
  readonly personId: string;
  readonly appointmentId: string;
};

export function shownOccurrences({ tx }: Pick<Reading, 'tx'>) {
  return tx
    .selectFrom('duty_occurrences as o')
    .innerJoin('duties as d', 'd.id', 'o.duty_id')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .select(['o.id', 'o.code', 'o.kind', 'd.text', 'd.text_en as textEn', 'd.proof', 'o.unit_id as unitId', 'u.name as unit'])
    .select(['o.person_id as personId', 'o.appointment_id as appointmentId', 'o.post', 'o.deputy', 'o.period', 'o.period_on as periodOn'])
    .select(['o.from_on as fromOn', 'o.due_on as dueOn', 'o.late_until as lateUntil', 'o.needed', 'o.done_at as doneAt', 'o.timing'])
    .select(['o.waived_why as waivedWhy', 'o.waived_on as waivedOn']);
}

/** The acts that count for each, and how it stands today. */
export async function withActs<Row extends Shown>({ tx, today }: Reading, rows: readonly Row[]) {
  const ids = rows.map(({ id }) => id);
  const acts =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('duty_acts')
          .select(['occurrence_id as occurrenceId', 'act_id as id', 'verb', 'subject_id as subjectId', 'at'])
          .where('occurrence_id', 'in', ids)
          .orderBy('at')
          .execute();
  const names = await namesOf(tx, rows);
  const byOccurrence = Map.groupBy(acts, ({ occurrenceId }) => occurrenceId);
  return rows.map(({ appointmentId: _appointmentId, ...row }) => ({
    ...row,
    person: names.get(row.personId) ?? '',
    state: standingOf(row, today),
    acts: (byOccurrence.get(row.id) ?? []).map(({ occurrenceId: _occurrenceId, ...act }) => act),
  }));
}

/** Who holds a post of the branch has a name there, wherever he belongs. */
async function namesOf(tx: Reading['tx'], rows: readonly Shown[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ appointmentId }) => appointmentId))];
  const found = await sql<{ id: string; name: string }>`select person_id as id, name from house.appointed_names(${ids}::uuid[])`.execute(
    tx,
  );
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}

type Seen = ExpressionBuilder<Tables & { o: Tables['duty_occurrences'] }, 'o'>;

/** The rules of `standingOf`, as the database asks them. */
function stands(state: OccurrenceState, today: string): RawBuilder<SqlBool> {
  const open = sql`o.done_at is null and o.waived_at is null`;
  const ways: Readonly<Record<OccurrenceState, RawBuilder<SqlBool>>> = {
    open: sql`(${open} and o.due_on >= ${today}::date)`,
    overdue: sql`(${open} and o.due_on < ${today}::date and o.late_until >= ${today}::date)`,
    missed: sql`(${open} and o.late_until < ${today}::date)`,
    done: sql`(o.timing = 'onTime')`,
    late: sql`(o.timing = 'late')`,
    waived: sql`(o.waived_at is not null)`,
  };
  return ways[state];
}

function conditions(eb: Seen, { from, to, personId, kind, state }: Omit<DutyOccurrenceFilter, 'limit'>, today: string) {
  return [
    ...when(from, (day) => eb('o.due_on', '>=', day)),
    ...when(to, (day) => eb('o.from_on', '<=', day)),
    ...when(personId, (is) => eb('o.person_id', '=', is)),
    ...when(kind, (is) => eb('o.kind', 'in', is)),
    ...when(state, (is) => eb.or(is.map((each) => stands(each, today)))),
  ];
}

/** 履职台账 of a branch: who owes what by when, and what has discharged it. */
export const listOccurrences = query({
  permission: 'responsibilities.read',
  async run(work, { after, limit, ...filter }: DutyOccurrenceFilter) {
    const ranges = await rangesOf(work, filter);
    const rows = await shownOccurrences(work)
      .where((eb) => within(eb.ref('o.unit_pos'), ranges))
      .where((eb) => eb.and(conditions(eb as never, filter, work.today)))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('o.due_on', 'o.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('o.due_on', 'desc')
      .orderBy('o.id', 'desc')
      .limit(limit + 1)
      .execute();
    const page = toPage(
      rows,
      limit,
      ({ dueOn, id }) => `${dueOn}~${id}`,
      (row) => row,
    );
    return { ...page, items: await withActs(work, page.items), today: work.today };
  },
});
