import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { certificateTones, itemName } from '../certificate-look.ts';
import { type CertificateDetail, certificateQuery } from '../certificate-queries.ts';
import { CertificateActs } from './certificate-acts.tsx';
import { CertificatePhoto } from './certificate-photo.tsx';

type DrawerProps = {
  readonly certificateId: string | null;
  readonly onClose: () => void;
  /** The certificate was renewed: the new issue is opened. */
  readonly onMoved: (id: string) => void;
};

/** One certificate: how it stands, when to apply, every issue before it. */
export function CertificateDrawer({ certificateId, onClose, onMoved }: DrawerProps) {
  if (certificateId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <Opened key={certificateId} certificateId={certificateId} onClose={onClose} onMoved={onMoved} />;
}

function Opened({ certificateId, onClose, onMoved }: DrawerProps & { readonly certificateId: string }) {
  const { t } = useTranslation('workforce');
  const asked = useQuery(certificateQuery(certificateId));
  const edits = mayAnywhere(useMe(), 'workforce.edit');
  const own = asked.data?.issues.find(({ id }) => id === certificateId);
  return (
    <DetailDrawer
      open
      title={own === undefined ? t('certificateDesk.certificates.title') : `${own.name} · ${itemName(own)}`}
      aside={
        own !== undefined && <StatusTag tone={certificateTones[own.standing]}>{t(`certificateWords.standings.${own.standing}`)}</StatusTag>
      }
      acts={own !== undefined && edits && <CertificateActs certificate={own} onMoved={onMoved} />}
      onClose={onClose}
    >
      <Loaded query={asked} onBack={onClose}>
        {(detail) => (
          <>
            {own !== undefined && <Facts facts={factsOf(own, detail, t)} />}
            {own !== undefined && (
              <Section title={t('certificateDesk.certificates.photo')}>
                <CertificatePhoto certificate={own} />
              </Section>
            )}
            <Section title={t('certificateDesk.certificates.issues')}>
              <Issues issues={detail.issues} />
            </Section>
            <RecordTrail subjectId={certificateId} />
          </>
        )}
      </Loaded>
    </DetailDrawer>
  );
}

type Issue = CertificateDetail['issues'][number];

function factsOf(own: Issue, { apply }: CertificateDetail, t: TFunction<'workforce'>): Fact[] {
  return [
    { label: t('desk.unit'), value: own.unit },
    { label: t('certificateDesk.certificates.kind'), value: t(`certificateWords.kinds.${own.kind}`) },
    { label: t('certificateDesk.certificates.no'), value: own.no },
    { label: t('certificateDesk.certificates.issuer'), value: own.issuer },
    { label: t('certificateDesk.certificates.issuedOn'), value: own.issuedOn },
    { label: t('certificateDesk.certificates.validUntil'), value: own.validUntil ?? t('certificateDesk.certificates.forever') },
    { label: t('certificateDesk.certificates.reviewDueOn'), value: own.reviewDueOn },
    { label: t('certificateDesk.certificates.apply'), value: apply === null ? null : t('certificateDesk.certificates.applyFrom', apply) },
    ...(own.origin === 'opening' ? [{ label: t('desk.state'), value: t('certificateDesk.certificates.fromRoster') }] : []),
  ];
}

function Issues({ issues }: { readonly issues: readonly Issue[] }) {
  const { t } = useTranslation('workforce');
  return (
    <ol className="timeline">
      {issues.map((issue) => (
        <li key={issue.id} className={`timeline__entry timeline__entry--${certificateTones[issue.standing]}`}>
          <p className="timeline__title">
            {t('certificateDesk.certificates.issued', {
              from: issue.issuedOn ?? t('certificateDesk.certificates.unstated'),
              until:
                issue.validUntil === null
                  ? t('certificateDesk.certificates.forever')
                  : t('certificateDesk.certificates.until', { on: issue.validUntil }),
            })}
          </p>
          <p className="timeline__meta">{reviewOf(issue, t)}</p>
        </li>
      ))}
    </ol>
  );
}

function reviewOf({ revokedOn, revokedWhy, reviewDoneOn, reviewDueOn }: Issue, t: TFunction<'workforce'>): string {
  if (revokedOn !== null) return t('certificateDesk.certificates.revoked', { on: revokedOn, reason: revokedWhy ?? '' });
  if (reviewDoneOn !== null) return t('certificateDesk.certificates.reviewed', { on: reviewDoneOn });
  return reviewDueOn === null ? '' : t('certificateDesk.certificates.reviewDue', { on: reviewDueOn });
}
