import { ApartmentOutlined, TeamOutlined } from '@ant-design/icons';
import { importKinds } from '@changming/domain/imports';
import { useTranslation } from 'react-i18next';

import type { ImportKind } from '../queries.ts';

const icons = { units: <ApartmentOutlined aria-hidden="true" />, workforce: <TeamOutlined aria-hidden="true" /> } as const;

export function KindChoice({ value, onChange }: { readonly value: ImportKind; readonly onChange: (kind: ImportKind) => void }) {
  const { t } = useTranslation('imports');
  return (
    <fieldset className="imports__kinds">
      <legend>{t('desk.start.what')}</legend>
      {importKinds.map((kind) => (
        <label key={kind} className="imports__kind">
          <input type="radio" name="kind" value={kind} checked={value === kind} onChange={() => onChange(kind)} />
          {icons[kind]}
          <span>
            <strong>{t(`desk.kinds.${kind}`)}</strong>
            <small>{t(`desk.kindNotes.${kind}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
