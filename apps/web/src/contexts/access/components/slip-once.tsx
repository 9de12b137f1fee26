import { PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Slip } from '../accounts-queries.ts';
import { SlipCard } from './slip-card.tsx';
import { SlipSheets } from './slip-sheets.tsx';

type SlipOnceProps = { readonly slip: Slip; readonly onClose: () => void };

/** One slip, shown once: closing needs a word that it was printed or noted. */
export function SlipOnce({ slip, onClose }: SlipOnceProps) {
  const { t } = useTranslation('access');
  const [kept, setKept] = useState(false);
  return (
    <Modal
      open
      width={420}
      title={t('desk.slips.resetDone')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
            {t('desk.slips.print')}
          </Button>
          <Button type="primary" disabled={!kept} onClick={onClose}>
            {t('desk.slips.done')}
          </Button>
        </>
      }
    >
      <p>{t('desk.slips.once')}</p>
      <SlipCard slip={slip} />
      <SlipSheets slips={[slip]} />
      <Checkbox className="slip-once__kept" checked={kept} onChange={(event) => setKept(event.target.checked)}>
        {t('desk.slips.kept')}
      </Checkbox>
    </Modal>
  );
}
