import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { type Officer, officersQuery, setPartTime, type Staffing, useCertificateAct } from '../certificate-queries.ts';

type OfficersProps = { readonly unit: Staffing; readonly onClose: () => void };

/** 安全员 who count for a unit, and whether each works full-time. */
export function StaffingOfficers({ unit: { unitId, unit }, onClose }: OfficersProps) {
  const { t } = useTranslation('workforce');
  const asked = useQuery(officersQuery(unitId));
  return (
    <DetailDrawer open title={t('certificateDesk.staffing.officersTitle', { unit })} onClose={onClose}>
      <p>{t('certificateDesk.staffing.officersLead')}</p>
      <Loaded query={asked} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState small title={t('certificateDesk.staffing.officersEmpty')} next={t('certificateDesk.staffing.officersEmptyNext')} />
          ) : (
            <ol className="timeline">
              {items.map((officer) => (
                <OfficerLine key={officer.id} officer={officer} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </DetailDrawer>
  );
}

function OfficerLine({ officer: { id, name, unit, post, partTime, from } }: { readonly officer: Officer }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const set = useCertificateAct(setPartTime);
  const edits = mayAnywhere(useMe(), 'workforce.edit');
  const change = () =>
    set.mutate({ appointmentId: id, partTime: !partTime }, { onError: (error) => void message.error(sentenceOf(error)) });
  const how = t(partTime ? 'certificateDesk.staffing.partTime' : 'certificateDesk.staffing.fullTime');
  return (
    <li className="timeline__entry timeline__entry--done">
      <p className="timeline__title">{`${name ?? t('certificateDesk.overrides.elsewhere')} · ${how}`}</p>
      <p className="timeline__meta">
        <span>{[unit, t(`posts.${post}`), from].join(' · ')}</span>
        {edits && (
          <ActButton size="small" loading={set.isPending} onClick={change}>
            {t(partTime ? 'certificateDesk.staffing.toFullTime' : 'certificateDesk.staffing.toPartTime')}
          </ActButton>
        )}
      </p>
    </li>
  );
}
