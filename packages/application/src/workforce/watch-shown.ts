import type { Tx, WatchCallRow, WatchHandOverRow, WatchSwapRow } from '@changming/database';
import { signedInOnTime, watchStanding } from '@changming/domain/workforce';
import type { Selectable } from 'kysely';

import type { Reading } from '../context.ts';
import { type StoredShift, toShift, watchPeople, watchRules } from './watch-store.ts';

type NameOf = (id: string | null | undefined) => string | null;
type Beside = {
  readonly hands: ReadonlyMap<string, Selectable<WatchHandOverRow>>;
  readonly swaps: ReadonlyMap<string, Selectable<WatchSwapRow>>;
  readonly calls: ReadonlyMap<string, Selectable<WatchCallRow>>;
};

/** The seats as a roster shows them: who, how it stands, the last swap, the hand-over and the last call. */
export async function shownShifts({ tx, now }: Pick<Reading, 'tx' | 'now'>, rows: readonly StoredShift[]) {
  const ids = rows.map(({ id }) => id);
  const people = await watchPeople(tx, ids);
  const rules = await watchRules(tx);
  const beside = await besideOf(tx, ids);
  const nameOf: NameOf = (id) => people.get(id ?? '')?.name ?? null;
  return Promise.all(
    rows.map(async (row) => {
      const { checkInMinutes } = await rules({ unitId: row.unit_id, on: row.on_day });
      return {
        ...seatOf(row),
        person: nameOf(row.person_id),
        phone: people.get(row.person_id ?? '')?.phoneMasked ?? null,
        onTime: row.checked_in_at === null ? null : signedInOnTime(toShift(row), checkInMinutes),
        standing: watchStanding(toShift(row), now, checkInMinutes),
        ...shownBeside(beside, row.id, nameOf),
      };
    }),
  );
}

function seatOf(row: StoredShift) {
  return {
    id: row.id,
    unitId: row.unit_id,
    onDay: row.on_day,
    part: row.part,
    restDay: row.rest_day,
    post: row.post,
    seat: row.seat,
    fromAt: row.from_at,
    untilAt: row.until_at,
    personId: row.person_id,
    checkedInAt: row.checked_in_at,
  };
}

function shownBeside({ hands, swaps, calls }: Beside, id: string, nameOf: NameOf) {
  const [given, swap, call] = [hands.get(id), swaps.get(id), calls.get(id)];
  return {
    swap: swap === undefined ? null : { from: nameOf(swap.from_person_id), reason: swap.reason, by: nameOf(swap.by_id), at: swap.at },
    handOver: given === undefined ? null : handedOver(given, nameOf),
    lastCall: call === undefined ? null : { answered: call.answered, note: call.note, by: nameOf(call.by_id), at: call.at },
  };
}

function handedOver({ notes, given_by_id, given_at, taken_by_id, taken_at }: Selectable<WatchHandOverRow>, nameOf: NameOf) {
  return { notes, givenBy: nameOf(given_by_id), givenAt: given_at, takenBy: nameOf(taken_by_id), takenAt: taken_at };
}

/** Hand-overs, the last swaps and the last calls, by shift. */
async function besideOf(tx: Tx, ids: readonly string[]): Promise<Beside> {
  if (ids.length === 0) return { hands: new Map(), swaps: new Map(), calls: new Map() };
  const hands = await tx
    .selectFrom('watch_hand_overs')
    .selectAll()
    .where('shift_id', 'in', [...ids])
    .execute();
  const swaps = await tx
    .selectFrom('watch_swaps')
    .selectAll()
    .where('shift_id', 'in', [...ids])
    .orderBy('at')
    .execute();
  const calls = await tx
    .selectFrom('watch_calls')
    .selectAll()
    .where('shift_id', 'in', [...ids])
    .orderBy('at')
    .execute();
  return {
    hands: new Map(hands.map((row) => [row.shift_id, row])),
    swaps: new Map(swaps.map((row) => [row.shift_id, row])),
    calls: new Map(calls.map((row) => [row.shift_id, row])),
  };
}
