import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { IncidentAct } from '../acts/incident-act.tsx';
import type { IncidentDetail } from '../queries.ts';

type Of = { readonly incident: IncidentDetail };

/** 现场照片 that have arrived. */
export function Photos({ incident }: Of) {
  const { t } = useTranslation('incidents');
  const address = (evidenceId: string, size: 'thumb' | 'view') => `/api/v1/evidence/${evidenceId}/${size}?subject=${incident.id}`;
  if (incident.photos.length === 0) return <p className="incident-none">{t('desk.noPhotos')}</p>;
  return (
    <div className="incident-photos">
      {incident.photos.map(({ sha256, evidenceId }) => (
        <a key={sha256} href={address(evidenceId, 'view')} target="_blank" rel="noreferrer">
          <img src={address(evidenceId, 'thumb')} alt={t('desk.photo')} />
        </a>
      ))}
    </div>
  );
}

/** 时间更正: what each time was taken for, what it is and why, the latest first; nothing where none was. */
export function TimeCorrections({ incident }: Of) {
  const { t } = useTranslation('incidents');
  if (incident.timeCorrections.length === 0) return null;
  return (
    <ul className="incident-records">
      {incident.timeCorrections.map(({ id, field, fromAt, toAt, reason, by, recordedAt }) => (
        <li key={id}>
          <span>{t('desk.correction', { field: t(`desk.fields.${field}`), from: instantText(fromAt), to: instantText(toAt) })}</span>
          <small>{[reason, by, instantText(recordedAt)].filter((each) => each !== null).join(' · ')}</small>
        </li>
      ))}
    </ul>
  );
}

/** 关联隐患: those that led to it, and those that its investigation found. */
export function Hazards({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <>
      {incident.hazards.length === 0 ? (
        <p className="incident-none">{t('desk.noHazards')}</p>
      ) : (
        <ul className="incident-records">
          {incident.hazards.map(({ hazardId, number, text, tie }) => (
            <li key={hazardId}>
              <Link to="/hazards/$id" params={{ id: hazardId }}>
                {number}
              </Link>
              <StatusTag tone="neutral">{t(`ties.${tie}`)}</StatusTag>
              {text !== null && <small>{text}</small>}
            </li>
          ))}
        </ul>
      )}
      <div className="incident-foot">
        <IncidentAct incident={incident} act="tieHazard" />
      </div>
    </>
  );
}

/** 迟报、漏报、谎报、瞒报 as found or taken back, the latest first. */
export function Findings({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <>
      {incident.findings.length === 0 ? (
        <p className="incident-none">{t('desk.noFindings')}</p>
      ) : (
        <ul className="incident-records">
          {incident.findings.map(({ id, finding, found, onDay, basis, by }) => (
            <li key={id}>
              <span>{t(`findings.${finding}`)}</span>
              <StatusTag tone={found ? 'alert' : 'neutral'}>{t(found ? 'desk.found' : 'desk.takenBack')}</StatusTag>
              <small>{[onDay, basis, by].filter((each) => each !== null).join(' · ')}</small>
            </li>
          ))}
        </ul>
      )}
      <div className="incident-foot">
        <IncidentAct incident={incident} act="recordFinding" />
      </div>
    </>
  );
}
