import { go } from '../../../phone/path.ts';
import { type FirePlate, newLook, type Piece } from './look.ts';
import { keepLook, lookOf, type LookRecord } from './look-store.ts';

type Beginning = { readonly piece: Piece; readonly point: FirePlate['point']; readonly ownerId: string };

/** Opens what was begun of this piece and not handed in; else begins anew. */
export function beginLook(beginning: Beginning, records: readonly LookRecord[]): void {
  const open = lookOf(beginning.piece.id, records);
  if (open !== undefined && open.passage.standing.is !== 'arrived') return go(`/m/spot/${open.id}`);
  const look = newLook(beginning);
  keepLook(look);
  go(`/m/spot/${look.id}`);
}
