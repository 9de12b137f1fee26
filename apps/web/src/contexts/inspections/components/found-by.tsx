import type { CheckBehind, SpotBehind } from '@changming/contract/inspections/results';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { behindQuery } from '../check-queries.ts';

/** 来源: the check or the look-over that found the hazard; nothing where it was found otherwise. */
export function FoundBy({ hazardId }: { readonly hazardId: string }) {
  return mayAnywhere(useMe(), 'inspections.follow') ? <Asked hazardId={hazardId} /> : null;
}

function Asked({ hazardId }: { readonly hazardId: string }) {
  const { data } = useQuery(behindQuery(hazardId));
  if (data === undefined) return null;
  if (data.check !== null) return <Check check={data.check} />;
  return data.spot === null ? null : <Spot spot={data.spot} />;
}

function Check({ check: { resultId, plan, checklist, text, point, on, doneBy } }: { readonly check: CheckBehind }) {
  const { t } = useTranslation('inspections');
  const link = (
    <Link to="/inspections/results/$resultId" params={{ resultId }}>
      {[plan, checklist].join(' · ')}
    </Link>
  );
  return (
    <Panel title={t('desk.foundBy.check')}>
      <Facts
        facts={[
          { label: t('desk.foundBy.record'), value: link, wide: true },
          { label: t('desk.foundBy.item'), value: text, wide: true },
          { label: t('desk.foundBy.by'), value: [doneBy, point, on].filter((each) => each !== null).join(' · '), wide: true },
        ]}
      />
    </Panel>
  );
}

function Spot({ spot: { equipmentId, kind, no, condition, point, on, doneBy } }: { readonly spot: SpotBehind }) {
  const { t } = useTranslation(['inspections', 'equipment']);
  const link = (
    <Link to="/equipment/fire" search={{ equipment: equipmentId }}>
      {[t(`equipment:fireKinds.${kind}`), no].filter((each) => each !== null).join(' ')}
    </Link>
  );
  return (
    <Panel title={t('desk.foundBy.spot')}>
      <Facts
        facts={[
          { label: t('desk.foundBy.equipment'), value: link, wide: true },
          { label: t('desk.foundBy.condition'), value: t(`equipment:conditions.${condition}`) },
          { label: t('desk.foundBy.by'), value: [doneBy, point, on].filter((each) => each !== null).join(' · '), wide: true },
        ]}
      />
    </Panel>
  );
}
