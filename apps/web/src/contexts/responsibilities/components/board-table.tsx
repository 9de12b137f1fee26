import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import './responsibilities.css';

export type BoardLine = {
  readonly unitId: string;
  readonly unit: string;
  readonly withBelow: boolean;
  readonly cells: readonly ReactNode[];
};

type BoardTableProps = {
  readonly heads: readonly string[];
  readonly lines: readonly BoardLine[];
  readonly total?: { readonly title: string; readonly cells: readonly ReactNode[] };
  readonly onDown: (unitId: string) => void;
};

/** A line for the unit itself and one for each below; a press on a unit goes there. */
export function BoardTable({ heads, lines, total, onDown }: BoardTableProps) {
  const { t } = useTranslation('responsibilities');
  return (
    <div className="duty-board" tabIndex={0} role="region" aria-label={heads[0]}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ unitId, unit, withBelow, cells }) => (
            <tr key={`${unitId} ${withBelow}`}>
              <th scope="row">
                {withBelow ? (
                  <button type="button" className="duty-board__down" onClick={() => onDown(unitId)}>
                    {unit}
                  </button>
                ) : (
                  t('desk.unitItself', { unit })
                )}
              </th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{total.title}</th>
              {total.cells.map((cell, at) => (
                <td key={heads[at + 1]}>{cell}</td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** `98.2%`, or a dash where nothing is counted. */
export function share(done: number, of: number): string {
  return of === 0 ? '—' : `${Math.floor((done * 1000) / of) / 10}%`;
}
