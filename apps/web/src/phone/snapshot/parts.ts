import { fireSpots } from '../../contexts/equipment/phone/snapshot.ts';
import {
  hazardRecords,
  hazardTasks,
  hazardsToAccept,
  hazardsToDecide,
  hazardsToTriage,
  openHazards,
} from '../../contexts/hazards/phone/snapshot.ts';
import { myChecks } from '../../contexts/inspections/phone/snapshot.ts';
import { plates } from '../../contexts/points/phone/snapshot.ts';
import type { SnapshotPart } from './part.ts';

/** Everything this phone holds for when there is no network, in the order in which it is fetched. One line a part. */
export const parts: readonly SnapshotPart<unknown>[] = [
  anyPart(hazardTasks),
  anyPart(hazardsToTriage),
  anyPart(hazardsToAccept),
  anyPart(hazardsToDecide),
  anyPart(hazardRecords),
  anyPart(myChecks),
  anyPart(fireSpots),
  anyPart(plates),
  anyPart(openHazards),
];

/** A part is read back under its own name, so what it is handed is always its own. */
function anyPart<Kept>(part: SnapshotPart<Kept>): SnapshotPart<unknown> {
  return part as unknown as SnapshotPart<unknown>;
}
