import * as contract from '@changming/contract/hazards';
import { waivableCommitments } from '@changming/domain/hazards';
import { Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { PersonPicker, type PersonSource } from '../../workforce/components/person-picker.tsx';
import { unitSource } from '../../units/queries.ts';

/** Names within one's own branch, which whoever plans the work may see without reading 人员. */
const hands: PersonSource = {
  queryKey: ['hazard-people'],
  search: (query, signal) => call(contract.listPeople, { query, signal }),
};

type PlanFieldsProps = {
  /** The deadline moves by extension only once the work was assigned. */
  readonly dueFixed?: boolean;
  readonly waivable: boolean;
};

/** 五落实: who, what, money, when, and what if. */
export function PlanFields({ dueFixed = false, waivable }: PlanFieldsProps) {
  const { t } = useTranslation('hazards');
  const today = dayOf(new Date());
  const unit = Form.useWatch<PickedUnit | null | undefined>('responsibleUnit');
  return (
    <>
      <div className="act-form__pair">
        <Form.Item name="responsibleUnit" label={t('desk.plan.responsibleUnit')}>
          <UnitPicker source={unitSource} />
        </Form.Item>
        <Form.Item name="responsible" label={t('desk.plan.responsible')}>
          <PersonPicker source={hands} unitId={unit?.id} />
        </Form.Item>
      </div>
      <Form.Item name="measures" label={t('desk.plan.measures')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <div className="act-form__pair">
        <Form.Item name="dueOn" label={t('desk.plan.dueOn')} extra={dueFixed ? t('desk.plan.dueFixed') : undefined}>
          <DayPicker disabled={dueFixed} barred={(day) => day < today} />
        </Form.Item>
        <Form.Item name="leader" label={t('desk.plan.leader')}>
          <PersonPicker source={hands} />
        </Form.Item>
      </div>
      {waivable && (
        <Form.Item name="waived" label={t('desk.plan.waived')} extra={t('desk.plan.waivedHint')}>
          <Checkbox.Group options={waivableCommitments.map((each) => ({ value: each, label: t(`commitments.${each}`) }))} />
        </Form.Item>
      )}
      <MoneyAndContingency owed={!waivable} />
    </>
  );
}

function MoneyAndContingency({ owed }: { readonly owed: boolean }) {
  const { t } = useTranslation('hazards');
  const ticked = Form.useWatch<readonly string[] | undefined>('waived') ?? [];
  const waived = owed ? [] : ticked;
  return (
    <>
      {!waived.includes('funds') && (
        <Form.Item name="funds" label={t('desk.plan.funds')} required={owed} extra={t('desk.plan.fundsHint')}>
          <InputNumber min={0} max={10_000_000_000} precision={2} suffix={t('desk.plan.yuan')} className="act-form__money" />
        </Form.Item>
      )}
      {!waived.includes('contingency') && (
        <Form.Item name="contingency" label={t('desk.plan.contingency')} required={owed}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
      )}
    </>
  );
}
