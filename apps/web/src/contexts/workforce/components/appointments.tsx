import { addDays } from '@changming/domain/kernel';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';
import '../../../ui/timeline.css';
import { type PersonDetail, useEndAppointment } from '../queries.ts';
import { Appoint } from './appoint.tsx';
import { usePostWords } from './post-words.ts';

type Office = PersonDetail['appointments'][number];
type AppointmentsProps = { readonly person: PersonDetail; readonly edits: boolean };

/** 任职 of one person over time, latest first. */
export function Appointments({ person, edits }: AppointmentsProps) {
  const { t } = useTranslation('workforce');
  const held = person.appointments;
  return (
    <Section title={t('desk.appointments.title')}>
      {held.length === 0 && (
        <EmptyState
          small
          title={t('desk.appointments.none')}
          next={t(edits ? 'desk.appointments.noneNext' : 'desk.appointments.noneAsk')}
        />
      )}
      <ol className="timeline">
        {held.map((office) => (
          <OfficeLine key={office.id} office={office} name={person.name} edits={edits} />
        ))}
      </ol>
      {edits && person.leftOn === null && <Appoint person={person} />}
    </Section>
  );
}

type OfficeLineProps = { readonly office: Office; readonly name: string; readonly edits: boolean };

function OfficeLine({ office, name, edits }: OfficeLineProps) {
  const { t } = useTranslation('workforce');
  const words = usePostWords();
  const open = office.to === null || office.to > dayOf(new Date());
  return (
    <li className={`timeline__entry timeline__entry--${toneOf(office)}`}>
      <p className="timeline__title">{words(office)}</p>
      <p className="timeline__meta">
        <span>{termText()}</span>
        {edits && open && <EndAppointment office={office} name={name} />}
      </p>
    </li>
  );

  function termText(): string {
    if (office.to === null) return t('desk.appointments.since', { from: office.from });
    if (office.to === office.from) return t('desk.appointments.never', { from: office.from });
    return t('desk.appointments.term', { from: office.from, last: addDays(office.to, -1) });
  }
}

function toneOf({ from, to }: Office): 'done' | 'waiting' | 'neutral' {
  const today = dayOf(new Date());
  if (to !== null && to <= today) return 'neutral';
  return from > today ? 'waiting' : 'done';
}

/** 免职, with the last day in office. */
function EndAppointment({ office, name }: Pick<OfficeLineProps, 'office' | 'name'>) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const words = usePostWords();
  const end = useEndAppointment();
  const [last, setLast] = useState(dayOf(new Date()));
  return (
    <ConfirmAct
      type="link"
      size="small"
      danger
      ask={t('desk.appointments.endAsk', { name, office: words(office) })}
      note={
        <>
          <label htmlFor={`last-${office.id}`}>{t('desk.appointments.last')} </label>
          <DayPicker
            id={`last-${office.id}`}
            value={last}
            onChange={(day) => setLast(day ?? last)}
            barred={(day) => day < addDays(office.from, -1)}
          />
        </>
      }
      onAct={async () => {
        await end.mutateAsync({ appointmentId: office.id, to: addDays(last, 1) });
        void message.success(t('desk.appointments.ended'));
      }}
    >
      {t('desk.appointments.end')}
    </ConfirmAct>
  );
}
