import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { mayBeOpening } from '@changming/domain/imports';
import { Checkbox, Form } from 'antd';
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
import type { ImportKind } from '../queries.ts';
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
  const { kind = 'units' } = route.useSearch();
  const navigate = route.useNavigate();
  const { mayMark, isOpening, mark, days } = useDays(kind);
  const [chosen, choose] = useState<PickedUnit | null | undefined>(undefined);
  const proposed = useProposedUnit();
  const unit = chosen === undefined ? proposed : chosen;
  const declared = unit === null ? null : { kind, unitId: unit.id, ...days };
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
          {mayMark && (
            <Form.Item extra={t('desk.start.openingHint')}>
              <Checkbox checked={isOpening} onChange={({ target }) => mark(target.checked)}>
                {t('desk.start.opening')}
              </Checkbox>
            </Form.Item>
          )}
          {(kind === 'units' || isOpening) && <EffectiveOn isOpening={isOpening} />}
        </Form>
        <Template kind={kind} />
      </Panel>
      <Panel>
        <DropWorkbook declared={declared} onSent={(id) => void navigate({ to: '/imports/$id', params: { id }, search: {} })} />
      </Panel>
    </div>
  );
}

/** 期初, where headquarters may say so, and the day that is told with the file. */
function useDays(kind: ImportKind) {
  const { on = dayOf(new Date()) } = route.useSearch();
  const [marked, mark] = useState(false);
  const mayMark = mayAnywhere(useMe(), 'imports.markOpening') && mayBeOpening(kind);
  const isOpening = mayMark && marked;
  const days = kind === 'units' || isOpening ? { effectiveOn: on } : {};
  return { mayMark, isOpening, mark, days: isOpening ? { ...days, opening: true } : days };
}

function Template({ kind }: { readonly kind: ImportKind }) {
  const { t } = useTranslation('imports');
  return (
    <p className="imports__template">
      <SaveFileButton type="link" address={`/imports/templates/${kind}`}>
        {t('desk.start.template')}
      </SaveFileButton>
      <span>{t('desk.start.templateHint')}</span>
    </p>
  );
}

/** From which day the units of the file exist, or as of which an opening table tells. */
function EffectiveOn({ isOpening }: { readonly isOpening: boolean }) {
  const { t } = useTranslation('imports');
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const today = dayOf(new Date());
  return (
    <Form.Item
      label={t(isOpening ? 'desk.start.openingOn' : 'desk.start.on')}
      htmlFor="imports-on"
      {...(isOpening ? {} : { extra: t('desk.start.onHint') })}
    >
      <DayPicker
        id="imports-on"
        value={on ?? today}
        barred={(day) => day > today}
        onChange={(day) => void navigate({ search: (now) => ({ ...now, on: day ?? undefined }), replace: true })}
      />
    </Form.Item>
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
