import { MobileOutlined } from '@ant-design/icons';
import { deviceName } from '@changming/domain/access';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ErrorState } from '../../../ui/error-state.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { useScanCode } from '../own-queries.ts';
import { ownSessionsQuery } from '../queries.ts';
import './add-device.css';

/** How often the desk looks whether the phone has come in, in milliseconds. */
const looks = 2000;

/** 扫码登录手机: a code good once and for two minutes; the desk says when a phone came in by it. */
export function ScanToSignIn() {
  const { t } = useTranslation('access');
  const [since, setSince] = useState<Date | null>(null);
  const code = useScanCode();
  const open = () => {
    setSince(new Date());
    code.mutate();
  };
  return (
    <>
      <Button type="primary" icon={<MobileOutlined />} onClick={open}>
        {t('desk.ways.scan')}
      </Button>
      {since !== null && (
        <Modal
          open
          width={420}
          title={t('desk.ways.scanTitle')}
          footer={<Button onClick={() => setSince(null)}>{t('desk.ways.scanClose')}</Button>}
          onCancel={() => setSince(null)}
        >
          {code.isError && <ErrorState error={code.error} onRetry={() => code.mutate()} />}
          {code.data !== undefined && <Shown code={code.data.code} onAgain={open} />}
        </Modal>
      )}
    </>
  );
}

function Shown({ code, onAgain }: { readonly code: string; readonly onAgain: () => void }) {
  const { t } = useTranslation('access');
  const arrived = useArrived(code);
  if (arrived !== null) {
    return (
      <Alert
        type="success"
        showIcon
        title={t('desk.ways.scanDone', { device: deviceName(arrived.userAgent) ?? '' })}
        description={t('desk.ways.scanDoneNote')}
      />
    );
  }
  return (
    <>
      <p className="confirm-act__note">{t('desk.ways.scanLead')}</p>
      <div className="add-device__code">
        <QrCode text={`${globalThis.location.origin}/m/scan#${code}`} size={240} label={t('desk.ways.scanLabel')} />
      </div>
      <Button type="link" onClick={onAgain}>
        {t('desk.ways.scanAgain')}
      </Button>
    </>
  );
}

/** The session that a phone opened while this code was shown: one that was not there when it appeared. */
function useArrived(code: string) {
  const { data } = useQuery({ ...ownSessionsQuery, refetchInterval: looks });
  const [before, setBefore] = useState<{ code: string; ids: ReadonlySet<string> } | null>(null);
  if (data === undefined) return null;
  const scanned = data.items.filter(({ way }) => way === 'scan');
  if (before?.code === code) return scanned.find(({ id }) => !before.ids.has(id)) ?? null;
  setBefore({ code, ids: new Set(scanned.map(({ id }) => id)) });
  return null;
}
