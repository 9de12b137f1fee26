import { CheckCircleFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Section } from '../../../ui/section.tsx';
import { type ImportDetail, type ImportKind, type ImportRecord, recordsQuery } from '../queries.ts';
import { useImportWords } from '../words.ts';
import { SaveFileButton } from './save-file-button.tsx';

/** 导入完成: how many, where to look, and every record with the row it came from. */
export function Outcome({ batch }: { readonly batch: ImportDetail }) {
  const { t } = useTranslation('imports');
  const { made, changed, counts } = batch;
  const open = (counts?.ask ?? 0) + (counts?.wrong ?? 0);
  return (
    <Panel
      title={
        <>
          <CheckCircleFilled className="imports__tick" aria-hidden="true" />
          {t('desk.done.title')}
        </>
      }
    >
      <div className="imports__outcome">
        <dl className="imports__result">
          <Figure label={t('desk.done.made')} count={made} />
          <Figure label={t('desk.done.changed')} count={changed} />
          <Figure label={t('desk.done.leftOut')} count={open} />
        </dl>
        <Onward batch={batch} />
        {open > 0 && <LeftOut batch={batch} open={open} />}
        <Section title={t('desk.done.records')}>
          <Records batch={batch} />
        </Section>
      </div>
    </Panel>
  );
}

function Figure({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count.toLocaleString('en-US')}</dd>
    </div>
  );
}

function Onward({ batch: { kind, unitId } }: { readonly batch: ImportDetail }) {
  const { t } = useTranslation('imports');
  if (kind === 'hazards') {
    return (
      <div>
        <LinkButton to="/hazards" search={{ unitId }}>
          {t('desk.done.toHazards')}
        </LinkButton>
      </div>
    );
  }
  if (kind !== 'units' && kind !== 'workforce') return <ToLedger kind={kind} unitId={unitId} />;
  if (kind === 'workforce') {
    return (
      <div>
        <LinkButton to="/persons" search={{ unit: unitId }}>
          {t('desk.done.toPersons')}
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="imports__onward">
      <LinkButton to="/units" search={{ unit: unitId }}>
        {t('desk.done.toUnits')}
      </LinkButton>
      <LinkButton to="/imports/new" search={{ kind: 'workforce', unit: unitId }}>
        {t('desk.done.toPersonsImport')}
      </LinkButton>
    </div>
  );
}

const ledgers = {
  points: ['/points', 'desk.done.toPoints'],
  specialEquipment: ['/equipment/special', 'desk.done.toSpecial'],
  fireEquipment: ['/equipment/fire', 'desk.done.toFire'],
  risks: ['/risks', 'desk.done.toRisks'],
  training: ['/training/sessions', 'desk.done.toTraining'],
} as const;

function ToLedger({ kind, unitId }: { readonly kind: keyof typeof ledgers; readonly unitId: string }) {
  const { t } = useTranslation('imports');
  const [to, words] = ledgers[kind];
  return (
    <div>
      <LinkButton to={to} search={{ unitId }}>
        {t(words)}
      </LinkButton>
    </div>
  );
}

function LeftOut({ batch, open }: { readonly batch: ImportDetail; readonly open: number }) {
  const { t } = useTranslation('imports');
  const runs = mayAnywhere(useMe(), 'imports.run');
  return (
    <div className="imports__left">
      <p>
        <strong>{t('desk.done.more', { count: open })}</strong> {t('desk.done.moreNext')}
      </p>
      {runs && <SaveFileButton address={`/imports/${batch.id}/errors`}>{t('desk.bar.errors')}</SaveFileButton>}
    </div>
  );
}

function Records({ batch: { id: batchId, doneAt, kind } }: { readonly batch: ImportDetail }) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const columns: DataColumn<ImportRecord>[] = [
    { id: 'name', title: t('desk.record'), width: 260, render: (record) => nameOf(record, kind) },
    { id: 'no', title: t(numberWords[kind]), width: 160, render: ({ no }) => no ?? '—' },
    { id: 'from', title: t('desk.done.from'), render: ({ sheet, row }) => words.place({ sheet, row, cell: null }) },
  ];
  if (kind === 'units' || kind === 'workforce') {
    const said = ({ kept }: ImportRecord) => kept.map(({ field, text }) => `${words.field(kind, field)}：${text}`).join('；');
    columns.push({ id: 'kept', title: t('desk.done.kept'), render: (record) => said(record) || '—' });
  }
  return <DataTable<ImportRecord> name="imports.records" columns={columns} list={useKeyset(recordsQuery(batchId, doneAt))} />;
}

const numberWords = {
  units: 'unitFields.code',
  workforce: 'personFields.staffNo',
  points: 'pointFields.no',
  hazards: 'desk.done.hazardNumber',
  specialEquipment: 'specialFields.ownNo',
  fireEquipment: 'fireFields.no',
  risks: 'riskFields.number',
  training: 'desk.kinds.training',
} as const;

/** Hours of a person are shown with the session and not on their own. */
function nameOf(record: ImportRecord, kind: ImportKind): ReactNode {
  return kind === 'training' ? (record.name ?? '—') : <RecordLink record={record} kind={kind} />;
}

function RecordLink({ record: { id, name }, kind }: { readonly record: ImportRecord; readonly kind: ImportKind }) {
  const words = name ?? '—';
  if (kind === 'units') {
    return (
      <Link to="/units" search={{ unit: id }} className="imports__file">
        {words}
      </Link>
    );
  }
  if (kind === 'hazards') {
    return (
      <Link to="/hazards/$id" params={{ id }} className="imports__file">
        {words}
      </Link>
    );
  }
  if (kind === 'workforce' || kind === 'training') {
    return (
      <Link to="/persons" search={{ open: id }} className="imports__file">
        {words}
      </Link>
    );
  }
  return <LedgerLink id={id} kind={kind} words={words} />;
}

type LedgerKind = Exclude<keyof typeof ledgers, 'training'>;
type LedgerLinkProps = { readonly id: string; readonly kind: LedgerKind; readonly words: string };

/** A record opens in the drawer of its ledger. */
function LedgerLink({ id, kind, words }: LedgerLinkProps) {
  const at = kind === 'points' ? { point: id } : kind === 'risks' ? { risk: id } : { equipment: id };
  return (
    <Link to={ledgers[kind][0]} search={at} className="imports__file">
      {words}
    </Link>
  );
}
