import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { TextItem } from '../../../ui/text-item.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { useAddDevice } from '../devices-queries.ts';
import './add-device.css';

type Entered = { readonly name: string; readonly unit: PickedUnit };
type Pairing = { readonly name: string; readonly pairing: string; readonly pairingUntil: string };

/** 登记共用手机, then the code to be scanned with it. */
export function AddDevice() {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(false);
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const show = (next: Pairing) => {
    setOpen(false);
    setPairing(next);
  };
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('desk.devices.add')}
      </Button>
      {open && <DeviceForm onAdded={show} onClose={() => setOpen(false)} />}
      {pairing !== null && <PairingCode pairing={pairing} onClose={() => setPairing(null)} />}
    </>
  );
}

type DeviceFormProps = { readonly onAdded: (pairing: Pairing) => void; readonly onClose: () => void };

function DeviceForm({ onAdded, onClose }: DeviceFormProps) {
  const { t } = useTranslation('access');
  const [form] = Form.useForm<Entered>();
  const add = useAddDevice();
  const submit = ({ name, unit }: Entered) => add.mutate({ name, unitId: unit.id }, { onSuccess: (added) => onAdded({ name, ...added }) });
  return (
    <Modal
      open
      width={440}
      title={t('desk.devices.add')}
      okText={t('desk.devices.submit')}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} name="device" layout="vertical" requiredMark={false} onFinish={submit}>
        <p className="confirm-act__note">{t('desk.devices.addLead')}</p>
        <FormProblem form={form} error={refusedAt(add.error, { 'units.not_found': 'unit' })} />
        <TextItem
          name="name"
          label={t('desk.devices.name')}
          rules={[{ required: true, whitespace: true, message: t('desk.devices.nameEmpty') }]}
          most={60}
          input={{ autoFocus: true, placeholder: t('desk.devices.nameHint') }}
        />
        <Form.Item name="unit" label={t('desk.devices.unit')} rules={[{ required: true, message: t('desk.devices.unitEmpty') }]}>
          <UnitPicker source={unitSource} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function PairingCode({ pairing: { name, pairing, pairingUntil }, onClose }: { readonly pairing: Pairing; readonly onClose: () => void }) {
  const { t } = useTranslation('access');
  const title = t('desk.devices.pairing', { name });
  return (
    <Modal
      open
      width={420}
      title={title}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('desk.devices.pairingDone')}
        </Button>
      }
      onCancel={onClose}
    >
      <div className="add-device__code">
        <QrCode text={`${globalThis.location.origin}/m/pair#${pairing}`} size={240} label={title} />
      </div>
      <p className="confirm-act__note">{t('desk.devices.pairingNote', { at: instantText(pairingUntil).slice(11) })}</p>
    </Modal>
  );
}
