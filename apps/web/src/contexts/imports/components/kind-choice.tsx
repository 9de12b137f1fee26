import { ApartmentOutlined, SafetyCertificateOutlined, TeamOutlined } from '@ant-design/icons';
import { importKinds } from '@changming/domain/imports';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import type { ImportKind } from '../queries.ts';

const icons = {
  units: <ApartmentOutlined aria-hidden="true" />,
  workforce: <TeamOutlined aria-hidden="true" />,
  hazards: <SafetyCertificateOutlined aria-hidden="true" />,
} as const;

type KindChoiceProps = { readonly value: ImportKind; readonly onChange: (kind: ImportKind) => void };

/** A ledger of hazards sets any stage: it is offered to whoever may bring one in. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const { t } = useTranslation('imports');
  const brings = mayAnywhere(useMe(), 'hazards.import');
  return (
    <fieldset className="imports__kinds">
      <legend>{t('desk.start.what')}</legend>
      {importKinds
        .filter((kind) => kind !== 'hazards' || brings)
        .map((kind) => (
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
