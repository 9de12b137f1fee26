import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Panel } from '../../../ui/panel.tsx';
import { drawsQuery } from '../look-back-queries.ts';
import './look-backs.css';

/** 抽查公示: commitment and seed of each month, for anyone who wants to draw again. */
export function Draws() {
  const { t } = useTranslation('hazards');
  const { data } = useQuery(drawsQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('desk.lookBacks.draws')} lead={t('desk.lookBacks.drawsLead')}>
      <table className="draws">
        <thead>
          <tr>
            {(['month', 'commitment', 'seed', 'drawn'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`desk.lookBacks.drawColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ month, commitment, seed, strata }) => {
            const closures = strata.reduce((sum, stratum) => sum + stratum.closures, 0);
            const drawn = strata.reduce((sum, stratum) => sum + stratum.drawn.length, 0);
            return (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>
                  <code>{commitment}</code>
                </td>
                <td>{seed === null ? t('desk.lookBacks.sealed') : <code>{seed}</code>}</td>
                <td>{seed === null ? '—' : t('desk.lookBacks.drawn', { closures, drawn })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
