import { basisWords } from '@changming/phrases';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import type { ChecklistItem } from '../checklist-queries.ts';
import { limitsText } from '../look.ts';
import { itemText } from '../words.ts';
import { Star } from '../components/star.tsx';
import './items-table.css';

type ItemsTableProps = {
  readonly items: readonly ChecklistItem[];
  readonly empty: { readonly title: string; readonly next: string };
  /** What can be done with an item, at its right. */
  readonly acts?: (item: ChecklistItem, at: number) => ReactNode;
};

/** The items of a checklist in their order, with all that is said about each. */
export function ItemsTable({ items, empty, acts }: ItemsTableProps) {
  const { t } = useTranslation('inspections');
  if (items.length === 0) return <EmptyState small {...empty} />;
  const heads = ['text', 'factor', 'answer', 'photo', 'basis'] as const;
  return (
    <div className="items-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('desk.item.code')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`desk.item.${head}`)}
              </th>
            ))}
            {acts !== undefined && <th scope="col" aria-label={t('desk.item.acts')} />}
          </tr>
        </thead>
        <tbody>
          {items.map((item, at) => (
            <Row key={item.code} item={item} acts={acts?.(item, at)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item, acts }: { readonly item: ChecklistItem; readonly acts: ReactNode }) {
  const { t, i18n } = useTranslation(['inspections', 'hazards']);
  const { code, starred, guide, factor, answer, photo, mayNotApply } = item;
  return (
    <tr>
      <td className="items-table__code">
        <code>{code}</code>
        {starred && <Star />}
      </td>
      <td>
        {itemText(item, i18n.language)}
        {guide !== null && <small className="items-table__guide">{guide}</small>}
      </td>
      <td>{t(`hazards:factorClasses.${factor}`)}</td>
      <td>
        {limitsText(answer) ?? t('desk.item.passFail')}
        {!mayNotApply && <small className="items-table__guide">{t('desk.item.always')}</small>}
      </td>
      <td>{t(`photoDuties.${photo}`)}</td>
      <td className="items-table__basis">
        <Basis item={item} />
      </td>
      {acts !== undefined && <td className="items-table__acts">{acts}</td>}
    </tr>
  );
}

function Basis({ item: { clauseIds, basis } }: { readonly item: ChecklistItem }) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const all = [...clauseIds.map((clause) => basisWords(clause, language)), ...(basis === null ? [] : [basis])];
  return all.length === 0 ? '—' : all.join('；');
}
