import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { UnitPanel } from '../components/unit-panel.tsx';
import { unitSource, unitSourceOn } from '../queries.ts';

const route = getRouteApi('/desk/units');

/** 组织机构. The address holds the chosen unit and the day, so that both can be sent to a colleague. */
export function UnitsPage() {
  const { t } = useTranslation('units');
  const { unit = null, within = true, on } = route.useSearch();
  const navigate = route.useNavigate();
  const lookAt = (day: string | null) =>
    void navigate({ search: (now) => ({ ...now, on: day === null || day >= dayOf(new Date()) ? undefined : day }) });
  return (
    <SplitPage
      aside={
        <UnitTree
          key={on ?? 'today'}
          source={on === undefined ? unitSource : unitSourceOn(on)}
          choice={{ unitId: unit, within }}
          onChoose={(choice) =>
            void navigate({ search: { on, unit: choice.unitId ?? undefined, within: choice.within ? undefined : false } })
          }
        />
      }
    >
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} actions={<DayChoice on={on} onChoose={lookAt} />} />
      {on !== undefined && (
        <Alert
          className="form-problem"
          type="info"
          showIcon
          title={t('desk.past', { on })}
          action={<Button onClick={() => lookAt(null)}>{t('desk.backToToday')}</Button>}
        />
      )}
      {unit === null ? (
        <Panel>
          <EmptyState title={t('desk.choose')} next={t('desk.chooseNext')} />
        </Panel>
      ) : (
        <UnitPanel key={`${unit} ${on ?? ''}`} unitId={unit} on={on} onGo={(next) => void navigate({ search: { unit: next } })} />
      )}
    </SplitPage>
  );
}

function DayChoice({ on, onChoose }: { readonly on: string | undefined; readonly onChoose: (day: string | null) => void }) {
  const { t } = useTranslation('units');
  const today = dayOf(new Date());
  return (
    <label className="units-page__day">
      <span>{t('desk.on')}</span>
      <DayPicker value={on ?? null} placeholder={t('desk.onPlaceholder')} barred={(day) => day > today} onChange={onChoose} />
    </label>
  );
}
