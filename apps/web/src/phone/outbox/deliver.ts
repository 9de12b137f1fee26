import type { HandedIn, OutboxItem } from './item.ts';
import type { PhonePhoto } from '../photos/prepare-photo.ts';
import type { PassageEvent } from './passage.ts';

export type Delivering = {
  readonly photos: readonly PhonePhoto[];
  readonly handIn: () => Promise<HandedIn>;
  /** Null when the phone has lost it. */
  readonly contentOf: (photo: PhonePhoto) => Promise<Blob | null>;
  readonly tell: (event: PassageEvent) => void;
  readonly watch: (sha256: string, share: number) => void;
};

/** The phone itself threw a photo away: its browser was short of space, or somebody cleared it. */
export class PhotoLost extends Error {
  override readonly name = 'PhotoLost';
}

/**
 * Sends the words, then the photos that the server misses, oldest first, and asks it at the end what it has. May be called again after
 * any failure: nothing is doubled. Answers how it ended, unless something threw, as what was refused besides the words does at the end.
 */
export async function deliver(delivering: Delivering): Promise<PassageEvent> {
  const { photos, handIn, tell } = delivering;
  const handed = await handIn();
  tell({ type: 'textArrived', number: handed.number });
  for (const { sha256 } of photos) if (!handed.missing.includes(sha256)) tell({ type: 'photoArrived', sha256 });
  const waiting = photos.filter(({ sha256 }) => handed.missing.includes(sha256));
  await twoAtATime(waiting, (photo) => sendOne(photo, handed, delivering));
  const { missing, refused } = waiting.length === 0 ? handed : await handIn();
  if (refused !== undefined) throw refused;
  const lacking = photos.some(({ sha256 }) => missing.includes(sha256));
  return lacking ? { type: 'stopped', because: 'photos' } : { type: 'arrived' };
}

async function sendOne(photo: PhonePhoto, { sendPhoto }: HandedIn, { contentOf, tell, watch }: Delivering): Promise<void> {
  const content = await contentOf(photo);
  if (content === null) throw new PhotoLost(photo.id);
  await sendPhoto(photo, content, (share) => watch(photo.sha256, share));
  tell({ type: 'photoArrived', sha256: photo.sha256 });
}

/** While the server looks through one, the next is on its way. After a failure none is begun, and those on their way are waited for. */
async function twoAtATime<Thing>(things: readonly Thing[], act: (thing: Thing) => Promise<void>): Promise<void> {
  const waiting = [...things];
  const faults: unknown[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await act(next).catch((fault: unknown) => {
        faults.push(fault);
        waiting.length = 0;
      });
    }
  };
  await Promise.all([lane(), lane()]);
  if (faults.length > 0) throw faults[0];
}

/** Whose it is and what it is about decides the order only; each is sent whole before the next begins. */
export function inOrder(items: readonly OutboxItem[]): readonly OutboxItem[] {
  return items.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}
