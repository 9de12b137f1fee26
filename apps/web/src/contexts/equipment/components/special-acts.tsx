import {
  inspectionKinds,
  inspectionResults,
  type InspectionKind,
  type InspectionResult,
  specialStates,
  type SpecialState,
} from '@changming/domain/equipment';
import { App, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { changeSpecialState, recordInspection, type SpecialDetail, useEquipmentAct } from '../queries.ts';
import { OperatorForm } from './operator-form.tsx';
import { EditSpecial } from './special-form.tsx';

type Of = { readonly machine: SpecialDetail };
type FormProps = Of & { readonly onClose: () => void };
const forms = { edit: EditSpecial, inspection: InspectionForm, state: StateForm, operator: OperatorForm } as const;

/** What can be done with a machine; a scrapped one says why nothing can. */
export function SpecialActs({ machine }: Of) {
  const { t } = useTranslation('equipment');
  const [form, setForm] = useState<keyof typeof forms | null>(null);
  const objection = machine.state === 'scrapped' ? refusalSentence('equipment.scrapped', { name: machine.name }) : null;
  const Chosen = form === null ? null : forms[form];
  return (
    <>
      {machine.may.changeState && (
        <ActButton objection={objection} onClick={() => setForm('state')}>
          {t('desk.stateChange.act')}
        </ActButton>
      )}
      {machine.may.edit && (
        <>
          <ActButton objection={objection} onClick={() => setForm('edit')}>
            {t('desk.edit')}
          </ActButton>
          <ActButton objection={objection} onClick={() => setForm('operator')}>
            {t('desk.operator.act')}
          </ActButton>
          <ActButton type="primary" objection={objection} onClick={() => setForm('inspection')}>
            {t('desk.inspection.act')}
          </ActButton>
        </>
      )}
      {Chosen !== null && <Chosen machine={machine} onClose={() => setForm(null)} />}
    </>
  );
}

type Inspected = {
  readonly kind: InspectionKind;
  readonly on: string;
  readonly result: InspectionResult;
  readonly nextDueOn?: string | null;
  readonly reportNo?: string;
  readonly agency?: string;
  readonly correctsId?: string;
};

function InspectionForm({ machine, onClose }: FormProps) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Inspected>();
  const [id] = useState(() => newId());
  const record = useEquipmentAct(recordInspection);
  const done = () => {
    void message.success(t('desk.inspection.done'));
    onClose();
  };
  const finish = ({ reportNo, agency, nextDueOn, ...told }: Inspected) =>
    record.mutate(
      {
        equipmentId: machine.id,
        body: { id, ...told, nextDueOn: nextDueOn ?? null, reportNo: reportNo?.trim() || null, agency: agency?.trim() || null },
      },
      { onSuccess: done },
    );
  return (
    <FormDrawer
      title={t('desk.inspection.act')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ kind: 'periodic', result: 'passed' }}
      busy={record.isPending}
      error={record.error}
      onFinish={finish}
      onClose={onClose}
    >
      <InspectionFields machine={machine} />
    </FormDrawer>
  );
}

function InspectionFields({ machine }: Of) {
  const { t } = useTranslation('equipment');
  const result = Form.useWatch<InspectionResult | undefined>('result');
  const past = machine.inspections.filter(({ corrected }) => !corrected);
  return (
    <>
      <Form.Item name="on" label={t('desk.inspection.on')} rules={[{ required: true, message: t('desk.dayEmpty') }]}>
        <DayPicker barred={(day) => day > machine.today} />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.inspection.kind')}>
        <Select options={inspectionKinds.map((value) => ({ value, label: t(`inspectionKinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="result" label={t('desk.inspection.result')}>
        <Radio.Group options={inspectionResults.map((value) => ({ value, label: t(`inspectionResults.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="nextDueOn"
        label={t('desk.inspection.nextDueOn')}
        extra={t('desk.inspection.nextDueHint')}
        rules={[{ required: result === 'passed', message: t('desk.dayEmpty') }]}
      >
        <DayPicker />
      </Form.Item>
      <Form.Item name="reportNo" label={t('desk.inspection.reportNo')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="agency" label={t('desk.inspection.agency')}>
        <Input maxLength={80} />
      </Form.Item>
      {past.length > 0 && (
        <Form.Item name="correctsId" label={t('desk.inspection.corrects')} extra={t('desk.inspection.correctsHint')}>
          <Select
            allowClear
            options={past.map((each) => ({ value: each.id, label: `${each.on} ${t(`inspectionResults.${each.result}`)}` }))}
          />
        </Form.Item>
      )}
    </>
  );
}

type Changed = { readonly to: SpecialState; readonly on: string; readonly reason: string };

function StateForm({ machine, onClose }: FormProps) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Changed>();
  const change = useEquipmentAct(changeSpecialState);
  const to = Form.useWatch('to', form);
  const done = (state: SpecialState) => {
    void message.success(t('desk.stateChange.done', { state: t(`states.${state}`) }));
    onClose();
  };
  const others = specialStates.filter((state) => state !== machine.state);
  return (
    <FormDrawer
      title={t('desk.stateChange.act')}
      submit={t('shell:actions.confirm')}
      danger={to === 'scrapped'}
      form={form}
      initial={{ to: others[0] ?? 'outOfUse', on: machine.today }}
      busy={change.isPending}
      error={change.error}
      onFinish={(body) => change.mutate({ equipmentId: machine.id, body }, { onSuccess: () => done(body.to) })}
      onClose={onClose}
    >
      <Form.Item name="to" label={t('desk.stateChange.to')} {...(to === 'scrapped' ? { extra: t('desk.stateChange.scrapNote') } : {})}>
        <Radio.Group options={others.map((value) => ({ value, label: t(`states.${value}`) }))} />
      </Form.Item>
      <Form.Item name="on" label={t('desk.stateChange.on')} rules={[{ required: true, message: t('desk.dayEmpty') }]}>
        <DayPicker barred={(day) => day > machine.today || day < machine.stateSince} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('desk.reason')}
        extra={t('desk.stateChange.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('desk.reasonEmpty') }]}
      >
        <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDrawer>
  );
}
