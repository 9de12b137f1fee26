import { uuidV7 as newId } from '@changming/application/context';
import { receivePhotoAtDoor, reportAtDoor, reportHazard } from '@changming/application/hazards';
import { pastOf } from '@changming/application/access';

import type { Telling } from './telling.ts';
import { sendPicture } from './take-pictures.ts';

/** The report with its photos: by the one who found it, by the officer of an inspection, or by nobody in particular at a plate. */
export async function reportLife(telling: Telling): Promise<void> {
  if (telling.life.fate === 'anonymous') return reportWithoutName(telling);
  const { life, hazardId, files, before, by } = telling;
  const { cast, tale, fate } = life;
  const caller = by(fate === 'major' ? cast.officer : cast.finder, 0);
  const mended = fate === 'onTheSpot' ? telling.after : null;
  await reportHazard(caller, {
    ...seen(telling),
    ...placeOf(life),
    ...(fate === 'major' ? { source: 'groupInspection' as const } : {}),
    ...(mended === null ? {} : { onTheSpot: { measures: tale.measures, photos: [mended.sha256] } }),
  });
  for (const picture of [before, mended]) if (picture !== null) await sendPicture({ caller, files, hazardId, life }, picture);
}

function placeOf({ cast, tale, point }: Telling['life']) {
  return point === undefined ? { unitId: cast.workshop.id, place: tale.place } : { pointCode: point.code };
}

async function reportWithoutName(telling: Telling): Promise<void> {
  const { life, house, files, before } = telling;
  const stranger = pastOf(house, life.at).stranger({ via: 'door', ip: null });
  const pointCode = life.point?.code ?? '';
  const { claimCode } = await reportAtDoor(stranger, { ...seen(telling), pointCode, address: null });
  const photo = { id: newId(life.at, life.random.bytes(16)), sha256: before.sha256, bytes: before.content.byteLength };
  await receivePhotoAtDoor(stranger, files, { ...photo, mime: 'image/jpeg', claimCode, address: null, content: before.content });
}

function seen({ life: { tale, at }, hazardId, before }: Telling) {
  return {
    id: hazardId,
    category: tale.category as 'exits',
    text: tale.text,
    photos: [before.sha256],
    foundAt: at.toISOString(),
  };
}
