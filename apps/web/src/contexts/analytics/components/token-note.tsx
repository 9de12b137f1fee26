import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import './dataset-sheet.css';

/** How a program shows who it is: whoever issues tokens gets the way there, everybody else learns whom to ask. */
export function TokenNote() {
  const { t } = useTranslation('analytics');
  const issues = mayAnywhere(useMe(), 'access.manageTokens');
  return (
    <p className="dataset-sheet__token">
      {t('desk.tokenLead')} {issues ? <Link to="/tokens">{t('desk.tokenIssue')}</Link> : t('desk.tokenAsk')}
    </p>
  );
}
