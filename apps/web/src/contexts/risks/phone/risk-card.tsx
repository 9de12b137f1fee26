import { readRiskCard, type RiskCard } from '@changming/contract/risks';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { RiskTag, StatusTag } from '../../../phone/ui/tags.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { useRiskWords } from './words.ts';
import './risk-card.css';

/** 红橙黄蓝 of the four levels; the domain's own table would bring the whole grading with it. */
const colours = { major: 'red', larger: 'orange', general: 'yellow', low: 'blue' } as const;

/** 风险告知 behind a plate: colours, risks with their measures, what hangs on the wall. Without a line the plate does without it. */
export function RiskCardPart({ code }: { readonly code: string }) {
  const t = useRiskWords();
  const asked = useAsk(useCallback((signal: AbortSignal) => call(readRiskCard, { params: { code }, signal }), [code]));
  if (asked.state === 'waiting') return <p className="stack__lead">{t('phone.loading')}</p>;
  return asked.state === 'ready' ? <Known card={asked.answer} /> : null;
}

function Known({ card }: { readonly card: RiskCard }) {
  const t = useRiskWords();
  return (
    <section className="risk-card" aria-label={t('phone.title')}>
      <Head card={card} />
      {card.risks.length === 0 && <p className="stack__lead">{t('phone.notAssessed')}</p>}
      {card.risks.map((risk) => (
        <Risk key={risk.id} risk={risk} />
      ))}
      {card.sheets.length > 0 && <Sheets card={card} />}
    </section>
  );
}

function Head({ card: { inherent, live, open, overdue, keeper, point } }: { readonly card: RiskCard }) {
  const t = useRiskWords();
  return (
    <div className="risk-card__head">
      <h3>{t('phone.title')}</h3>
      {point.keyPosition && <StatusTag tone="waiting">{t('phone.keyPosition')}</StatusTag>}
      <dl>
        <dt>{t('phone.inherent')}</dt>
        <dd>{inherent === null ? '—' : <RiskTag colour={colours[inherent]}>{t(`levels.${inherent}`)}</RiskTag>}</dd>
        <dt>{t('phone.now')}</dt>
        <dd>
          <Live live={live} hazards={open.hazard} />
          {overdue > 0 && <small> {t('phone.overdue', { count: overdue })}</small>}
          {open.failedCheck > 0 && <small> {t('phone.failed', { count: open.failedCheck })}</small>}
          {open.missedCheck > 0 && <small> {t('phone.missed', { count: open.missedCheck })}</small>}
        </dd>
        <dt>{t('phone.keeper')}</dt>
        <dd>{keeper ?? t('phone.noKeeper')}</dd>
      </dl>
    </div>
  );
}

/** The colour of now, with how many hazards are open; the level's name where checks alone brought it. */
function Live({ live, hazards }: { readonly live: RiskCard['live']; readonly hazards: number }) {
  const t = useRiskWords();
  if (live === null) return <StatusTag tone="done">{t('phone.nothingOpen')}</StatusTag>;
  return <RiskTag colour={colours[live]}>{hazards > 0 ? t('phone.open', { count: hazards }) : t(`levels.${live}`)}</RiskTag>;
}

function Risk({ risk }: { readonly risk: RiskCard['risks'][number] }) {
  const t = useRiskWords();
  const { name, level, source, consequences, owner, measures } = risk;
  return (
    <Card title={name}>
      <p className="risk-card__line">
        <RiskTag colour={colours[level]}>{t(`levels.${level}`)}</RiskTag> {source}
      </p>
      {consequences !== null && <p className="risk-card__line">{t('phone.mayHappen', { text: consequences })}</p>}
      <ul className="risk-card__measures" aria-label={t('phone.measures')}>
        {measures.map(({ id, kind, text }) => (
          <li key={id}>
            <b>{t(`measureKinds.${kind}`)}</b> {text}
          </li>
        ))}
      </ul>
      {owner !== null && <p className="risk-card__line">{t('phone.owner', { name: owner })}</p>}
    </Card>
  );
}

function Sheets({ card: { sheets } }: { readonly card: RiskCard }) {
  const t = useRiskWords();
  return (
    <>
      <h3>{t('phone.sheets')}</h3>
      <div className="risk-card__sheets">
        {sheets.map(({ id, kind, name, number, evidenceId, issuedOn }) => (
          <a key={id} href={`/api/v1/evidence/${evidenceId}/view`} target="_blank" rel="noreferrer">
            <img src={`/api/v1/evidence/${evidenceId}/thumb`} alt={name} loading="lazy" />
            <span>{t(`sheetKinds.${kind}`)}</span>
            <small>{t('phone.version', { number, on: issuedOn })}</small>
          </a>
        ))}
      </div>
    </>
  );
}
