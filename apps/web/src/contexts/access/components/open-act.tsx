import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { type Candidate, useCreateAccounts } from '../accounts-queries.ts';
import type { Opened } from './opened-accounts.tsx';

/** What one request may open. */
const most = 1000;

type OpenActProps = { readonly chosen: readonly Candidate[]; readonly onOpened: (answer: Opened) => void };

/** 为 N 人开通账号, asked once more. */
export function OpenAct({ chosen, onOpened }: OpenActProps) {
  const { t } = useTranslation('access');
  const create = useCreateAccounts();
  const count = chosen.length;
  return (
    <ConfirmAct
      type="primary"
      objection={objectionTo(count)}
      ask={t('desk.accounts.openAsk', { count })}
      note={t('desk.accounts.openNote')}
      onAct={async () => onOpened(await create.mutateAsync(chosen.map(({ id }) => id)))}
    >
      {count === 0 ? t('desk.accounts.open') : t('desk.accounts.openCount', { count })}
    </ConfirmAct>
  );

  function objectionTo(chosenCount: number): string | null {
    if (chosenCount === 0) return t('desk.accounts.nobodyChosen');
    return chosenCount > most ? t('desk.accounts.tooMany') : null;
  }
}
