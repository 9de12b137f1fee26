import type { HazardDetail } from '@changming/contract/hazards';
import { steps as enSteps } from '@changming/phrases/en/hazards/words';
import { steps } from '@changming/phrases/zh-CN/hazards/words';

import { chosenLocale } from '../../../api/locale.ts';
import { instantText } from '../../../ui/dates.ts';

/** 王强 2026-03-05 14:20 验收通过: the last that happened to the record, for whoever comes too late. Null when it has no story. */
export function whoWasFaster({ timeline }: Pick<HazardDetail, 'timeline'>): string | null {
  const last = timeline.at(-1);
  if (last === undefined) return null;
  const words: Readonly<Record<string, string>> = chosenLocale() === 'en' ? enSteps : steps;
  return [last.by?.name, instantText(last.at), words[last.step]].filter(Boolean).join(' ');
}
