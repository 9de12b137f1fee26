import { PlusOutlined } from '@ant-design/icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ImportState } from '../components/import-state.tsx';
import { type ImportBatch, importsQuery } from '../queries.ts';
import '../imports.css';

const route = getRouteApi('/desk/imports');

/** 导入: every batch of the branch, newest first, or those alone that wait for the reader. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const { awaiting = false } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(importsQuery(awaiting));
  const runs = mayAnywhere(useMe(), 'imports.run');
  const create = (
    <LinkButton color="primary" variant="solid" icon={<PlusOutlined />} to="/imports/new">
      {t('desk.create')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} actions={runs && create} />
      <DataTable<ImportBatch>
        name="imports.batches"
        columns={useColumns()}
        list={list}
        toolbar={
          runs && (
            <Checkbox
              checked={awaiting}
              onChange={({ target }) => void navigate({ search: { awaiting: target.checked ? true : undefined } })}
            >
              {t('desk.todo.toConfirm')}
            </Checkbox>
          )
        }
        empty={
          awaiting ? (
            <EmptyState title={t('desk.todo.toConfirmEmpty')} next={t('desk.todo.toConfirmEmptyNext')} />
          ) : (
            <EmptyState title={t('desk.empty')} next={t('desk.emptyNext')} action={runs && create} />
          )
        }
      />
    </>
  );
}

function useColumns(): DataColumn<ImportBatch>[] {
  const { t } = useTranslation('imports');
  return [
    {
      id: 'file',
      title: t('desk.file'),
      render: ({ id, fileName, awaiting }) => (
        <>
          <Link to="/imports/$id" params={{ id }} search={awaiting > 0 ? { show: 'wrong' } : {}} className="imports__file">
            {fileName}
          </Link>
          {awaiting > 0 && <small className="imports__awaits">{t('desk.todo.awaits', { count: awaiting })}</small>}
        </>
      ),
    },
    { id: 'kind', title: t('desk.kind'), width: 104, render: ({ kind }) => t(`desk.kinds.${kind}`) },
    { id: 'unit', title: t('desk.unit'), width: 168, render: ({ unit }) => unit },
    { id: 'state', title: t('desk.state'), width: 96, render: ({ state }) => <ImportState state={state} /> },
    { id: 'counts', title: t('desk.counts'), width: 180, numeric: true, render: countsText },
    { id: 'result', title: t('desk.result'), width: 110, numeric: true, render: resultText },
    { id: 'by', title: t('desk.by'), width: 90, render: ({ by }) => by ?? '—' },
    { id: 'at', title: t('desk.at'), width: 150, render: ({ createdAt }) => instantText(createdAt) },
  ];
}

function countsText({ counts }: ImportBatch): string {
  return counts === null ? '—' : [counts.ready, counts.ask, counts.wrong].map((count) => count.toLocaleString('en-US')).join(' / ');
}

function resultText({ state, made, changed }: ImportBatch): string {
  return state === 'done' ? `${made.toLocaleString('en-US')} / ${changed.toLocaleString('en-US')}` : '—';
}
