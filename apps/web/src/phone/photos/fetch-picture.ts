import { evidenceAddress, type PictureOf } from './evidence-address.ts';

/** A picture of the server as a data address; null when it does not come. */
export async function fetchPicture(picture: PictureOf): Promise<string | null> {
  const answer = await fetch(evidenceAddress(picture)).catch(() => null);
  if (answer === null || !answer.ok) return null;
  const content = await answer.blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : null));
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(content);
  });
}
