import type { OccurrenceState } from '@changming/domain/responsibilities';

import { go } from '../../../phone/path.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Countdown, StatusTag } from '../../../phone/ui/tags.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { useLocale } from '../../../phone/words.ts';
import { dayOf } from '../../../ui/dates.ts';
import { letterTones, occurrenceTones } from '../look.ts';
import { type DutyOccurrence, type Letter, ownDutiesAndLetters } from './ask.ts';
import { SettledDuties } from './settled-duties.tsx';
import { wayOf } from './ways.ts';
import { useDutyWords, useProofName } from './words.ts';
import './duties.css';

/** 我的职责 on the phone: letters to sign first, then what is owed, by when and by which act. */
export function MyDutiesScreen() {
  const t = useDutyWords();
  const asked = useAsk(ownDutiesAndLetters);
  return (
    <Screen title={t('phone.title')} back="/m/me">
      {asked.state === 'waiting' && <Waiting />}
      {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
      {asked.state === 'ready' && <Mine mine={asked.answer} />}
    </Screen>
  );
}

type Found = Awaited<ReturnType<typeof ownDutiesAndLetters>>;

const owing: readonly OccurrenceState[] = ['open', 'overdue'];

function Mine({ mine: { items, standing, letters } }: { readonly mine: Found }) {
  const t = useDutyWords();
  const english = useLocale() === 'en';
  const owed = items.filter(({ state }) => owing.includes(state));
  const settled = items.filter(({ state }) => !owing.includes(state)).toReversed();
  return (
    <div className="stack">
      {letters.slice(0, 3).map((letter) => (
        <LetterCard key={letter.id} letter={letter} />
      ))}
      <h2 className="duties__head">{t('phone.owed')}</h2>
      {owed.length === 0 ? (
        <Notice title={t('phone.none')} next={t('phone.noneNext')} />
      ) : (
        owed.map((one) => <Owed key={one.id} of={one} />)
      )}
      {settled.length > 0 && <h2 className="duties__head">{t('phone.done')}</h2>}
      <SettledDuties settled={settled} />
      {standing.length > 0 && <h2 className="duties__head">{t('phone.standing')}</h2>}
      {standing.map(({ code, text, textEn, awaited }) => (
        <Card key={code} title={english ? (textEn ?? text) : text} {...(awaited.length === 0 ? {} : { note: t('phone.awaiting') })} />
      ))}
    </div>
  );
}

function LetterCard({ letter: { id, year, unit, state, dueOn } }: { readonly letter: Letter }) {
  const t = useDutyWords();
  return (
    <Card title={`${year} ${t('phone.letter')}`} note={unit} onPress={() => go(`/m/letters/${id}`)}>
      <span className="duties__line">
        <StatusTag tone={letterTones[state]}>{t(`letterStates.${state}`)}</StatusTag>
        {state === 'issued' && <Countdown dueOn={dueOn} />}
      </span>
    </Card>
  );
}

function Owed({ of: duty }: { readonly of: DutyOccurrence }) {
  const english = useLocale() === 'en';
  const [way] = owing.includes(duty.state) ? duty.proof.flatMap((verb) => wayOf(verb) ?? []) : [];
  const press = way === undefined ? {} : { onPress: () => go(way) };
  return (
    <Card title={english ? (duty.textEn ?? duty.text) : duty.text} note={duty.unit} {...press}>
      <Standing of={duty} />
    </Card>
  );
}

/** How it stands: what has been done for it, and while more is owed, what would do. */
function Standing({ of: { state, dueOn, needed, acts, proof } }: { readonly of: DutyOccurrence }) {
  const t = useDutyWords();
  const name = useProofName();
  const between = useLocale() === 'en' ? ', ' : '、';
  const open = owing.includes(state);
  return (
    <>
      <span className="duties__line">
        <StatusTag tone={occurrenceTones[state]}>{t(`states.${state}`)}</StatusTag>
        {open ? <Countdown dueOn={dueOn} /> : <span className="card__note">{t('phone.due', { due: dueOn })}</span>}
        {needed > 1 && <span>{t('phone.progress', { done: acts.length, needed })}</span>}
      </span>
      {acts.map(({ id, verb, at }) => (
        <span key={id} className="card__note">
          {t('phone.met', { act: name(verb), on: dayOf(at) })}
        </span>
      ))}
      {open && acts.length < needed && (
        <span className="card__note">
          {t('phone.by', {
            acts: proof.slice(0, 4).map(name).join(between),
          })}
        </span>
      )}
    </>
  );
}
