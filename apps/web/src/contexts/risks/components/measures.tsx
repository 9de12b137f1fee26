import { measureKinds } from '@changming/domain/risks';
import { useTranslation } from 'react-i18next';

import type { RiskDetail } from '../queries.ts';
import './risks.css';

/** 管控措施 by kind, in the order in which they protect. */
export function Measures({ measures }: Pick<RiskDetail, 'measures'>) {
  const { t } = useTranslation('risks');
  if (measures.length === 0) return <p className="risk-plan">{t('desk.noMeasures')}</p>;
  return (
    <dl className="risk-measures">
      {measureKinds.map((kind) => {
        const own = measures.filter((measure) => measure.kind === kind);
        return own.length === 0 ? null : (
          <div key={kind}>
            <dt>{t(`measureKinds.${kind}`)}</dt>
            {own.map(({ id, text }) => (
              <dd key={id}>{text}</dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}
