import { phone as enPhone } from '@changming/phrases/en/hazards/phone';
import { phone } from '@changming/phrases/zh-CN/hazards/phone';

import type { Locale } from '../../../api/locale.ts';

/** What a report says was done where nothing was chosen, in the language of whoever reports. */
export function fixedAtOnce(locale: Locale | null): string {
  return locale === 'en' ? enPhone.fixedAtOnce : phone.fixedAtOnce;
}
