import { Card } from '../../../phone/ui/card.tsx';
import { StatusTag } from '../../../phone/ui/tags.tsx';
import { useLocale } from '../../../phone/words.ts';
import { dayOf } from '../../../ui/dates.ts';
import { occurrenceTones } from '../look.ts';
import type { DutyOccurrence } from './ask.ts';
import { useDutyWords, useProofName } from './words.ts';

/** As many periods of one duty as are told one by one. */
const shown = 4;

/** What is settled, duty by duty: the same duty week after week is one card. The latest first. */
export function SettledDuties({ settled }: { readonly settled: readonly DutyOccurrence[] }) {
  const t = useDutyWords();
  const english = useLocale() === 'en';
  return groupsOf(settled).map((group) => {
    const [latest] = group;
    if (latest === undefined) return null;
    const more = group.length - shown;
    return (
      <Card key={`${latest.code}:${latest.unit}`} title={english ? (latest.textEn ?? latest.text) : latest.text} note={latest.unit}>
        {group.slice(0, shown).map((one) => (
          <Period key={one.id} of={one} />
        ))}
        {more > 0 && <span className="card__note">{t('phone.settledMore', { count: more, done: doneIn(group.slice(shown)) })}</span>}
      </Card>
    );
  });
}

function Period({ of: { state, dueOn, acts } }: { readonly of: DutyOccurrence }) {
  const t = useDutyWords();
  const name = useProofName();
  const [act] = acts;
  return (
    <span className="duties__line">
      <StatusTag tone={occurrenceTones[state]}>{t(`states.${state}`)}</StatusTag>
      <span className="card__note">
        {act === undefined ? t('phone.due', { due: dueOn }) : t('phone.met', { act: name(act.verb), on: dayOf(act.at) })}
      </span>
    </span>
  );
}

function doneIn(group: readonly DutyOccurrence[]): number {
  return group.filter(({ state }) => state === 'done' || state === 'late').length;
}

function groupsOf(settled: readonly DutyOccurrence[]): DutyOccurrence[][] {
  const groups = new Map<string, DutyOccurrence[]>();
  for (const one of settled) {
    const key = `${one.code}:${one.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
