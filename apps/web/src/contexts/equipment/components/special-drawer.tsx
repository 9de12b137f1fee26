import { useQuery } from '@tanstack/react-query';
import { Alert, App, Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { specialTones } from '../look.ts';
import { endOperator, type SpecialDetail, specialQuery, useEquipmentAct } from '../queries.ts';
import './equipment.css';
import { KeeperWords } from './keeper-words.tsx';
import { LedgerSource } from './ledger-source.tsx';
import { SpecialActs } from './special-acts.tsx';
import { UnitLink } from './unit-link.tsx';

type DrawerProps = { readonly equipmentId: string | null; readonly onClose: () => void };

/** One machine: what it is, whether it may be used, its inspections, operators and states. */
export function SpecialDrawer({ equipmentId, onClose }: DrawerProps) {
  if (equipmentId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={equipmentId} equipmentId={equipmentId} onClose={onClose} />;
}

function OpenDrawer({ equipmentId, onClose }: { readonly equipmentId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('equipment');
  const { data: machine, error, refetch } = useQuery(specialQuery(equipmentId));
  if (machine !== undefined) return <Known machine={machine} onClose={onClose} />;
  return (
    <DetailDrawer open title={t('desk.special.title')} onClose={onClose}>
      {error === null ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
      )}
    </DetailDrawer>
  );
}

type Of = { readonly machine: SpecialDetail };

function Known({ machine, onClose }: Of & { readonly onClose: () => void }) {
  const { t } = useTranslation(['equipment', 'imports']);
  const titles = (field: string) => t(`imports:specialFields.${field as 'name'}`, { defaultValue: field });
  return (
    <DetailDrawer
      open
      title={machine.ownNo === null ? machine.name : `${machine.name} ${machine.ownNo}`}
      aside={<StatusTag tone={specialTones[machine.standing]}>{t(`specialStandings.${machine.standing}`)}</StatusTag>}
      acts={<SpecialActs machine={machine} />}
      onClose={onClose}
    >
      {machine.stopUse && <StopUse machine={machine} />}
      <Facts facts={factsOf(machine, t)} />
      <Section title={t('desk.special.inspections')}>
        <Inspections machine={machine} />
      </Section>
      <Section title={t('desk.special.operators')}>
        <Operators machine={machine} />
      </Section>
      <Section title={t('desk.special.states')}>
        <States machine={machine} />
      </Section>
      <LedgerSource rows={machine.ledgerRows} titles={titles} />
      <RecordTrail subjectId={machine.id} />
    </DetailDrawer>
  );
}

/** It may not be used, and is: what the law says, and what to do. */
function StopUse({ machine }: Of) {
  const { t } = useTranslation('equipment');
  return (
    <Alert
      type="error"
      className="equipment-stop"
      showIcon
      title={t('desk.special.stopUse')}
      description={
        <>
          <p>{t('desk.special.stopUseNext')}</p>
          {machine.suggestsMajor && <p>{t('desk.special.suggestsMajor')}</p>}
        </>
      }
    />
  );
}

function factsOf(machine: SpecialDetail, t: TFunction<['equipment', 'imports']>): Fact[] {
  return [
    { label: t('desk.unit'), value: <UnitLink unitId={machine.unitId} unit={machine.unit} /> },
    { label: t('desk.special.category'), value: t(`categories.${machine.category}`) },
    { label: t('desk.special.nextDueOn'), value: machine.nextDueOn },
    { label: t('desk.special.inspectedOn'), value: machine.inspectedOn },
    { label: t('desk.state'), value: `${t(`states.${machine.state}`)} ${t('desk.since', { on: machine.stateSince })}` },
    { label: t('desk.special.registerNo'), value: machine.registerNo ?? t(`registrations.${machine.registration}`) },
    { label: t('desk.special.model'), value: machine.model },
    { label: t('desk.special.useFrom'), value: machine.useFrom },
    { label: t('desk.point'), value: machine.point },
    { label: t('desk.keeper'), value: <KeeperWords of={machine} /> },
    { label: t('desk.remark'), value: machine.remark, wide: true },
  ];
}

function Inspections({ machine: { inspections } }: Of) {
  const { t } = useTranslation('equipment');
  if (inspections.length === 0)
    return <EmptyState small title={t('desk.special.noInspections')} next={t('desk.special.noInspectionsNext')} />;
  return (
    <ul className="equipment-records">
      {inspections.map(({ id, on, kind, result, nextDueOn, reportNo, agency, by, corrected }) => {
        const line = `${on} ${t(`inspectionKinds.${kind}`)} ${t(`inspectionResults.${result}`)}`;
        return (
          <li key={id}>
            {corrected ? <s>{line}</s> : line}
            {nextDueOn !== null && !corrected && (
              <small>
                {t('desk.special.nextDueOn')} {nextDueOn}
              </small>
            )}
            <small>{[reportNo, agency, by, corrected ? t('desk.corrected') : null].filter((each) => each !== null).join(' · ')}</small>
          </li>
        );
      })}
    </ul>
  );
}

function Operators({ machine }: Of) {
  const { t } = useTranslation('equipment');
  const { message } = App.useApp();
  const end = useEquipmentAct(endOperator);
  if (machine.operators.length === 0)
    return <EmptyState small title={t('desk.special.noOperators')} next={t('desk.special.noOperatorsNext')} />;
  return (
    <ul className="equipment-records">
      {machine.operators.map(({ id, name, certificateKind, certificateNo, validTo, from, to, expired }) => (
        <li key={id}>
          {name ?? t('desk.none')}
          <small>{[certificateKind, certificateNo].filter((each) => each !== null).join(' ')}</small>
          {validTo !== null && <small>{t('desk.special.validTo', { on: validTo })}</small>}
          <small>{to === null ? t('desk.since', { on: from }) : `${from} – ${to}`}</small>
          {expired && to === null && <StatusTag tone="alert">{t('desk.special.expired')}</StatusTag>}
          {to === null && machine.may.edit && (
            <ConfirmAct
              size="small"
              ask={t('desk.operator.endAsk', { name })}
              note={t('desk.operator.endNote')}
              onAct={async () => {
                await end.mutateAsync({ equipmentId: machine.id, operatorId: id, on: machine.today });
                void message.success(t('desk.operator.ended'));
              }}
            >
              {t('desk.operator.end')}
            </ConfirmAct>
          )}
        </li>
      ))}
    </ul>
  );
}

function States({ machine: { states } }: Of) {
  const { t } = useTranslation('equipment');
  return (
    <ul className="equipment-records">
      {states.map(({ state, from, reason, by }) => (
        <li key={`${from}:${state}`}>
          {from} {t(`states.${state}`)}
          <small>{[reason === '' ? null : reason, by].filter((each) => each !== null).join(' · ')}</small>
        </li>
      ))}
    </ul>
  );
}
