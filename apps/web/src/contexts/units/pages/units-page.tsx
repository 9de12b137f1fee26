import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { UnitPanel } from '../components/unit-panel.tsx';
import { unitSource } from '../queries.ts';

const route = getRouteApi('/desk/units');

/** 组织机构. The address holds the chosen unit, so that it can be sent to a colleague. */
export function UnitsPage() {
  const { t } = useTranslation('units');
  const { unit = null, within = true } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unit, within }}
          onChoose={(choice) => void navigate({ search: { unit: choice.unitId ?? undefined, within: choice.within ? undefined : false } })}
        />
      }
    >
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} />
      {unit === null ? (
        <Panel>
          <EmptyState title={t('desk.choose')} next={t('desk.chooseNext')} />
        </Panel>
      ) : (
        <UnitPanel unitId={unit} />
      )}
    </SplitPage>
  );
}
