import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { type PointDetail, usePointAct } from '../queries.ts';
import { determineKey, endKey } from '../sheet-queries.ts';

type KeyActProps = { readonly point: PointDetail; readonly objection: string | null };

/** 确定为重点部位, or no longer; either says why. */
export function KeyAct({ point, objection }: KeyActProps) {
  const { t } = useTranslation('points');
  const { message } = App.useApp();
  const determine = usePointAct(determineKey);
  const end = usePointAct(endKey);
  const word = point.keyPosition ? 'end' : 'determine';
  const act = async (reason: string) => {
    await (point.keyPosition
      ? end.mutateAsync({ id: point.id, reason })
      : determine.mutateAsync({ id: point.id, from: dayOf(new Date()), reason }));
    void message.success(t(`desk.key.${word}Done`, { name: point.name }));
  };
  return (
    <ConfirmAct
      withReason
      objection={objection}
      ask={t(`desk.key.${word}Ask`, { name: point.name })}
      note={t(`desk.key.${word}Note`)}
      onAct={act}
    >
      {t(`desk.key.${word}`)}
    </ConfirmAct>
  );
}
