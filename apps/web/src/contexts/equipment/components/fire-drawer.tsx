import { useQuery } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { fireTones } from '../look.ts';
import { type FireDetail, fireQuery, scrapFire, useEquipmentAct } from '../queries.ts';
import { CheckForm } from './check-form.tsx';
import { CheckPhotos } from './check-photos.tsx';
import { DefectHazard } from './defect-hazard.tsx';
import './equipment.css';
import { FireDuties } from './fire-duties.tsx';
import { EditFire } from './fire-form.tsx';
import { KeeperWords } from './keeper-words.tsx';
import { LedgerSource } from './ledger-source.tsx';
import { UnitLink } from './unit-link.tsx';

type DrawerProps = { readonly equipmentId: string | null; readonly onClose: () => void };

/** One piece of fire equipment: where it is, what is due, what the checks found. */
export function FireDrawer({ equipmentId, onClose }: DrawerProps) {
  if (equipmentId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={equipmentId} equipmentId={equipmentId} onClose={onClose} />;
}

function OpenDrawer({ equipmentId, onClose }: { readonly equipmentId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('equipment');
  const { data: piece, error, refetch } = useQuery(fireQuery(equipmentId));
  if (piece !== undefined) return <Known piece={piece} onClose={onClose} />;
  return (
    <DetailDrawer open title={t('desk.fire.title')} onClose={onClose}>
      {error === null ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
      )}
    </DetailDrawer>
  );
}

type Of = { readonly piece: FireDetail };

function Known({ piece, onClose }: Of & { readonly onClose: () => void }) {
  const { t } = useTranslation(['equipment', 'imports']);
  const titles = (field: string) => t(`imports:fireFields.${field as 'name'}`, { defaultValue: field });
  return (
    <DetailDrawer
      open
      title={[t(`fireKinds.${piece.kind}`), piece.no].filter((each) => each !== null).join(' ')}
      aside={<StatusTag tone={fireTones[piece.standing]}>{t(`fireStandings.${piece.standing}`)}</StatusTag>}
      acts={<FireActs piece={piece} />}
      onClose={onClose}
    >
      <Facts facts={factsOf(piece, t)} />
      <Section title={t('desk.fire.checks')}>
        <Checks piece={piece} />
      </Section>
      {piece.duties.length > 0 && (
        <Section title={t('desk.misses.duties')}>
          <FireDuties piece={piece} name={piece.no ?? t(`fireKinds.${piece.kind}`)} />
        </Section>
      )}
      <LedgerSource rows={piece.ledgerRows} titles={titles} />
      <RecordTrail subjectId={piece.id} />
    </DetailDrawer>
  );
}

function FireActs({ piece }: Of) {
  const { t } = useTranslation('equipment');
  const { message } = App.useApp();
  const [form, setForm] = useState<'check' | 'edit' | null>(null);
  const scrap = useEquipmentAct(scrapFire);
  const name = piece.no ?? t(`fireKinds.${piece.kind}`);
  const objection = piece.condition === 'scrapped' ? refusalSentence('equipment.scrapped', { name }) : null;
  const scrapping = async (reason: string) => {
    await scrap.mutateAsync({ equipmentId: piece.id, body: { on: piece.today, reason } });
    void message.success(t('desk.scrap.done'));
  };
  return (
    <>
      {piece.may.changeState && (
        <ConfirmAct
          danger
          withReason
          objection={objection}
          ask={t('desk.scrap.ask', { name })}
          note={t('desk.scrap.note')}
          onAct={scrapping}
        >
          {t('desk.scrap.act')}
        </ConfirmAct>
      )}
      {piece.may.edit && (
        <ActButton objection={objection} onClick={() => setForm('edit')}>
          {t('desk.edit')}
        </ActButton>
      )}
      {piece.may.check && (
        <ActButton type="primary" objection={objection} onClick={() => setForm('check')}>
          {t('desk.check.act')}
        </ActButton>
      )}
      {form === 'edit' && <EditFire piece={piece} onClose={() => setForm(null)} />}
      {form === 'check' && <CheckForm piece={piece} onClose={() => setForm(null)} />}
    </>
  );
}

function factsOf(piece: FireDetail, t: TFunction<['equipment', 'imports']>): Fact[] {
  return [
    { label: t('desk.unit'), value: <UnitLink unitId={piece.unitId} unit={piece.unit} /> },
    { label: t('desk.fire.place'), value: piece.place ?? piece.point },
    { label: t('desk.fire.serviceDueOn'), value: piece.serviceDueOn },
    { label: t('desk.fire.scrapDueOn'), value: piece.scrapDueOn },
    { label: t('desk.fire.condition'), value: `${t(`conditions.${piece.condition}`)} ${t('desk.since', { on: piece.conditionOn })}` },
    { label: t('desk.fire.model'), value: piece.model },
    { label: t('desk.fire.madeOn'), value: piece.madeOn },
    { label: t('desk.fire.servicedOn'), value: piece.servicedOn },
    { label: t('desk.point'), value: piece.point },
    { label: t('desk.keeper'), value: <KeeperWords of={piece} /> },
    ...(piece.scrappedOn === null
      ? []
      : [{ label: t('desk.fire.scrappedOn'), value: `${piece.scrappedOn} ${piece.scrapReason ?? ''}`, wide: true }]),
    { label: t('desk.remark'), value: piece.remark, wide: true },
  ];
}

function Checks({ piece }: Of) {
  const { t } = useTranslation('equipment');
  const { checks } = piece;
  if (checks.length === 0) return <EmptyState small title={t('desk.fire.noChecks')} next={t('desk.fire.noChecksNext')} />;
  return (
    <ul className="equipment-records">
      {checks.map((check) => {
        const { id, on, kind, condition, reading, note, by } = check;
        const line = `${on} ${t(`checkKinds.${kind}`)} ${t(`conditions.${condition}`)}`;
        const more = [reading, note, by, ...marksOn(check, t)];
        return (
          <li key={id}>
            {check.corrected ? <s>{line}</s> : line}
            <small>{more.filter((each) => each !== null).join(' · ')}</small>
            <CheckPhotos photos={check.photos} name={line} />
            <DefectHazard piece={piece} check={check} />
          </li>
        );
      })}
    </ul>
  );
}

/** How the check was made, and whether it still counts. */
function marksOn({ scanned, clockSuspect, corrected }: FireDetail['checks'][number], t: TFunction<'equipment'>): readonly string[] {
  const marks = [scanned && t('desk.fire.scanned'), clockSuspect && t('desk.fire.clockSuspect'), corrected && t('desk.corrected')];
  return marks.filter((mark) => mark !== false);
}
