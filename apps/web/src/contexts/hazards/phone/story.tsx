import type { HazardDetail } from '@changming/contract/hazards';

import { Timeline } from '../../../ui/timeline.tsx';
import { type HazardWords, useHazardWords } from './words.ts';

/** What happened, the latest first. */
export function Story({ hazard: { timeline } }: { readonly hazard: HazardDetail }) {
  const t = useHazardWords();
  const entries = timeline.toReversed().map((entry, at) => ({
    id: String(timeline.length - at),
    at: entry.at,
    tone: 'neutral' as const,
    title: titleOf(entry.step, t),
    ...(entry.by === null ? {} : { by: `${entry.by.name} · ${entry.by.unit}` }),
    ...(wordsOf(entry, t) === null ? {} : { detail: wordsOf(entry, t) }),
  }));
  return (
    <section>
      <h2 className="quiet-title">{t('phone.story')}</h2>
      <Timeline entries={entries} />
    </section>
  );
}

/** A key without a sentence shows itself; a step that the phone has no word for is 办理. */
function titleOf(step: string, t: HazardWords): string {
  const keys = [`steps.${step}`, `phone.storySteps.${step}`] as Parameters<HazardWords>[0][];
  return keys.map((key) => ({ key, said: t(key) })).find(({ key, said }) => said !== key)?.said ?? t('phone.storySteps.other');
}

function wordsOf({ note, facts }: HazardDetail['timeline'][number], t: HazardWords): string | null {
  const reason = facts['reason'];
  const key = `sendBackReasons.${reason}` as Parameters<HazardWords>[0];
  const named = typeof reason === 'string' && t(key) !== key ? t(key) : null;
  return [rungOf(facts, t), named, note].filter(Boolean).join('；') || null;
}

/** Which level was told that it is late, and who stood there that day. */
function rungOf({ tells, days, told, count }: HazardDetail['timeline'][number]['facts'], t: HazardWords): string | null {
  if (tells === undefined || days === undefined) return null;
  const key = `escalationTargets.${tells}` as Parameters<HazardWords>[0];
  const names = count === 0 ? t('phone.toldNobody') : (told ?? '');
  return t('phone.told', { days, level: t(key), names });
}
