import { App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { newId } from '../../../api/new-id.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { useKeeperGate } from '../gate-of-keeper.ts';
import { keepPoint, liftKeeper, overrideOf, type PointDetail, usePointAct } from '../queries.ts';
import { KeeperObjections } from './keeper-gate.tsx';

type KeepPointProps = {
  readonly point: PointDetail;
  /** `lift`: whoever heads the unit lets somebody through, and who keeps the points in order names him then. */
  readonly act: 'keep' | 'lift';
  readonly onClose: () => void;
};
type Keeping = { readonly keeper: PickedPerson; readonly from: string; readonly reason?: string };

/** 指定责任人, or 放行 ahead of it. */
export function KeepPoint({ point, act, onClose }: KeepPointProps) {
  const { t } = useTranslation(['points', 'shell']);
  const [form] = Form.useForm<Keeping>();
  const lifts = mayAnywhere(useMe(), 'workforce.override');
  const [keeper, from] = [Form.useWatch('keeper', form), Form.useWatch('from', form)];
  const gate = useKeeperGate({ unitId: point.unitId, keeper, from, act });
  const { isPending, error, finish } = useKeeping({ point, act, onClose });
  const barred = objectionTo({ act, lifts, closed: gate.closed, nothing: keeper == null || gate.isAsking ? null : t('desk.gate.nothing') });
  const words = gate.closed === null || !lifts ? t('shell:actions.save') : t('desk.gate.keepAnyway');
  return (
    <Modal
      open
      title={t(act === 'keep' ? 'desk.keep' : 'desk.gate.lift')}
      width={460}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('shell:actions.cancel')}</Button>
          <ActButton {...(barred === null ? { type: 'primary' } : {})} loading={isPending} objection={barred} onClick={() => form.submit()}>
            {act === 'keep' ? words : t('desk.gate.lift')}
          </ActButton>
        </>
      }
    >
      <Form form={form} layout="vertical" initialValues={{ from: dayOf(new Date()) }} onFinish={finish}>
        <FormProblem form={form} error={error} />
        <Form.Item name="keeper" label={t('desk.keeper')} rules={[{ required: true, message: t('desk.keeperEmpty') }]}>
          <PersonPicker />
        </Form.Item>
        <Form.Item name="from" label={t('desk.keepFrom')} rules={[{ required: true, message: t('desk.keepFromEmpty') }]}>
          <DayPicker barred={(day) => day < point.openedOn} />
        </Form.Item>
        <KeeperObjections gate={gate} lifts={lifts} />
      </Form>
    </Modal>
  );
}

type Barring = {
  readonly act: KeepPointProps['act'];
  readonly lifts: boolean;
  readonly closed: string | null;
  /** Why there is nothing to lift, once somebody is chosen. */
  readonly nothing: string | null;
};

/** Why it cannot be sent now: what the API would say. Until that is known it is sent, and the API says it. */
function objectionTo({ act, lifts, closed, nothing }: Barring): string | null {
  if (act === 'lift') return closed === null ? nothing : null;
  return lifts ? null : closed;
}

function useKeeping({ point, act, onClose }: KeepPointProps) {
  const { t } = useTranslation('points');
  const { message } = App.useApp();
  const [liftId] = useState(() => newId());
  const keep = usePointAct(act === 'keep' ? keepPoint : liftKeeper);
  const finish = ({ keeper, from, reason }: Keeping) =>
    keep.mutate(
      { id: point.id, unitId: point.unitId, liftId, keeperId: keeper.id, from, ...overrideOf(reason) },
      {
        onSuccess: () => {
          void message.success(t(act === 'keep' ? 'desk.keptNow' : 'desk.gate.liftedNow', { name: keeper.name }));
          onClose();
        },
      },
    );
  return { isPending: keep.isPending, error: keep.error, finish };
}
