import { App, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { useEndGrants } from '../grants-queries.ts';
import type { GrantGroup } from '../grouped-grants.ts';

type EndGrantProps = { readonly group: GrantGroup; readonly name: string };

/** 收回授权: all kinds given together, or some of them. */
export function EndGrant({ group, name }: EndGrantProps) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const end = useEndGrants();
  const all = group.grants.map(({ id }) => id);
  const [chosen, setChosen] = useState<readonly string[]>(all);
  return (
    <ConfirmAct
      type="link"
      size="small"
      danger
      ask={t('desk.grants.endAsk', { name, unit: group.unit, role: t(`roles.${group.role}`) })}
      note={
        <>
          {t('desk.grants.endNote')}
          {group.grants.length > 1 && (
            <Checkbox.Group
              className="grant-lines__kinds"
              aria-label={t('desk.grants.endKinds')}
              value={[...chosen]}
              options={group.grants.map(({ id, kind }) => ({ value: id, label: t(`kinds.${kind}`) }))}
              onChange={setChosen}
            />
          )}
        </>
      }
      onAct={async () => {
        await end.mutateAsync(chosen);
        void message.success(t('desk.grants.ended'));
      }}
    >
      {t('desk.grants.end')}
    </ConfirmAct>
  );
}
