import type { CertificateStanding } from '@changming/domain/workforce';
import i18next from 'i18next';

import { refusalSentence } from '../../ui/refusal-sentence.ts';
import type { Tone } from '../../ui/tokens.ts';

/** Rouge is for what may not be worked with. */
export const certificateTones: Readonly<Record<CertificateStanding, Tone>> = {
  valid: 'done',
  dueSoon: 'waiting',
  notYet: 'neutral',
  reviewMissed: 'alert',
  expired: 'alert',
  revoked: 'neutral',
};

/** The name of an item in the language of the page. */
export function itemName({ itemName: zh, itemNameEn: en }: { readonly itemName: string; readonly itemNameEn: string }): string {
  return i18next.language === 'en' ? en : zh;
}

type Told = { readonly code: string; readonly facts: Readonly<Record<string, string | number>> };

/** Why somebody may not work: the sentence of the context whose gate it is. */
export function objectionSentence({ code, facts }: Told): string {
  const certificateEn = facts['certificateEn'];
  const own = i18next.language === 'en' && certificateEn !== undefined ? { certificate: certificateEn } : {};
  return refusalSentence(code, { ...facts, ...own });
}
