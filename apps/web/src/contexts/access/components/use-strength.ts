import { passwordFaults } from '@changming/domain/access';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../../api/me.ts';

/** Says while typing what the API would refuse: the same rules, under the profile of this house. */
export function useStrength(): { validator: (rule: unknown, password: string | undefined) => Promise<void> } {
  const { t } = useTranslation('access');
  const { person, account } = useMe();
  const logins = [account.login, person?.staffNo].flatMap((login) => login ?? []);
  return {
    validator: async (_rule, password = '') => {
      const faults = password === '' ? [] : passwordFaults(password, logins, account.passwordProfile);
      if (faults.length > 0) throw new Error(faults.map((fault) => t(`passwordFaults.${fault}`)).join('；'));
    },
  };
}
