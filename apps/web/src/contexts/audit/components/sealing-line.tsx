import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { sealingQuery } from '../queries.ts';

/** How much of the trail is sealed; nothing while that is not known. */
export function SealingLine() {
  const { t } = useTranslation('audit');
  const { data } = useQuery(sealingQuery);
  if (data === undefined) return null;
  const { checkpoint, waiting } = data;
  return (
    <>
      {waiting > 0 && <StatusTag tone="waiting">{t('desk.waiting', { count: waiting })}</StatusTag>}
      {checkpoint === null ? (
        <StatusTag tone="neutral">{t('desk.unsealed')}</StatusTag>
      ) : (
        <span title={t('desk.root', { root: checkpoint.root })}>
          <StatusTag tone="done">
            {t('desk.sealed', { count: checkpoint.size })} · {t('desk.sealedAt', { at: instantText(checkpoint.at) })}
          </StatusTag>
        </span>
      )}
    </>
  );
}
