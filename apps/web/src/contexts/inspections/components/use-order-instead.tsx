import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../../../api/problem-error.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { documentsQuery } from '../document-queries.ts';

/** What to do when a file was refused: one that is too long may be made in the background, anything else is told. */
export function useOrderInstead() {
  const { t } = useTranslation('inspections');
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const instead = async (order: () => Promise<unknown>) => {
    try {
      await order();
      await client.invalidateQueries({ queryKey: documentsQuery.queryKey });
      void message.success(
        <>
          {t('desk.order.done')} <Link to="/inspections/documents">{t('desk.documents.title')}</Link>
        </>,
      );
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  return (error: unknown, order: () => Promise<unknown>) => {
    const isTooLong = error instanceof ProblemError && error.problem.code === 'inspections.too_many_rows';
    if (isTooLong)
      modal.confirm({
        title: t('desk.order.ask'),
        content: t('desk.order.lead', { why: sentenceOf(error) }),
        okText: t('desk.order.ok'),
        onOk: () => instead(order),
      });
    else void message.error(sentenceOf(error));
  };
}
