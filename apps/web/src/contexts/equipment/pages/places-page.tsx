import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { type PlaceCheckKind, placeCheckKinds } from '@changming/domain/equipment';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { newId } from '../../../api/new-id.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { both, TwoLines } from '../../../ui/two-lines.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { PointPicker } from '../../points/components/point-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import '../components/equipment.css';
import { checkPlace, type PlaceCheck, placeChecksQuery, useEquipmentAct } from '../queries.ts';

const route = getRouteApi('/desk/equipment/place-checks');

/** 消防检查: passages, pump runs, the annual test of fire facilities. */
export function PlacesPage() {
  const { t } = useTranslation('equipment');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const [checking, setChecking] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(placeChecksQuery(search));
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) =>
            void navigate({ search: { ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false } })
          }
        />
      }
    >
      <PageHeader
        title={t('desk.places.title')}
        lead={t('desk.places.lead')}
        actions={
          mayAnywhere(me, 'equipment.check') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setChecking(true)}>
              {t('desk.places.act')}
            </Button>
          )
        }
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<PlaceCheck>
        name="equipment.places"
        columns={columnsOf(t)}
        list={list}
        empty={<EmptyState title={t('desk.places.empty')} next={t('desk.places.emptyNext')} />}
      />
      {checking && <CheckPlace onClose={() => setChecking(false)} />}
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'equipment'>): DataColumn<PlaceCheck>[] {
  return [
    { id: 'on', title: t('desk.places.on'), width: 108, render: ({ on }) => on },
    { id: 'kind', title: t('desk.places.kind'), width: 128, render: ({ kind }) => t(`placeKinds.${kind}`) },
    { id: 'unit', title: t('desk.unit'), width: 160, render: ({ unit, point }) => <TwoLines first={unit} second={point} /> },
    {
      id: 'passed',
      title: t('desk.places.passed'),
      width: 84,
      render: ({ passed }) => <StatusTag tone={passed ? 'done' : 'alert'}>{t(passed ? 'desk.places.pass' : 'desk.places.fail')}</StatusTag>,
    },
    {
      id: 'readings',
      title: both(t('desk.places.readings'), t('desk.places.note')),
      render: ({ readings, note, reportNo }) => <TwoLines first={readingsOf(readings)} second={note ?? reportNo} />,
    },
    { id: 'by', title: t('desk.places.by'), width: 96, render: ({ by }) => by ?? t('desk.none') },
  ];
}

function readingsOf(readings: PlaceCheck['readings']): string {
  return readings.length === 0 ? '—' : readings.map(({ name, value }) => `${name} ${value}`).join('；');
}

function fieldsOf(t: TFunction<'equipment'>): QueryField[] {
  const kinds = placeCheckKinds.map((value) => ({ value, label: t(`placeKinds.${value}`) }));
  return [{ name: 'kind', label: t('desk.places.kind'), control: <Select mode="multiple" allowClear options={kinds} /> }];
}

type Values = {
  readonly unit: PickedUnit;
  readonly pointId?: string | null;
  readonly kind: PlaceCheckKind;
  readonly on: string;
  readonly passed: boolean;
  readonly readings?: { name: string; value: string }[];
  readonly reportNo?: string;
  readonly note?: string;
};

function CheckPlace({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [id] = useState(() => newId());
  const check = useEquipmentAct(checkPlace);
  const today = dayOf(new Date());
  const done = () => {
    void message.success(t('desk.places.done'));
    onClose();
  };
  const finish = ({ unit, pointId, readings = [], reportNo, note, ...told }: Values) =>
    check.mutate(
      { id, ...told, unitId: unit.id, pointId: pointId ?? null, readings, reportNo: reportNo?.trim() || null, note: note?.trim() || null },
      { onSuccess: done },
    );
  return (
    <FormDrawer
      title={t('desk.places.act')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ kind: 'passage', on: today }}
      busy={check.isPending}
      error={check.error}
      onFinish={finish}
      onClose={onClose}
    >
      <PlaceFields today={today} />
    </FormDrawer>
  );
}

function PlaceFields({ today }: { readonly today: string }) {
  const { t } = useTranslation('equipment');
  const unit = Form.useWatch<PickedUnit | null | undefined>('unit');
  const kind = Form.useWatch<PlaceCheckKind | undefined>('kind');
  return (
    <>
      <Form.Item name="unit" label={t('desk.unit')} rules={[{ required: true, message: t('desk.unitEmpty') }]}>
        <UnitPicker source={unitSource} />
      </Form.Item>
      <Form.Item name="pointId" label={t('desk.point')}>
        <PointPicker unitId={unit?.id ?? null} />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.places.kind')}>
        <Radio.Group options={placeCheckKinds.map((value) => ({ value, label: t(`placeKinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="on" label={t('desk.places.on')} rules={[{ required: true, message: t('desk.dayEmpty') }]}>
        <DayPicker barred={(day) => day > today} />
      </Form.Item>
      <Form.Item name="passed" label={t('desk.places.passed')} rules={[{ required: true, message: t('desk.places.passed') }]}>
        <Radio.Group
          options={[
            { value: true, label: t('desk.places.pass') },
            { value: false, label: t('desk.places.fail') },
          ]}
        />
      </Form.Item>
      {kind === 'pumpRun' && <Readings />}
      {kind === 'facilities' && (
        <Form.Item name="reportNo" label={t('desk.places.reportNo')}>
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('desk.places.note')}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
    </>
  );
}

/** 出水压力、运行时间: a bare tick is no record of a run. */
function Readings() {
  const { t } = useTranslation('equipment');
  const empty = [{ required: true, whitespace: true, message: t('desk.places.readingValue') }];
  return (
    <Form.List name="readings">
      {(rows, { add, remove }) => (
        <div className="equipment-items">
          {rows.map(({ key, name }) => (
            <div key={key} className="equipment-reading">
              <Form.Item name={[name, 'name']} label={t('desk.places.readingName')} rules={empty}>
                <Input maxLength={20} />
              </Form.Item>
              <Form.Item name={[name, 'value']} label={t('desk.places.readingValue')} rules={empty}>
                <Input maxLength={40} />
              </Form.Item>
              <Button type="text" aria-label="×" icon={<MinusCircleOutlined />} onClick={() => remove(name)} />
            </div>
          ))}
          <Button onClick={() => add({ name: '', value: '' })}>{t('desk.places.addReading')}</Button>
        </div>
      )}
    </Form.List>
  );
}
