import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { newId } from '../../../api/new-id.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { defectsQuery, type FireDetail, reportDefect, useEquipmentAct } from '../queries.ts';

type Check = FireDetail['checks'][number];
type DefectHazardProps = { readonly piece: FireDetail; readonly check: Check };

/** The hazard that a defect became; else, where the check found one, the way to make it a hazard. */
export function DefectHazard({ piece, check }: DefectHazardProps) {
  if (check.hazardId !== null) return <Known equipmentId={piece.id} hazardId={check.hazardId} />;
  return check.condition === 'intact' || check.corrected ? null : <Report piece={piece} check={check} />;
}

function Known({ equipmentId, hazardId }: { readonly equipmentId: string; readonly hazardId: string }) {
  const { t } = useTranslation('equipment');
  const { data } = useQuery(defectsQuery(equipmentId));
  const found = data?.items.find((each) => each.hazardId === hazardId);
  return (
    <Link to="/hazards/$id" params={{ id: hazardId }}>
      {t(found?.open === false ? 'desk.defect.settled' : 'desk.defect.hazard', { number: found?.number ?? '' })}
    </Link>
  );
}

function Report({ piece, check }: DefectHazardProps) {
  const { t } = useTranslation('equipment');
  const { message } = App.useApp();
  const report = useEquipmentAct(reportDefect);
  const me = useMe();
  const [id] = useState(() => newId());
  if (!piece.may.check || !mayAnywhere(me, 'hazards.report')) return null;
  const name = [t(`fireKinds.${piece.kind}`), piece.no].filter((each) => each !== null).join(' ');
  const wrong = Object.entries(check.items).flatMap(([item, answer]) => (answer === 'wrong' ? [t(`spotItems.${item as 'body'}`)] : []));
  const what = { name, condition: t(`conditions.${check.condition}`) };
  const said = wrong.length === 0 ? t('phone.defect', what) : t('phone.defectItems', { ...what, items: wrong.join(t('phone.comma')) });
  const text = check.note === null ? said : `${said}${t('phone.stop')}${check.note}`;
  return (
    <ConfirmAct
      size="small"
      ask={t('desk.defect.ask', { text })}
      note={t('desk.defect.note')}
      onAct={async () => {
        const { number } = await report.mutateAsync({ checkId: check.id, id, text });
        void message.success(t('desk.defect.hazard', { number }));
      }}
    >
      {t('desk.defect.report')}
    </ConfirmAct>
  );
}
