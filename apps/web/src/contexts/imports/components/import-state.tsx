import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { ImportDetail } from '../queries.ts';

const tones = { declared: 'neutral', reading: 'moving', planned: 'waiting', running: 'moving', done: 'done', failed: 'alert' } as const;

export function ImportState({ state }: Pick<ImportDetail, 'state'>) {
  const { t } = useTranslation('imports');
  return <StatusTag tone={tones[state]}>{t(`desk.states.${state}`)}</StatusTag>;
}
