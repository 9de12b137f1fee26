import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type PersonDetail, personQuery } from '../queries.ts';
import { Absences } from './absences.tsx';
import { Appointments } from './appointments.tsx';
import { EditPerson } from './edit-person.tsx';
import { HandOver, Leave } from './hand-over.tsx';
import { MaskedNumber } from './masked-number.tsx';
import { Rejoin } from './rejoin.tsx';

type PersonDrawerProps = { readonly personId: string | null; readonly onClose: () => void };

/** One person: who, where, which posts since when. */
export function PersonDrawer({ personId, onClose }: PersonDrawerProps) {
  if (personId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer personId={personId} onClose={onClose} />;
}

function OpenDrawer({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('workforce');
  const edits = mayAnywhere(useMe(), 'workforce.edit');
  const { data: person, error, refetch } = useQuery(personQuery(personId));
  if (person === undefined) {
    return (
      <DetailDrawer open title={t('desk.person')} onClose={onClose}>
        {error === null ? (
          <Skeleton active paragraph={{ rows: 8 }} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
        )}
      </DetailDrawer>
    );
  }
  return (
    <DetailDrawer
      open
      title={person.name}
      aside={<PersonState leftOn={person.leftOn} />}
      {...(edits ? { acts: <PersonActs person={person} /> } : {})}
      onClose={onClose}
    >
      <Known person={person} edits={edits} />
    </DetailDrawer>
  );
}

function Known({ person, edits }: { readonly person: PersonDetail; readonly edits: boolean }) {
  const { t } = useTranslation('workforce');
  return (
    <>
      <Facts facts={factsOf(person, t)} />
      <Section title={t('desk.numbers')}>
        <Facts facts={numbersOf(person, t)} />
      </Section>
      <Appointments person={person} edits={edits} />
      <Absences person={person} edits={edits} />
      <RecordTrail subjectId={person.id} />
    </>
  );
}

function PersonState({ leftOn }: Pick<PersonDetail, 'leftOn'>) {
  const { t } = useTranslation('workforce');
  return <StatusTag tone={leftOn === null ? 'done' : 'neutral'}>{t(leftOn === null ? 'desk.atWork' : 'desk.left')}</StatusTag>;
}

function PersonActs({ person }: { readonly person: PersonDetail }) {
  if (person.leftOn !== null) return <Rejoin person={person} />;
  return (
    <>
      <Leave person={person} />
      <HandOver person={person} />
      <EditPerson person={person} />
    </>
  );
}

function factsOf({ staffNo, unit, sex, title, engagement, hiredOn, leftOn }: PersonDetail, t: TFunction<'workforce'>): Fact[] {
  return [
    { label: t('desk.staffNo'), value: staffNo },
    { label: t('desk.unit'), value: unit },
    { label: t('desk.sex'), value: sex && t(`sexes.${sex}`) },
    { label: t('desk.jobTitle'), value: title },
    { label: t('desk.engagement'), value: engagement === null ? t('desk.employee') : t(`engagements.${engagement}`) },
    { label: t('desk.hiredOn'), value: hiredOn },
    ...(leftOn === null ? [] : [{ label: t('desk.leftOn'), value: leftOn }]),
  ];
}

function numbersOf({ id, name, identity, phone }: PersonDetail, t: TFunction<'workforce'>): Fact[] {
  const shared = { personId: id, name };
  return [
    { label: t('desk.identity'), value: identity && <MaskedNumber key={id} {...shared} field="identity" masked={identity} /> },
    { label: t('desk.phone'), value: phone && <MaskedNumber key={id} {...shared} field="phone" masked={phone} /> },
  ];
}
