import { Link } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../../../api/problem-error.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';

/** What to do when a file was refused: one that is too long may be made in the background, anything else is told. */
export function useOrderInstead() {
  const { t } = useTranslation('hazards');
  const { message, modal } = App.useApp();
  const instead = async (order: () => Promise<unknown>) => {
    try {
      await order();
      void message.success(
        <>
          {t('desk.threeLists.order.done')} <Link to="/hazards/documents">{t('desk.threeLists.order.open')}</Link>
        </>,
      );
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  return (error: unknown, order: () => Promise<unknown>) => {
    const isTooLong = error instanceof ProblemError && error.problem.code === 'hazards.document_too_large';
    if (isTooLong)
      modal.confirm({
        title: t('desk.threeLists.order.ask'),
        content: t('desk.threeLists.order.lead', { why: sentenceOf(error) }),
        okText: t('desk.threeLists.order.ok'),
        onOk: () => instead(order),
      });
    else void message.error(sentenceOf(error));
  };
}
