import { PlusOutlined } from '@ant-design/icons';
import * as contract from '@changming/contract/actions';
import { actionKinds, actionOrigins, actionStates } from '@changming/domain/actions';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Select, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { newId } from '../../../api/new-id.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { type FieldSpec, FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { ActionDrawer } from '../components/action-drawer.tsx';
import { actionTones } from '../look.ts';
import { actionListQuery, type ActionSearch, type ListedAction, orderActionFile, useActionFile, useAfterAct } from '../queries.ts';

const route = getRouteApi('/desk/actions');

/** 整改措施台账: whatever a record asked for, until it is proven. What waits for oneself alone is left by asking for anything else. */
export function ActionsPage() {
  const { t } = useTranslation('actions');
  const { action, ...search } = route.useSearch();
  const { mine: _mine, ...conditions } = search;
  const navigate = route.useNavigate();
  const [assigning, setAssigning] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const open = (id: string) => void navigate({ search: { ...search, action: id } });
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) =>
            void navigate({ search: { ...conditions, unitId: unitId ?? undefined, withBelow: within ? undefined : false } })
          }
        />
      }
    >
      <PageHeader
        title={t('desk.title')}
        lead={t('desk.lead')}
        actions={<PageActs search={search} onAssign={() => setAssigning(true)} />}
      />
      <QueryBar fields={fields} values={conditions} onSearch={(values) => void navigate({ search: values })} />
      <ActionTable search={search} onOpen={open} onAll={() => void navigate({ search: {} })} />
      <ActionDrawer actionId={action ?? null} onClose={() => void navigate({ search })} />
      {assigning && <AssignForm onClose={() => setAssigning(false)} onDone={open} />}
    </SplitPage>
  );
}

const orders = { context: 'actions', tooLong: 'actions.too_many' } as const;

function PageActs({ search, onAssign }: { readonly search: ActionSearch; readonly onAssign: () => void }) {
  const { t } = useTranslation('actions');
  const me = useMe();
  const file = useActionFile(search);
  return (
    <>
      {search.mine !== true && mayAnywhere(me, 'actions.export') && (
        <FileButton file={file} label={t('desk.export')} order={() => orderActionFile(search)} orders={orders} />
      )}
      {mayAnywhere(me, 'actions.assign') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onAssign}>
          {t('desk.assign')}
        </Button>
      )}
    </>
  );
}

type Row = ListedAction & { readonly today: string };

type ActionTableProps = { readonly search: ActionSearch; readonly onOpen: (id: string) => void; readonly onAll: () => void };

function ActionTable({ search, onOpen, onAll }: ActionTableProps) {
  const { t } = useTranslation('actions');
  const list = useKeyset(actionListQuery(search));
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <DataTable
      name="actions.ledger"
      columns={columns}
      list={list}
      onOpen={({ id }) => onOpen(id)}
      toolbar={
        search.mine === true && (
          <Tag closable onClose={onAll}>
            {t('desk.onlyMine')}
          </Tag>
        )
      }
      empty={<EmptyState title={t('desk.empty')} next={t('desk.emptyNext')} />}
    />
  );
}

function columnsOf(t: TFunction<'actions'>): DataColumn<Row>[] {
  return [
    { id: 'number', title: t('desk.fields.number'), width: 148, render: ({ number }) => number },
    { id: 'title', title: t('desk.fields.title'), render: ({ title }) => title },
    { id: 'origin', title: t('desk.fields.origin'), width: 96, render: ({ origin }) => t(`origins.${origin}`) },
    { id: 'unit', title: t('desk.fields.unit'), width: 150, render: ({ unit }) => unit },
    { id: 'owner', title: t('desk.fields.owner'), width: 96, render: ({ owner }) => owner ?? '—' },
    {
      id: 'dueOn',
      title: t('desk.fields.dueOn'),
      width: 120,
      render: ({ dueOn, state, today }) => (state === 'done' || state === 'cancelled' ? dueOn : <Countdown dueOn={dueOn} today={today} />),
    },
    {
      id: 'state',
      title: t('desk.fields.state'),
      width: 112,
      render: ({ state }) => <StatusTag tone={actionTones[state]}>{t(`states.${state}`)}</StatusTag>,
    },
    { id: 'verifier', title: t('desk.fields.verifier'), width: 96, hiddenAtFirst: true, render: ({ verifier }) => verifier ?? '—' },
    { id: 'kind', title: t('desk.fields.kind'), width: 104, hiddenAtFirst: true, render: ({ kind }) => t(`kinds.${kind}`) },
    { id: 'doneOn', title: t('desk.fields.doneOn'), width: 112, hiddenAtFirst: true, render: ({ doneOn }) => doneOn ?? '—' },
  ];
}

function fieldsOf(t: TFunction<'actions'>): QueryField[] {
  const choose = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  return [
    { name: 'q', label: t('desk.q'), control: <Input allowClear maxLength={60} placeholder={t('desk.qHint')} /> },
    {
      name: 'state',
      label: t('desk.fields.state'),
      control: choose(actionStates.map((value) => ({ value, label: t(`states.${value}`) }))),
    },
    {
      name: 'origin',
      label: t('desk.fields.origin'),
      control: choose(actionOrigins.map((value) => ({ value, label: t(`origins.${value}`) }))),
    },
    { name: 'kind', label: t('desk.fields.kind'), control: choose(actionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))) },
  ];
}

type Assigned = {
  readonly unit: PickedUnit;
  readonly kind: ListedAction['kind'];
  readonly title: string;
  readonly detail?: string;
  readonly owner: PickedPerson;
  readonly verifier?: PickedPerson | null;
  readonly dueOn: string;
  readonly effectDueOn?: string | null;
};

function AssignForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const { t } = useTranslation('actions');
  const after = useAfterAct();
  const [id] = useState(() => newId());
  const field = (name: string, control: FieldSpec['control'], required = true): FieldSpec => ({
    name,
    label: t(`desk.fields.${name as 'title'}`),
    required,
    control,
  });
  const fields = [
    field('unit', <UnitPicker source={unitSource} />),
    field('kind', <Select options={actionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />),
    field('title', <Input maxLength={120} />),
    field('detail', <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />, false),
    field('owner', <PersonPicker />),
    field('verifier', <PersonPicker />, false),
    field('dueOn', <DayPicker />),
    field('effectDueOn', <DayPicker />, false),
  ];
  const act = async ({ unit, owner, verifier, detail, effectDueOn, ...rest }: Assigned) => {
    const people = { ownerId: owner.id, verifierId: verifier?.id ?? null };
    const body = { id, unitId: unit.id, ...people, ...rest, detail: detail?.trim() || null, effectDueOn: effectDueOn ?? null };
    await call(contract.assignAction, { body, idempotencyKey: id });
    await after();
    onDone(id);
  };
  return (
    <FieldsDrawer<Assigned>
      title={t('desk.assign')}
      submit={t('desk.assign')}
      done={t('desk.done')}
      fields={fields}
      act={act}
      onClose={onClose}
    />
  );
}
