import { jurisdictionsOf, ruleInForce, type RuleId } from '@changming/domain/standards';
import { termsFrom, type TrainingTerms } from '@changming/domain/training';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { ruleVersions } from '../standards/index.ts';

type Unit = {
  readonly id: string;
  readonly lo: number;
  readonly hi: number;
  readonly province: string | null;
  readonly city: string | null;
  readonly flags: readonly string[];
};
type Bound = Unit & { readonly gateFrom: string | null; readonly path: readonly string[] };

/**
 * 学时要求核对: what the rules of today come to in each unit, written where it differs. The rules are layered once for each kind of place,
 * not once for each unit: units in one province, with the same rules of their own above them and the same risk, share their terms.
 */
export const reckonTerms = command({
  permission: 'training.sweep',
  name: 'training.reckonTerms',
  input: z.strictObject({}),
  async run(work) {
    const rows = await termsNow(work);
    const changed = await writeTerms(work, rows);
    /** What people owe by them is reckoned anew at once, and not lost when the worker stops in between. */
    if (changed > 0) await work.enqueue('training.sweep', {}, `terms:${work.now.getTime()}`);
    return work.trail([], { units: rows.length, changed });
  },
});

async function termsNow(work: Writing) {
  const versions = (await ruleVersions(work.tx)).filter(({ ruleId }) => ruleId.startsWith('training.'));
  const ruled = new Set(versions.filter(({ layer }) => layer === 'unit').map(({ place }) => place));
  const shared = new Map<string, TrainingTerms>();
  const termsOf = ({ province, city, path, flags }: Bound): TrainingTerms => {
    const units = path.filter((id) => ruled.has(id));
    const key = JSON.stringify([province, city, units, flags.includes('isHighRisk')]);
    const known = shared.get(key);
    if (known !== undefined) return known;
    const places = jurisdictionsOf({ province, city, units });
    const number = (ruleId: RuleId) => {
      const value = ruleInForce(versions, ruleId, { path: places, on: work.today })?.version.value;
      return typeof value === 'number' ? value : null;
    };
    const terms = termsFrom({ number }, flags.includes('isHighRisk'));
    shared.set(key, terms);
    return terms;
  };
  return (await boundUnits(work)).map((unit) => rowOf(unit, termsOf(unit)));
}

/** Units from the root down, each with the nearest province, city and first day of the gate above it; a branch of high risk is so throughout. */
async function boundUnits({ tx }: Writing): Promise<Bound[]> {
  const units = await tx
    .selectFrom('units as u')
    .leftJoin('unit_cities as c', 'c.id', 'u.id')
    .select(['u.id', 'u.lo', 'u.hi', 'u.province', 'c.city', 'u.flags'])
    .where('u.closed_on', 'is', null)
    .orderBy('u.lo')
    .execute();
  const starts = new Map(
    (await tx.selectFrom('training_starts').select(['unit_id', 'from_on']).execute()).map((row) => [row.unit_id, row.from_on]),
  );
  const above: Bound[] = [];
  return units.map((unit) => {
    while (above.length > 0 && (above.at(-1)?.hi ?? 0) < unit.lo) above.pop();
    const bound = boundBy(unit, above.at(-1) ?? group, starts.get(unit.id));
    above.push(bound);
    return bound;
  });
}

const group = { flags: [], province: null, city: null, gateFrom: null, path: [] } as const;
type Above = Pick<Bound, 'flags' | 'province' | 'city' | 'gateFrom' | 'path'>;

function boundBy(unit: Unit, parent: Above, ownStart: string | undefined): Bound {
  const risky = parent.flags.includes('isHighRisk') ? ['isHighRisk'] : [];
  return {
    ...unit,
    flags: [...unit.flags, ...risky],
    province: unit.province ?? parent.province,
    city: unit.city ?? parent.city,
    gateFrom: ownStart ?? parent.gateFrom,
    path: [...parent.path, unit.id],
  };
}

function rowOf({ id, gateFrom }: Bound, terms: TrainingTerms) {
  return {
    unit_id: id,
    head_first: terms.headFirst,
    head_again: terms.headAgain,
    new_worker: terms.newWorker,
    worker_again: terms.workerAgain,
    level_hours: terms.levelHours,
    move_hours: terms.moveHours,
    return_months: terms.returnMonths,
    before_work_days: terms.beforeWorkDays,
    four_new_hours: terms.fourNewHours,
    dust_hours: terms.dustHours,
    review_hours: terms.reviewHours,
    review_days: terms.reviewDays,
    gate_from: gateFrom,
  };
}

const columns = {
  unit_id: 'uuid',
  head_first: 'numeric',
  head_again: 'numeric',
  new_worker: 'numeric',
  worker_again: 'numeric',
  level_hours: 'numeric',
  move_hours: 'numeric',
  return_months: 'integer',
  before_work_days: 'integer',
  four_new_hours: 'numeric',
  dust_hours: 'numeric',
  review_hours: 'numeric',
  review_days: 'integer',
  gate_from: 'date',
} as const;

async function writeTerms({ tx }: Writing, rows: readonly ReturnType<typeof rowOf>[]): Promise<number> {
  const named = Object.keys(columns).map((name) => sql.ref(name));
  const kept = named.slice(1);
  const { numAffectedRows } = await sql`
    insert into training_terms (${sql.join(named)}) select ${sql.join(named)} from ${rowsAsTable('r', columns, rows)}
    on conflict (unit_id) do update set (${sql.join(kept)}) = (${sql.join(kept.map((name) => sql`excluded.${name}`))})
    where (${sql.join(kept.map((name) => sql`training_terms.${name}`))}) is distinct from (${sql.join(kept.map((name) => sql`excluded.${name}`))})`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}
