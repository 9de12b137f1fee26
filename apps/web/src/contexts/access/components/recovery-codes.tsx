import { PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { PrintOnly } from '../../../ui/print-only.tsx';
import './recovery-codes.css';

type RecoveryCodesProps = { readonly codes: readonly string[]; readonly onDone: () => void };

/** 恢复码, shown once: going on needs a word that they were kept. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { t } = useTranslation('access');
  const [kept, setKept] = useState(false);
  const list = (
    <ol className="recovery-codes__list">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
  );
  return (
    <div className="recovery-codes">
      <p>
        <strong>{`${t('desk.ways.codes')} · ${t('desk.ways.codesOnce')}`}</strong>
      </p>
      <p>{t('desk.ways.codesLead')}</p>
      {list}
      <PrintOnly>
        <h1>{t('desk.ways.codes')}</h1>
        <p>{t('desk.ways.codesLead')}</p>
        {list}
      </PrintOnly>
      <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
        {t('desk.ways.codesKept')}
      </Checkbox>
      <div className="recovery-codes__acts">
        <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
          {t('desk.ways.codesPrint')}
        </Button>
        <Button type="primary" disabled={!kept} onClick={onDone}>
          {t('desk.ways.codesDone')}
        </Button>
      </div>
    </div>
  );
}
