import { createHash, randomBytes, randomUUID } from 'node:crypto';

import type { Page } from 'playwright-core';

/** An id as the phone makes it: a UUID of version 7. */
export function newId(at: number = Date.now()): string {
  const hex = at.toString(16).padStart(12, '0');
  const noise = randomBytes(10).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${noise.slice(0, 3)}-a${noise.slice(3, 6)}-${noise.slice(6, 18)}`;
}

type Report = {
  readonly pointCode: string;
  readonly category: string;
  readonly text: string;
  readonly photo: Buffer;
  readonly source?: string;
};

/** Reports a hazard at a point as the person signed in on the page, photo and all. */
export async function reported(page: Page, { photo, ...report }: Report): Promise<{ readonly id: string; readonly number: string }> {
  const sha256 = createHash('sha256').update(photo).digest('hex');
  const told = { id: newId(), ...report, photos: [sha256], foundAt: new Date().toISOString() };
  const receipt = await page.request.post('/api/v1/hazards', { data: told });
  if (receipt.status() !== 201) throw new Error(`the report was answered ${receipt.status()}: ${await receipt.text()}`);
  const { number, unitId } = (await receipt.json()) as { number: string; unitId: string };
  await sent(page, { photo, subject: told.id, unitId });
  return { id: told.id, number };
}

type Photo = { readonly photo: Buffer; readonly subject: string; readonly unitId: string };

/** Declares a photo of a hazard and sends it; its hash. */
export async function sent(page: Page, { photo, subject, unitId }: Photo): Promise<string> {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(photo).digest('hex');
  await page.request.post('/api/v1/evidence', { data: { id, sha256, bytes: photo.length, mime: 'image/jpeg', subject, unitId } });
  const answer = await page.request.put(`/api/v1/evidence/${id}/content`, { data: photo, headers: { 'content-type': 'image/jpeg' } });
  if (answer.status() !== 200) throw new Error(`the photo was answered ${answer.status()}: ${await answer.text()}`);
  return sha256;
}

/** Takes one step of a hazard over HTTP, as the person signed in on the page. */
export async function stepped(page: Page, address: string, data: object): Promise<void> {
  const answer = await page.request.post(`/api/v1/hazards/${address}`, { data });
  if (answer.status() !== 200) throw new Error(`${address} was answered ${answer.status()}: ${await answer.text()}`);
}
