import type { fixReportedInput } from '@changming/domain/hazards';
import type { z } from 'zod';

import type { Writing } from '../context.ts';
import { beforeLackOf, hasBefore, lackStep } from './before-lack.ts';
import { recordEvent } from './events.ts';
import { declaredPhotos, declarePhotos } from './photos.ts';
import type { StoredHazard } from './store.ts';

type Supplied = Pick<z.output<typeof fixReportedInput>, 'before' | 'beforeLack'>;

/**
 * What an anonymous report may have left out: the photos before that whoever rectifies took, or why there is none. Said once, it stays in the
 * course of the hazard; where there is a photo, nothing is lacking and nothing is noted.
 */
export async function supplyBefore(work: Writing, { hazard }: StoredHazard, { before = [], beforeLack }: Supplied): Promise<void> {
  await declarePhotos(work, hazard, 'before', before);
  if (beforeLack === undefined) return;
  const declared = await declaredPhotos(work.tx, hazard.id);
  if (hasBefore(declared) || (await beforeLackOf(work.tx, hazard.id, declared)) !== null) return;
  await recordEvent(work, { hazard, step: lackStep, note: beforeLack });
}
