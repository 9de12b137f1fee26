import { findingKinds, findingStages } from '@changming/domain/assessments';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { DecideFinding, isUndecided } from '../findings/decide-finding.tsx';
import { findingColumns } from '../findings/finding-columns.tsx';
import { ProposeFinding } from '../findings/propose-finding.tsx';
import { type Finding, findingsQuery } from '../queries.ts';
import { correctionFrom } from '../search.ts';
import '../assessments.css';

const route = getRouteApi('/desk/assessments/findings');

/** 加减分与否决: recorded by one person, counted once another has approved it. */
export function FindingsPage() {
  const { t } = useTranslation('assessments');
  const { propose: _begun, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const [proposing, setProposing] = useState(false);
  const fields = useFields();
  const list = useKeyset(findingsQuery(search));
  return (
    <SplitPage
      aside={
        <UnitTree
          alwaysWithin
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: true }}
          onChoose={({ unitId }) => void navigate({ search: { ...search, unitId: unitId ?? undefined } })}
        />
      }
    >
      <PageHeader
        title={t('desk.findings.title')}
        lead={t('desk.findings.lead')}
        actions={
          mayAnywhere(me, 'assessments.run') && (
            <Button type="primary" onClick={() => setProposing(true)}>
              {t('desk.findings.propose')}
            </Button>
          )
        }
      />
      <QueryBar fields={fields} values={search} onSearch={(next) => void navigate({ search: next })} />
      <div className="assessment-table">
        <DataTable<Finding>
          name="assessments.findings"
          columns={findingColumns(t)}
          list={list}
          {...(mayAnywhere(me, 'assessments.publish') &&
            list.rows.some(isUndecided) && {
              acts: { width: 140, of: (finding) => <DecideFinding finding={finding} /> },
            })}
          empty={<EmptyState title={t('desk.findings.empty')} next={t('desk.findings.emptyNext')} />}
        />
      </div>
      <Proposing open={proposing} onClose={() => setProposing(false)} />
    </SplitPage>
  );
}

/** The form, opened by the button or by an address that has begun it: the correction after an upheld appeal. */
function Proposing({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { propose, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  if (propose === undefined) return open ? <ProposeFinding onClose={onClose} /> : null;
  const correction = { ...correctionFrom(propose), unitId: search.unitId ?? null };
  return <ProposeFinding correction={correction} onClose={() => void navigate({ search })} />;
}

function useFields(): QueryField[] {
  const { t } = useTranslation('assessments');
  return useMemo(() => {
    const kinds = findingKinds.map((value) => ({ value, label: t(`desk.findings.kinds.${value}`) }));
    const stages = findingStages.map((value) => ({ value, label: t(`desk.findings.stages.${value}`) }));
    return [
      { name: 'stage', label: t('desk.findings.stage'), control: <Select allowClear options={stages} /> },
      { name: 'kind', label: t('desk.findings.kind'), control: <Select allowClear options={kinds} /> },
    ];
  }, [t]);
}
