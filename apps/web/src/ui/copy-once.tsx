import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { CopyButton } from './copy-button.tsx';
import './copy-once.css';

type CopyOnceProps = {
  /** What the secret is: 接口令牌. */
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
};

/** Shows a secret that the server will never show again; closing needs a word that it was kept. */
export function CopyOnce({ title, secret, onClose }: CopyOnceProps) {
  const { t } = useTranslation('shell');
  const [kept, setKept] = useState(false);
  return (
    <Modal
      open
      title={`${title} · ${t('secret.once')}`}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" disabled={!kept} onClick={onClose}>
          {t('secret.done')}
        </Button>
      }
    >
      <p>{t('secret.onceNote')}</p>
      <div className="copy-once">
        <code className="copy-once__secret">{secret}</code>
        <CopyButton text={secret} />
      </div>
      <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
        {t('secret.kept')}
      </Checkbox>
    </Modal>
  );
}
