import { useTranslation } from 'react-i18next';

import type { ImportGroup } from '../queries.ts';
import { useImportWords } from '../words.ts';

type Told = ImportGroup['candidates'][number];

/** What two tellings of one hazard say differently, beside each other, and which answer would close what is open. */
export function BesideTable({ group: { code, candidates } }: { readonly group: ImportGroup }) {
  const { closing } = useImportWords();
  const told = candidates.filter(({ beside = [] }) => beside.length > 0);
  const isOne = candidates.length === 1;
  return (
    <>
      {told.map((each) => (
        <Differences key={each.value} told={each} isOfRows={code === 'hazard_similar' || code === 'row_differs'} isOne={isOne} />
      ))}
      {candidates.map(({ value, label, closes }) => (
        <Closing key={value} words={closes === undefined ? null : closing(code, closes, isOne ? null : label)} />
      ))}
    </>
  );
}

function Closing({ words }: { readonly words: string | null }) {
  return words === null ? null : <p className="imports__closing">{words}</p>;
}

type DifferencesProps = { readonly told: Told; readonly isOfRows: boolean; readonly isOne: boolean };

function Differences({ told: { label, beside = [] }, isOfRows, isOne }: DifferencesProps) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  return (
    <table className="imports__beside">
      <caption>{isOne ? t('desk.beside.title') : t('desk.beside.titleOf', { label })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.beside.field')}</th>
          <th scope="col">{t(isOfRows ? 'desk.beside.earlier' : 'desk.beside.ours')}</th>
          <th scope="col">{t(isOfRows ? 'desk.beside.later' : 'desk.beside.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {beside.map((each) => (
          <tr key={each.field}>
            <th scope="row">{t(`besideFields.${each.field}`)}</th>
            <td>{words.besideValue(each.field, each.ours)}</td>
            <td>{words.besideValue(each.field, each.theirs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
