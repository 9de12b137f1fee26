import { newId } from '../../../api/new-id.ts';
import { newSecret } from '../../../api/new-secret.ts';
import { go } from '../../../phone/path.ts';
import { newReport, type Place } from './draft.ts';
import { keepDraft } from './draft-store.ts';
import { rememberPlace } from './recent-places.ts';

/** Begins a report here and opens the camera's screen. */
export function beginReport(place: Place, ownerId: string): void {
  const id = newId();
  void rememberPlace(ownerId, place);
  keepDraft(newReport({ id, ownerId, place, secret: newSecret() }));
  go(`/m/report/${id}`);
}

/** The same by the public door: of who began it nothing is kept. */
export function beginAtDoor(place: Place): void {
  const id = newId();
  keepDraft(newReport({ id, ownerId: null, place, secret: newSecret() }));
  go(`/m/door/${id}`);
}
