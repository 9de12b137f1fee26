import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { countAsTouched } from '../../../api/last-touch.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { Section } from '../../../ui/section.tsx';
import { sessionQuery } from './queries.ts';

/** ms; a code signs in for at least as long again after it was last asked for. */
const every = 15_000;

type Shown = { readonly sessionId: string; readonly code: string; readonly endsAt: string | null };

/** Shown on the screen of the room: the phone's own camera opens the page that signs in. It changes, and so does the roll below it. */
export function DoorCode({ sessionId, code, endsAt }: Shown) {
  const { t } = useTranslation('training');
  useEffect(() => (endsAt === null ? undefined : countAsTouched(new Date(endsAt))), [endsAt]);
  const { isRefetchError, fetchStatus } = useQuery({
    ...sessionQuery(sessionId),
    refetchInterval: every,
    refetchIntervalInBackground: true,
  });
  const isLost = isRefetchError || fetchStatus === 'paused';
  return (
    <Section title={t('held.session.scan')}>
      {isLost ? (
        <Alert type="warning" showIcon title={t('held.session.scanLost')} description={t('held.session.scanLostNext')} />
      ) : (
        <>
          <QrCode text={`${location.origin}/m/t/${code}`} size={240} label={t('held.session.scan')} />
          <p>{t('held.session.scanHint')}</p>
        </>
      )}
    </Section>
  );
}
