import * as contract from '@changming/contract/workforce/watch';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { MaskedNumber } from '../components/masked-number.tsx';
import { type PickedPerson, PersonPicker } from '../components/person-picker.tsx';
import { standingTones } from './look.ts';
import { useAfterWatch, type WatchRoster, type WatchShift } from './queries.ts';

type ShiftDrawerProps = { readonly roster: WatchRoster; readonly shift: WatchShift | null; readonly onClose: () => void };
type Words = ReturnType<typeof useTranslation<'workforce'>>['t'];

/** One seat: who, since when signed in, what was handed over; swapping and calling. */
export function ShiftDrawer({ roster, shift, onClose }: ShiftDrawerProps) {
  const { t } = useTranslation('workforce');
  if (shift === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  const title = t('watch.desk.shift.title', {
    day: shift.onDay,
    part: t(`watch.parts.${shift.part}`),
    post: t(`watch.posts.${shift.post}`),
  });
  return (
    <DetailDrawer
      open
      title={title}
      aside={<StatusTag tone={standingTones[shift.standing]}>{t(`watch.standings.${shift.standing}`)}</StatusTag>}
      acts={<ShiftActs roster={roster} shift={shift} />}
      onClose={onClose}
    >
      <Facts facts={factsOf(shift, t)} />
      <Section title={t('watch.desk.shift.handOver')}>
        <p className={shift.handOver === null ? 'watch-quiet' : undefined}>{handedOver(shift, t)}</p>
      </Section>
      <RecordTrail subjectId={shift.id} />
    </DetailDrawer>
  );
}

function handedOver({ handOver }: WatchShift, t: Words): string {
  if (handOver === null) return t('watch.desk.shift.notHanded');
  const { notes, givenBy, givenAt, takenBy, takenAt } = handOver;
  const taken = takenBy === null || takenAt === null ? t('watch.desk.roster.handedOverOnly') : `${takenBy} ${instantText(takenAt)}`;
  return `${notes}（${givenBy ?? ''} ${instantText(givenAt)} → ${taken}）`;
}

function factsOf(shift: WatchShift, t: Words): Fact[] {
  const { person, personId, phone, swap } = shift;
  const number =
    personId === null || phone === null ? null : <MaskedNumber personId={personId} name={person ?? ''} field="phone" masked={phone} />;
  return [
    { label: t('watch.desk.shift.person'), value: person ?? t('watch.desk.roster.empty') },
    { label: t('watch.desk.shift.phone'), value: number },
    { label: t('watch.desk.shift.time'), value: `${instantText(shift.fromAt)} – ${instantText(shift.untilAt)}` },
    { label: t('watch.desk.shift.standing'), value: signedOf(shift, t) },
    ...(swap === null ? [] : [{ label: t('watch.desk.shift.swap'), value: swappedOf(swap, t), wide: true }]),
    { label: t('watch.desk.shift.lastCall'), value: calledOf(shift, t), wide: true },
  ];
}

function swappedOf({ from, reason }: NonNullable<WatchShift['swap']>, t: Words): string {
  return t('watch.desk.roster.swapped', { from: from ?? t('watch.desk.roster.nobody'), reason });
}

function signedOf({ checkedInAt, onTime, standing }: WatchShift, t: Words): string {
  if (checkedInAt === null) return t(`watch.standings.${standing}`);
  return t(onTime === false ? 'watch.desk.roster.signedInLate' : 'watch.desk.roster.signedIn', { at: instantText(checkedInAt) });
}

function calledOf({ lastCall }: WatchShift, t: Words): string {
  if (lastCall === null) return t('watch.desk.shift.notCalled');
  const result = t(lastCall.answered ? 'watch.desk.roster.answered' : 'watch.desk.roster.unanswered');
  return t('watch.desk.roster.called', { at: instantText(lastCall.at), result });
}

/** Why nobody else may stand it any more, or null. */
function closedBy({ now }: WatchRoster, { checkedInAt, untilAt }: WatchShift): string | null {
  if (checkedInAt !== null) return refusalSentence('workforce.watch_checked_in');
  return Date.parse(now) >= Date.parse(untilAt) ? refusalSentence('workforce.watch_over') : null;
}

function ShiftActs({ roster, shift }: { readonly roster: WatchRoster; readonly shift: WatchShift }) {
  const { t } = useTranslation('workforce');
  const [form, setForm] = useState<'swap' | 'call' | null>(null);
  const close = () => setForm(null);
  return (
    <>
      {roster.may.check && (
        <ActButton objection={shift.personId === null ? refusalSentence('workforce.watch_nobody') : null} onClick={() => setForm('call')}>
          {t('watch.desk.shift.call')}
        </ActButton>
      )}
      {roster.may.plan && (
        <ActButton type="primary" objection={closedBy(roster, shift)} onClick={() => setForm('swap')}>
          {t('watch.desk.shift.swap')}
        </ActButton>
      )}
      {form === 'swap' && <SwapForm shift={shift} onClose={close} />}
      {form === 'call' && <CallForm shift={shift} onClose={close} />}
    </>
  );
}

type FormProps = { readonly shift: WatchShift; readonly onClose: () => void };

function SwapForm({ shift, onClose }: FormProps) {
  const { t } = useTranslation('workforce');
  const after = useAfterWatch();
  return (
    <FieldsDrawer<{ person?: PickedPerson | null; reason: string }>
      title={t('watch.desk.shift.swap')}
      submit={t('watch.desk.shift.swap')}
      done={t('watch.desk.shift.swapDone')}
      fields={[
        { name: 'person', label: t('watch.desk.shift.swapTo'), extra: t('watch.desk.shift.leaveEmpty'), control: <PersonPicker /> },
        { name: 'reason', label: t('watch.desk.shift.swapReason'), required: true, most: 200, control: <Input /> },
      ]}
      act={async ({ person, reason }) => {
        await call(contract.swapWatch, { params: { shiftId: shift.id }, body: { personId: person?.id ?? null, reason } });
        await after();
      }}
      onClose={onClose}
    />
  );
}

function CallForm({ shift, onClose }: FormProps) {
  const { t } = useTranslation('workforce');
  const after = useAfterWatch();
  const answers = [true, false].map((value) => ({ value, label: t(value ? 'watch.desk.shift.answered' : 'watch.desk.shift.unanswered') }));
  return (
    <FieldsDrawer<{ answered: boolean; note?: string }>
      title={t('watch.desk.shift.call')}
      submit={t('watch.desk.shift.call')}
      done={t('watch.desk.shift.callDone')}
      initial={{ answered: true }}
      fields={[
        { name: 'answered', label: t('watch.desk.shift.standing'), required: true, control: <Select options={answers} /> },
        { name: 'note', label: t('watch.desk.shift.note'), most: 200, control: <Input /> },
      ]}
      act={async ({ answered, note }) => {
        await call(contract.callWatch, { params: { shiftId: shift.id }, body: { answered, ...(note?.trim() ? { note } : {}) } });
        await after();
      }}
      onClose={onClose}
    />
  );
}
