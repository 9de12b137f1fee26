import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useBranches } from '../../../ui/unit-branches.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitQuery, unitSource } from '../../units/queries.ts';
import { DropWorkbook } from '../components/drop-workbook.tsx';
import { ImportSteps } from '../components/import-steps.tsx';
import { KindChoice } from '../components/kind-choice.tsx';
import { SaveFileButton } from '../components/save-file-button.tsx';
import '../imports.css';

const route = getRouteApi('/desk/imports/new');

/** 新建导入: what the file is about, then the file. Nothing is written before the result has been looked at. */
export function NewImportPage() {
  const { t } = useTranslation('imports');
  if (mayAnywhere(useMe(), 'imports.run')) return <StartImport />;
  return <EmptyState title={t('desk.start.notYours')} next={t('desk.start.notYoursNext')} />;
}

function StartImport() {
  const { t } = useTranslation('imports');
  const { kind = 'units', on } = route.useSearch();
  const navigate = route.useNavigate();
  const today = dayOf(new Date());
  const [chosen, choose] = useState<PickedUnit | null | undefined>(undefined);
  const proposed = useProposedUnit();
  const unit = chosen === undefined ? proposed : chosen;
  const effectiveOn = on ?? today;
  const declared = unit === null ? null : { kind, unitId: unit.id, ...(kind === 'units' ? { effectiveOn } : {}) };
  return (
    <div className="imports__narrow">
      <PageHeader title={t('desk.start.title')} lead={t('desk.start.lead')} />
      <ImportSteps at="upload" />
      <Panel>
        <KindChoice value={kind} onChange={(next) => void navigate({ search: (now) => ({ ...now, kind: next }), replace: true })} />
        <Form layout="vertical" requiredMark={false} component="div" className="imports__settings">
          <Form.Item label={t('desk.start.unit')} htmlFor="imports-unit" extra={t('desk.start.unitHint')}>
            <UnitPicker id="imports-unit" source={unitSource} value={unit} onChange={choose} placeholder={t('desk.start.unitEmpty')} />
          </Form.Item>
          {kind === 'units' && (
            <Form.Item label={t('desk.start.on')} htmlFor="imports-on" extra={t('desk.start.onHint')}>
              <DayPicker
                id="imports-on"
                value={effectiveOn}
                barred={(day) => day > today}
                onChange={(day) => void navigate({ search: (now) => ({ ...now, on: day ?? undefined }), replace: true })}
              />
            </Form.Item>
          )}
        </Form>
        <p className="imports__template">
          <SaveFileButton type="link" address={`/imports/templates/${kind}`}>
            {t('desk.start.template')}
          </SaveFileButton>
          <span>{t('desk.start.templateHint')}</span>
        </p>
      </Panel>
      <Panel>
        <DropWorkbook declared={declared} onSent={(id) => void navigate({ to: '/imports/$id', params: { id }, search: {} })} />
      </Panel>
    </div>
  );
}

/** The unit of the address; for headquarters the group; for everybody else the unit they work in. */
function useProposedUnit(): PickedUnit | null {
  const { unit: unitId } = route.useSearch();
  const named = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== undefined });
  const own = useOwnUnit();
  return unitId === undefined ? own : (named.data ?? null);
}

function useOwnUnit(): PickedUnit | null {
  const { roles, units } = useMe();
  const [top] = useBranches(unitSource, [null]);
  const [root = null, ...others] = top?.data ?? [];
  if (roles.includes('hqSafety') && others.length === 0) return root;
  return units[0] ?? null;
}
