import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { pictureAddress } from '../../points/sheet-queries.ts';
import { cardQuery, type RiskCard } from '../queries.ts';
import { LevelTag } from './level-tag.tsx';
import { Measures } from './measures.tsx';
import './risks.css';

type CardDrawerProps = { readonly code: string | null; readonly onClose: () => void };

/** 风险告知卡 of a point on the map: its colours, who keeps it, its risks with their measures, what hangs there. */
export function CardDrawer({ code, onClose }: CardDrawerProps) {
  const { t } = useTranslation('risks');
  const asked = useQuery({ ...cardQuery(code ?? ''), enabled: code !== null });
  const card = code === null ? undefined : asked.data;
  return (
    <DetailDrawer
      open={code !== null}
      title={card?.point.name ?? t('desk.card.title')}
      aside={card === undefined ? null : <Aside card={card} />}
      acts={card === undefined ? undefined : <Links card={card} />}
      onClose={onClose}
    >
      {code !== null && (
        <Loaded query={asked} onBack={onClose}>
          {(known) => <Card card={known} />}
        </Loaded>
      )}
    </DetailDrawer>
  );
}

function Aside({ card: { shown, point } }: { readonly card: RiskCard }) {
  const { t } = useTranslation('risks');
  return (
    <>
      {shown !== null && <LevelTag level={shown} />}
      {point.keyPosition && <StatusTag tone="waiting">{t('phone.keyPosition')}</StatusTag>}
    </>
  );
}

function Links({ card: { point } }: { readonly card: RiskCard }) {
  const { t } = useTranslation('risks');
  return (
    <>
      <LinkButton to="/risks" search={{ pointId: point.id }}>
        {t('desk.card.openRisks')}
      </LinkButton>
      <LinkButton to="/hazards" search={{ pointId: point.id }}>
        {t('desk.card.openHazards')}
      </LinkButton>
      <LinkButton type="primary" to="/points" search={{ point: point.id }}>
        {t('desk.card.openPoint')}
      </LinkButton>
    </>
  );
}

function Card({ card }: { readonly card: RiskCard }) {
  const { t } = useTranslation(['risks', 'points']);
  const { inherent, live, open, overdue, point, keeper, risks, sheets } = card;
  return (
    <>
      <Facts
        facts={[
          { label: t('desk.unit'), value: point.unit },
          { label: t('phone.keeper'), value: keeper ?? t('phone.noKeeper') },
          { label: t('phone.inherent'), value: inherent === null ? t('desk.maps.unassessed') : <LevelTag level={inherent} /> },
          {
            label: t('phone.now'),
            value: live === null ? <StatusTag tone="done">{t('phone.nothingOpen')}</StatusTag> : <LevelTag level={live} />,
          },
          {
            label: t('liveCauses.hazard'),
            value: `${open.hazard}${overdue > 0 ? `（${t('desk.maps.overdue', { count: overdue })}）` : ''}`,
          },
        ]}
      />
      {risks.length === 0 && <p className="risk-plan">{t('phone.notAssessed')}</p>}
      {risks.map((risk) => (
        <Section key={risk.id} title={risk.name}>
          <p className="risk-plan">
            <LevelTag level={risk.level} /> {risk.source}
          </p>
          <Measures measures={risk.measures} />
        </Section>
      ))}
      {sheets.length > 0 && (
        <Section title={t('phone.sheets')}>
          <div className="card-sheets">
            {sheets.map(({ id, name, kind, evidenceId }) => (
              <figure key={id}>
                <img src={pictureAddress(evidenceId, 'thumb')} alt={name} loading="lazy" />
                <figcaption>{t(`points:sheetKinds.${kind}`)}</figcaption>
              </figure>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}
