import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { useUnmask } from '../queries.ts';

type MaskedNumberProps = {
  readonly personId: string;
  readonly name: string;
  readonly field: 'identity' | 'phone';
  readonly masked: string;
};

/** A personal number, masked until somebody who may asks for it with a reason. It is forgotten when the record is closed. */
export function MaskedNumber({ personId, name, field, masked }: MaskedNumberProps) {
  const { t } = useTranslation('workforce');
  const may = mayAnywhere(useMe(), 'workforce.unmask');
  const [shown, setShown] = useState<string | null>(null);
  const unmask = useUnmask();
  return (
    <span className="masked-number">
      {shown ?? masked}
      {may && shown === null && (
        <ConfirmAct
          type="link"
          size="small"
          ask={t('desk.unmask.ask', { name, field: t(`desk.${field}`) })}
          note={t('desk.unmask.note')}
          withReason
          onAct={async (reason) => setShown((await unmask.mutateAsync({ personId, field, reason })).number)}
        >
          {t('desk.unmask.show')}
        </ConfirmAct>
      )}
    </span>
  );
}
