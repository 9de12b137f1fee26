import { followAtDoor, reportAtDoor } from '@changming/contract/hazards/doors';
import { readHazard } from '@changming/contract/hazards/reads';
import { reportHazard } from '@changming/contract/hazards/steps';

import { call } from '../../../api/call.ts';
import { type ReportDraft, said } from './draft.ts';
import { draftsNow, dropDraft, keepDraft } from './draft-store.ts';
import { sendAtDoor, sendPhotos, sendSigned, type Watch } from './send-photos.ts';

/** What the server says it has. */
export type Receipt = {
  readonly id: string;
  readonly number: string;
  readonly complete: boolean;
  readonly photos: number;
  /** Whose hands it is in now, and for what; empty where the server does not tell. */
  readonly holders: readonly { readonly name: string; readonly unit: string }[];
  readonly claimCode: string | null;
};

type Heard = { readonly watch: Watch; readonly onText: (number: string) => void; readonly fixedAtOnce: string };

/**
 * Sends the words, then the photos that the server misses, and asks it at the end what it has. May be called again after any failure:
 * the id was made on the phone, so nothing is doubled. The draft is dropped when everything has arrived.
 */
export async function sendReport(draft: ReportDraft, heard: Heard): Promise<Receipt> {
  return draft.ownerId === null ? atDoor(draft, heard) : signedIn(draft, heard);
}

async function signedIn(draft: ReportDraft, { watch, onText, fixedAtOnce }: Heard): Promise<Receipt> {
  const body = reportOf(draft, fixedAtOnce);
  const receipt = await call(reportHazard, { body });
  onText(receipt.number);
  const photos = allPhotos(draft);
  if (!receipt.photos.complete) await sendPhotos(photos, receipt.photos.missing, { sendOne: sendSigned(draft.id, receipt.unitId), watch });
  const { complete } = (await call(reportHazard, { body })).photos;
  if (complete) dropDraft(draft.key);
  const { holder } = await call(readHazard, { params: { hazardId: draft.id } }).catch(() => ({ holder: null }));
  return { id: draft.id, number: receipt.number, complete, photos: photos.length, holders: holder?.persons ?? [], claimCode: null };
}

function reportOf(draft: ReportDraft, fixedAtOnce: string) {
  const { place, detail, after, fixed, measures, text } = draft;
  return {
    id: draft.id,
    ...(place.by === 'plate' ? { pointCode: place.code } : { unitId: place.unitId }),
    ...(detail.trim() === '' ? {} : { place: detail.trim() }),
    category: draft.category ?? 'other',
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    photos: draft.photos.map(({ sha256 }) => sha256),
    foundAt: new Date(draft.at).toISOString(),
    ...(fixed ? { onTheSpot: { measures: said(measures, '') ?? fixedAtOnce, photos: after.map(({ sha256 }) => sha256) } } : {}),
  };
}

function allPhotos({ photos, after, fixed }: ReportDraft) {
  const more = fixed ? after.filter(({ sha256 }) => photos.every((photo) => photo.sha256 !== sha256)) : [];
  return [...photos, ...more];
}

/** The claim code is told once; it stays with the draft until everything has arrived and it was noted. */
async function atDoor(draft: ReportDraft, { watch, onText }: Heard): Promise<Receipt> {
  const claimCode = keptCode(draft) ?? (await knock(draft));
  const follow = () => call(followAtDoor, { headers: { 'x-claim-code': claimCode } });
  const story = await follow();
  onText(story.number);
  if (!story.photos.complete) await sendPhotos(draft.photos, story.photos.missing, { sendOne: sendAtDoor(claimCode), watch });
  const { complete } = (await follow()).photos;
  if (complete) dropDraft(draft.key);
  return { id: story.id, number: story.number, complete, photos: draft.photos.length, holders: [], claimCode };
}

function keptCode({ key }: ReportDraft): string | null {
  const kept = draftsNow().find((each) => each.key === key);
  return kept?.kind === 'report' ? kept.claimCode : null;
}

async function knock(draft: ReportDraft): Promise<string> {
  const { place, text, photos } = draft;
  if (place.by !== 'plate') throw new Error('the public door stands at a plate');
  const words = text.trim() === '' ? {} : { text: text.trim() };
  const body = {
    pointCode: place.code,
    category: draft.category ?? 'other',
    ...words,
    photos: photos.map(({ sha256 }) => sha256),
  } as const;
  const foundAt = new Date(draft.at).toISOString();
  const { claimCode } = await call(reportAtDoor, { body: { id: draft.id, ...body, foundAt, claimCode: draft.secret } });
  keepDraft({ ...draft, sealed: true, claimCode });
  return claimCode;
}
